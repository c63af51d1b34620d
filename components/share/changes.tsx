import { LANGUAGE_NAMES } from '@/lib/agentbay/languages';
import { fill, type Texts } from '@/lib/messages/messages';
import { changesBetween } from '@/lib/share/changes';
import type { ProgramSnippet } from '@/lib/snippets/contract';
import { urlOf } from '@/lib/snippets/links';
import { DiffView } from './diff-view';
import { Part } from './part';

interface ChangesProps {
  before: ProgramSnippet;
  after: ProgramSnippet;
  texts: Texts;
  /** The address of the page without them. */
  closeUrl: string;
}

/** What changed from one revision to another, made on the server. */
export function Changes({ before, after, texts, closeUrl }: ChangesProps) {
  const words = texts.messages.compare;
  const { files, language, timeoutS } = changesBetween(
    before,
    after,
    texts.messages.share.page.input,
  );
  const sides = {
    before: fill(words.sides.revision, { number: before.revision }),
    after: fill(words.sides.revision, { number: after.revision }),
  };
  const isNothing = files.length === 0 && !language && !timeoutS;
  return (
    <div className="snippet-changes">
      <Part
        title={fill(words.changes.title, { number: before.revision })}
        aside={
          <a className="snippet-link" href={closeUrl}>
            {words.changes.close}
          </a>
        }
      >
        {isNothing ? <p className="snippet-none">{words.changes.none}</p> : null}
        {language ? (
          <p className="snippet-none">
            {fill(words.changes.language, {
              before: LANGUAGE_NAMES[language.before].name,
              after: LANGUAGE_NAMES[language.after].name,
            })}
          </p>
        ) : null}
        {timeoutS ? (
          <p className="snippet-none">{fill(words.changes.timeLimit, timeoutS)}</p>
        ) : null}
        {files.map(({ path, kind, diff }) => (
          <details key={path} className="snippet-file" open>
            <summary>
              <bdi translate="no">
                {kind === 'changed'
                  ? path
                  : fill(words.changes[kind === 'added' ? 'addedFile' : 'removedFile'], { path })}
              </bdi>
            </summary>
            {diff.differing === 0 ? (
              <p className="snippet-none">{words.diff.ends}</p>
            ) : (
              <DiffView diff={diff} sides={sides} label={path} texts={texts} />
            )}
          </details>
        ))}
      </Part>
    </div>
  );
}

/** The address of a revision's page that shows what has changed since the one before it. */
export function changesUrl(id: string, revision: number, since: number): string {
  return `${urlOf(id, revision)}&since=${since}`;
}
