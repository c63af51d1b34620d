'use client';

import { useEffect, useId, useState } from 'react';
import { useTexts } from '@/components/ui/messages-provider';
import { problemOf } from '@/lib/client/problem';
import { sentencesOfProblem } from '@/lib/client/problem-words';
import { fill, fillPlural, type Texts } from '@/lib/messages/messages';
import { type Changes as ChangesFound, changesBetween, type FileChange } from '@/lib/share/changes';
import type { SharedProgram } from '@/lib/share/program';
import { readNewest } from '@/lib/share/snippet-api';
import type { Origin } from '@/lib/store/saved-document';
import { shownPath } from '@/lib/store/shown-path';
import { DiffView } from './diff-view';

export type ShareAs = 'revision' | 'new';

interface RevisionChoiceProps {
  origin: Origin;
  program: SharedProgram;
  value: ShareAs;
  onChange: (value: ShareAs) => void;
}

type Newest = { changes: ChangesFound; latest: number } | { said: string };

/** Whether one's own program is saved under its link, or shared under a new one; and what changes there. */
export function RevisionChoice({ origin, program, value, onChange }: RevisionChoiceProps) {
  const texts = useTexts();
  const words = texts.messages.sharing.revision;
  const name = useId();
  const newest = useNewest(origin, program, texts);
  const title = origin.title || fill(words.untitled, { id: origin.id });
  const choice = (as: ShareAs, text: string, hint: string) => (
    <label className="share-check">
      <input type="radio" name={name} checked={value === as} onChange={() => onChange(as)} />
      <span>
        <span className="font-medium wrap-anywhere">{text}</span>
        <span className="share-hint block">{hint}</span>
      </span>
    </label>
  );
  return (
    <fieldset className="share-as">
      <legend className="share-label">{words.legend}</legend>
      {choice('revision', fill(words.same, { title }), words.sameHint)}
      {choice('new', words.fresh, fill(words.freshHint, { title }))}
      {value === 'revision' ? (
        <div className="share-contents" aria-live="polite">
          <p className="share-label">{words.changes}</p>
          {newest ? <Changes newest={newest} origin={origin} /> : words.looking}
        </div>
      ) : null}
    </fieldset>
  );
}

function useNewest(origin: Origin, program: SharedProgram, texts: Texts): Newest | undefined {
  const [newest, setNewest] = useState<Newest>();
  const { id } = origin;
  useEffect(() => {
    let isCurrent = true;
    const tell = (found: Newest) => {
      if (isCurrent) setNewest(found);
    };
    readNewest(id).then(
      ({ program: old, latestRevision: latest }) => {
        const { input } = texts.messages.share.page;
        tell({ changes: changesBetween(contentOf(old), contentOf(program), input), latest });
      },
      (error: unknown) => {
        tell({ said: sentencesOfProblem(problemOf(error), texts) });
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [id, program, texts]);
  return newest;
}

const contentOf = ({ stdin, ...rest }: SharedProgram) =>
  stdin === undefined ? rest : { ...rest, stdin };

interface ChangesProps {
  newest: Newest;
  origin: Origin;
}

function Changes({ newest, origin }: ChangesProps) {
  const texts = useTexts();
  const { locale, messages } = texts;
  const words = messages.sharing.revision;
  if ('said' in newest) return <p>{newest.said}</p>;
  const { changes, latest } = newest;
  const { files, timeoutS } = changes;
  const isNothing = files.length === 0 && !timeoutS;
  const countOf = ({ diff }: FileChange, kind: 'added' | 'removed') =>
    fillPlural(locale, words[kind], diff.rows.filter((row) => row.kind === kind).length);
  const sides = {
    before: fill(messages.compare.sides.revision, { number: latest }),
    after: fill(messages.compare.sides.revision, { number: latest + 1 }),
  };
  return (
    <>
      {isNothing ? <p>{fill(words.unchanged, { number: latest })}</p> : null}
      <ul>
        {files.map((file) => (
          <li key={file.path} className="wrap-anywhere">
            {fill(words.kinds[file.kind], {
              name: shownPath(file.path),
              added: countOf(file, 'added'),
              removed: countOf(file, 'removed'),
            })}
          </li>
        ))}
        {timeoutS ? <li>{fillPlural(locale, words.timeLimit, timeoutS.after)}</li> : null}
      </ul>
      {files.length > 0 ? (
        <details className="share-diff">
          <summary>{words.lines}</summary>
          {files.map(({ path, diff }) => (
            <DiffView key={path} diff={diff} sides={sides} label={shownPath(path)} texts={texts} />
          ))}
        </details>
      ) : null}
      <p className="share-hint">
        {latest > origin.revision ? fill(words.newer, { number: origin.revision, latest }) : null}{' '}
        {fill(words.kept, { number: latest, next: latest + 1 })}
      </p>
    </>
  );
}
