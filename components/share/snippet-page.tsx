import type { ReactNode } from 'react';
import { Filled } from '@/components/ui/filled';
import { Mark } from '@/components/ui/mark';
import { LANGUAGE_NAMES } from '@/lib/agentbay/languages';
import { createLineColours } from '@/lib/highlight/line-colours';
import { fill, fillPlural, type Texts } from '@/lib/messages/messages';
import type { Snippet } from '@/lib/snippets/contract';
import { urlOf } from '@/lib/snippets/links';
import { languageOfPath } from '@/lib/store/document-language';
import { AuthorPart } from './author-part';
import { CodeLines } from './code-lines';
import { CopyLink } from './copy-link';
import { LineMarks } from './line-marks';
import { RecordedOutput } from './recorded-output';
import { Time } from './time';

interface SnippetPageProps {
  snippet: Snippet;
  /** The forms in which it can be fetched, its own file first. */
  formats: readonly string[];
  texts: Texts;
}

/** A shared program with all that is known of it, made on the server; scripts only add to it. */
export function SnippetPage({ snippet, formats, texts }: SnippetPageProps) {
  const words = texts.messages.share.page;
  const { id, language, code, files, stdin, revision, latestRevision } = snippet;
  const { name, fileName } = LANGUAGE_NAMES[language];
  const title = snippet.title || fill(words.untitled, { language: name });
  const colour = createLineColours();
  const fixed = revision === latestRevision ? undefined : revision;
  const open = `/#open=${id}${fixed === undefined ? '' : `.${fixed}`}`;

  return (
    <div className="snippet-page">
      <header className="snippet-head">
        <a href="/" className="snippet-home" aria-label={words.toPlayground}>
          <Mark className="size-6" />
          <span className="max-sm:sr-only">Runbay</span>
        </a>
        {/* biome-ignore lint/a11y/useSemanticElements: these are no fields of a form */}
        <div className="snippet-actions" role="group" aria-label={words.actions}>
          <CopyLink />
          <a className="snippet-button is-main" href={open} title={words.openHint}>
            {words.open}
          </a>
        </div>
      </header>
      <main className="snippet-main">
        <div className="snippet-title">
          <h1 translate="no" dir="auto">
            {title}
          </h1>
          <Facts snippet={snippet} texts={texts} />
          {fixed === undefined ? null : (
            <p className="snippet-note">
              {fill(words.older, { number: revision, latest: latestRevision })}{' '}
              <a href={urlOf(id)}>{words.newest}</a>
            </p>
          )}
        </div>
        <AuthorPart
          snippet={{
            id,
            title: snippet.title,
            visibility: snippet.visibility,
            expiresAtMs: snippet.expiresAtMs,
          }}
        />
        <div className="snippet-columns">
          <div className="snippet-column">
            <Part title={words.program} aside={fileName}>
              <CodeLines lines={colour(code, language)} label={words.program} numbered />
            </Part>
            {files.length === 0 ? null : (
              <Part title={words.files}>
                {files.map(({ path, text }) => (
                  <details key={path} className="snippet-file" open>
                    <summary>
                      <bdi translate="no">{path}</bdi>
                    </summary>
                    <CodeLines
                      lines={createLineColours()(text, languageOfPath(path))}
                      label={path}
                    />
                  </details>
                ))}
              </Part>
            )}
            {stdin === undefined ? null : (
              <Part title={words.input}>
                {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
                <pre className="snippet-code" translate="no" tabIndex={0}>
                  {stdin}
                </pre>
              </Part>
            )}
          </div>
          <div className="snippet-column">
            <Part title={words.output}>
              <RecordedOutput snippet={snippet} texts={texts} />
            </Part>
            <About snippet={snippet} formats={formats} texts={texts} />
          </div>
        </div>
      </main>
      <LineMarks />
    </div>
  );
}

interface PartProps {
  title: string;
  aside?: string;
  children: ReactNode;
}

function Part({ title, aside, children }: PartProps) {
  return (
    <section className="snippet-part" aria-label={title}>
      <div className="snippet-part-head">
        <h2>{title}</h2>
        {aside === undefined ? null : <span translate="no">{aside}</span>}
      </div>
      {children}
    </section>
  );
}

interface WordsProps {
  snippet: Snippet;
  texts: Texts;
}

/** The language, the time and where it comes from, in one line. */
function Facts({ snippet, texts }: WordsProps) {
  const { locale, messages } = texts;
  const words = messages.share.page;
  const { language, timeoutS, createdAtMs, revisedAtMs, revision, expiresAtMs, parent } = snippet;
  return (
    <ul className="snippet-facts">
      <li>{LANGUAGE_NAMES[language].name}</li>
      <li>
        <Filled
          text={revision === 1 ? words.shared : words.revised}
          values={{
            time: <Time ms={revision === 1 ? createdAtMs : revisedAtMs} texts={texts} />,
          }}
        />
      </li>
      <li>{fillPlural(locale, words.timeLimit, timeoutS)}</li>
      {expiresAtMs === undefined ? null : (
        <li>
          <Filled text={words.expires} values={{ time: <Time ms={expiresAtMs} texts={texts} /> }} />
        </li>
      )}
      {parent === undefined ? null : (
        <li>
          <Filled
            text={words.fork}
            values={{ parent: <a href={urlOf(parent.id, parent.revision)}>{words.forkName}</a> }}
          />
        </li>
      )}
    </ul>
  );
}

function About({ snippet, formats, texts }: WordsProps & { formats: readonly string[] }) {
  const words = texts.messages.share.page;
  const { id, history, revision, latestRevision } = snippet;
  const query = revision === latestRevision ? '' : `?revision=${revision}`;
  const nameOf = (format: string) => {
    const { file, ...named } = words.formats;
    return format in named ? named[format as keyof typeof named] : file;
  };
  return (
    <Part title={words.about}>
      <div className="snippet-about">
        <p>{words.download}</p>
        <ul>
          {formats.map((format) => (
            <li key={format}>
              <a href={`/s/${id}.${format}${query}`}>
                {nameOf(format)} <span className="text-muted">.{format}</span>
              </a>
            </li>
          ))}
        </ul>
        {history.length < 2 ? null : (
          <>
            <p>{words.history}</p>
            <ol reversed>
              {history.toReversed().map(({ revision: number, createdAtMs, hasReceipt }) => (
                <li key={number}>
                  <a
                    href={urlOf(id, number)}
                    aria-current={number === revision ? 'page' : undefined}
                  >
                    {fill(words.revision, { number })}
                  </a>{' '}
                  <span className="text-muted">
                    <Time ms={createdAtMs} texts={texts} />
                    {hasReceipt ? ` · ${words.recorded}` : null}
                    {number === revision ? ` · ${words.shown}` : null}
                  </span>
                </li>
              ))}
            </ol>
          </>
        )}
      </div>
    </Part>
  );
}
