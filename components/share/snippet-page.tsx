import { PresentLink } from '@/components/present/present-link';
import { PrintButton } from '@/components/print/print-button';
import { PrintLink } from '@/components/print/print-link';
import { OpenRoom } from '@/components/room/open-room';
import { SnippetSteps } from '@/components/steps/snippet-steps';
import { Filled } from '@/components/ui/filled';
import { Mark } from '@/components/ui/mark';
import { LANGUAGE_NAMES } from '@/lib/agentbay/languages';
import { createLineColours } from '@/lib/highlight/line-colours';
import { fill, fillPlural, type Texts } from '@/lib/messages/messages';
import { type Prediction, withPredict } from '@/lib/share/predict';
import type { ProgramSnippet } from '@/lib/snippets/contract';
import { urlOf } from '@/lib/snippets/links';
import { canBeStepped } from '@/lib/steps/trace';
import { languageOfPath } from '@/lib/store/document-language';
import { AboutSnippet } from './about-snippet';
import { AuthorPart } from './author-part';
import { Changes } from './changes';
import { CodeLines } from './code-lines';
import { CopyLink } from './copy-link';
import { GuessForm } from './guess-form';
import { LineMarks } from './line-marks';
import { type Origin, OriginFact } from './origin-fact';
import { OutputPart } from './output-part';
import { Part } from './part';
import { RecordedGuess } from './recorded-guess';
import { RecordedOutput } from './recorded-output';
import { StayCurrent } from './stay-current';
import { Time } from './time';

interface SnippetPageProps {
  snippet: ProgramSnippet;
  /** The forms in which it can be fetched, its own file first. */
  formats: readonly string[];
  texts: Texts;
  /** Where the page is, whole. */
  address: string;
  origin?: Origin | undefined;
  /** The revision that it is compared with. */
  since?: ProgramSnippet | undefined;
  /** The reader guesses first; without a guess nothing of the recorded output is on the page. */
  prediction?: Prediction | undefined;
  /** The engine records steps. */
  canStep?: boolean;
}

/** A shared program with all that is known of it, made on the server; scripts only add to it. */
export function SnippetPage(props: SnippetPageProps) {
  const { snippet, formats, texts, address, origin, since, prediction, canStep } = props;
  const words = texts.messages.share.page;
  const { id, language, code, files, stdin, revision, latestRevision } = snippet;
  const { name, fileName } = LANGUAGE_NAMES[language];
  const title = snippet.title || fill(words.untitled, { language: name });
  const colour = createLineColours();
  const fixed = revision === latestRevision ? undefined : revision;
  const open = `/#open=${id}${fixed === undefined ? '' : `.${fixed}`}`;
  const isKeptBack = prediction !== undefined && prediction.guess === undefined;

  return (
    <div className="snippet-page">
      <header className="snippet-head">
        <a href="/" className="snippet-home" aria-label={words.toPlayground}>
          <Mark className="size-6" />
          <span className="max-sm:sr-only">Runbay</span>
        </a>
        {/* biome-ignore lint/a11y/useSemanticElements: these are no fields of a form */}
        <div className="snippet-actions" role="group" aria-label={words.actions}>
          <PrintButton />
          <OpenRoom demo={`s/${id}`} revision={fixed} />
          <CopyLink />
          {isKeptBack ? null : <PresentLink reference={`d/${id}`} revision={fixed} />}
          {canStep && canBeStepped(language) && !isKeptBack ? (
            <SnippetSteps id={id} revision={revision} path={urlOf(id, fixed)} />
          ) : null}
          {isKeptBack ? null : (
            <a className="snippet-button is-main" href={open} title={words.openHint}>
              {words.open}
            </a>
          )}
        </div>
      </header>
      <main className="snippet-main">
        <div className="snippet-title">
          <PrintLink address={address} />
          <h1 translate="no" dir="auto">
            {title}
          </h1>
          <Facts snippet={snippet} origin={origin} texts={texts} />
          {fixed === undefined ? null : (
            <p className="snippet-note">
              {fill(words.older, { number: revision, latest: latestRevision })}{' '}
              <a href={isKeptBack ? withPredict(urlOf(id)) : urlOf(id)}>{words.newest}</a>
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
        {since === undefined ? null : (
          <Changes before={since} after={snippet} texts={texts} closeUrl={urlOf(id, fixed)} />
        )}
        <div className="snippet-columns">
          <div className="snippet-column">
            <Part
              title={words.program}
              aside={<span translate="no">{fileName}</span>}
              print="program"
            >
              <CodeLines lines={colour(code, language)} label={words.program} numbered />
            </Part>
            {files.length === 0 ? null : (
              <Part title={words.files}>
                {files.map(({ path, text }) => (
                  <details key={path} className="snippet-file" data-path={path} open>
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
            {isKeptBack ? (
              <GuessForm id={id} revision={fixed} isBlank={prediction.isBlank} />
            ) : (
              <>
                {prediction?.guess === undefined ? null : (
                  <RecordedGuess snippet={snippet} guess={prediction.guess} texts={texts} />
                )}
                <OutputPart
                  id={id}
                  revision={revision}
                  hasReceipt={snippet.receipt !== undefined}
                  guess={prediction?.guess}
                >
                  <RecordedOutput snippet={snippet} texts={texts} />
                </OutputPart>
              </>
            )}
            <AboutSnippet
              snippet={snippet}
              formats={formats}
              texts={texts}
              isKeptBack={isKeptBack}
            />
          </div>
        </div>
      </main>
      <LineMarks />
      <StayCurrent />
    </div>
  );
}

interface FactsProps {
  snippet: ProgramSnippet;
  origin: Origin | undefined;
  texts: Texts;
}

/** The language, the time and where it comes from, in one line. */
function Facts({ snippet, origin, texts }: FactsProps) {
  const { locale, messages } = texts;
  const words = messages.share.page;
  const { language, timeoutS, createdAtMs, revisedAtMs, revision, expiresAtMs } = snippet;
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
      <OriginFact origin={origin} texts={texts} />
    </ul>
  );
}
