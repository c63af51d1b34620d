import { Filled } from '@/components/ui/filled';
import { fill, type Texts } from '@/lib/messages/messages';
import { withPredict } from '@/lib/share/predict';
import type { Snippet, SnippetKind } from '@/lib/snippets/contract';
import { urlOf } from '@/lib/snippets/links';
import { changesUrl } from './changes';
import { Part } from './part';
import { Time } from './time';

interface AboutSnippetProps {
  snippet: Snippet;
  /** On which page it stands: a program can be shown as a demo. */
  page?: SnippetKind;
  formats: readonly string[];
  texts: Texts;
  /** What would give the recorded output away is not linked to. */
  isKeptBack?: boolean;
}

/** Forms of a file that hold what a run gave. */
const WITH_OUTPUT = ['md', 'json', 'ipynb', 'zip'];

/** The other forms of a program, and its history. */
export function AboutSnippet({
  snippet,
  page = 'program',
  formats,
  texts,
  isKeptBack = false,
}: AboutSnippetProps) {
  const words = texts.messages.share.page;
  const { changes, predict } = texts.messages.compare;
  const { id, history, revision, latestRevision } = snippet;
  const query = revision === latestRevision ? '' : `?revision=${revision}`;
  const nameOf = (format: string) => {
    const { file, ...named } = words.formats;
    return format in named ? named[format as keyof typeof named] : file;
  };
  return (
    <Part title={words.about} print="not">
      <div className="snippet-about">
        <p>{words.download}</p>
        <ul>
          {formats
            .filter((format) => !isKeptBack || !WITH_OUTPUT.includes(format))
            .map((format) => (
              <li key={format}>
                <a href={`${urlOf(id, undefined, page)}.${format}${query}`}>
                  {nameOf(format)} <span className="text-muted">.{format}</span>
                </a>
              </li>
            ))}
        </ul>
        {isKeptBack || page === 'demo' ? null : (
          <>
            <p>{predict.share}</p>
            <p className="snippet-riddle">
              <Filled
                text={predict.shareHint}
                values={{
                  link: (
                    <a href={withPredict(urlOf(id, query === '' ? undefined : revision))}>
                      {predict.link}
                    </a>
                  ),
                }}
              />
            </p>
          </>
        )}
        {history.length < 2 ? null : (
          <>
            <p>{words.history}</p>
            <ol reversed>
              {history.toReversed().map(({ revision: number, createdAtMs, hasReceipt }) => (
                <li key={number}>
                  <a
                    href={isKeptBack ? withPredict(urlOf(id, number)) : urlOf(id, number, page)}
                    aria-current={number === revision ? 'page' : undefined}
                  >
                    {fill(words.revision, { number })}
                  </a>{' '}
                  <span className="text-muted">
                    <Time ms={createdAtMs} texts={texts} />
                    {hasReceipt ? ` · ${words.recorded}` : null}
                    {number === revision ? ` · ${words.shown}` : null}
                  </span>
                  {number === 1 || isKeptBack || page === 'demo' ? null : (
                    <>
                      {' · '}
                      <a
                        href={changesUrl(id, number, number - 1)}
                        title={fill(changes.linkTitle, { before: number - 1, after: number })}
                      >
                        {changes.link}
                      </a>
                    </>
                  )}
                </li>
              ))}
            </ol>
          </>
        )}
      </div>
    </Part>
  );
}
