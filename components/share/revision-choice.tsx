'use client';

import { useEffect, useId, useState } from 'react';
import { useTexts } from '@/components/ui/messages-provider';
import { LANGUAGE_NAMES } from '@/lib/agentbay/languages';
import { problemOf } from '@/lib/client/problem';
import { sentencesOfProblem } from '@/lib/client/problem-words';
import { fill, fillPlural, type Texts } from '@/lib/messages/messages';
import type { SharedProgram } from '@/lib/share/program';
import { changesOf, isUnchanged, type ProgramChanges } from '@/lib/share/program-changes';
import { readNewest } from '@/lib/share/snippet-api';
import type { Origin } from '@/lib/store/saved-document';
import { shownPath } from '@/lib/store/shown-path';

export type ShareAs = 'revision' | 'new';

interface RevisionChoiceProps {
  origin: Origin;
  program: SharedProgram;
  value: ShareAs;
  onChange: (value: ShareAs) => void;
}

type Newest = { changes: ProgramChanges; isOther: boolean; latest: number } | { said: string };

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
          {newest ? <Changes newest={newest} origin={origin} program={program} /> : words.looking}
        </div>
      ) : null}
    </fieldset>
  );
}

function useNewest(origin: Origin, program: SharedProgram, texts: Texts): Newest | undefined {
  const [newest, setNewest] = useState<Newest>();
  const { id, revision } = origin;
  useEffect(() => {
    let isCurrent = true;
    const tell = (found: Newest) => {
      if (isCurrent) setNewest(found);
    };
    readNewest(id).then(
      ({ program: old, latestRevision: latest }) => {
        const isOther = latest !== revision || old.language !== program.language;
        tell({ changes: changesOf(old, program), isOther, latest });
      },
      (error: unknown) => {
        tell({ said: sentencesOfProblem(problemOf(error), texts) });
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [id, revision, program, texts]);
  return newest;
}

interface ChangesProps {
  newest: Newest;
  origin: Origin;
  program: SharedProgram;
}

function Changes({ newest, origin, program }: ChangesProps) {
  const { locale, messages } = useTexts();
  const words = messages.sharing.revision;
  if ('said' in newest) return <p>{newest.said}</p>;
  const { changes, latest } = newest;
  return (
    <>
      {isUnchanged(changes) ? <p>{fill(words.unchanged, { number: latest })}</p> : null}
      <ul>
        {changes.files.map(({ path, kind, added, removed }) => (
          <li key={path ?? ''} className="wrap-anywhere">
            {fill(words.kinds[kind], {
              name:
                path === undefined ? LANGUAGE_NAMES[program.language].fileName : shownPath(path),
              added: fillPlural(locale, words.added, added),
              removed: fillPlural(locale, words.removed, removed),
            })}
          </li>
        ))}
        {changes.input ? <li>{words.input}</li> : null}
        {changes.timeoutS === undefined ? null : (
          <li>{fillPlural(locale, words.timeLimit, changes.timeoutS)}</li>
        )}
      </ul>
      <p className="share-hint">
        {newest.latest > origin.revision
          ? fill(words.newer, { number: origin.revision, latest })
          : null}{' '}
        {fill(words.kept, { number: latest, next: latest + 1 })}
      </p>
    </>
  );
}
