'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { useDemoStore } from '@/components/demo/demo-provider';
import { useTexts } from '@/components/ui/messages-provider';
import type { Outcome } from '@/lib/checking/outcome';
import { problemOf } from '@/lib/client/problem';
import { sentencesOfProblem } from '@/lib/client/problem-words';
import { type Answer, checkAnswer } from '@/lib/demos/check-api';
import { type KeptAnswer, keepAnswer, keptAnswers } from '@/lib/demos/kept-answers';
import { useOuterSource } from './activity-source';

const OPEN: KeptAnswer = { state: 'open', tries: 0, hints: 0 };
const KEEP_AFTER_MS = 400;

/** What a reader has made of an activity so far. */
export interface ActivityWork {
  kept: KeptAnswer;
  /** Of the answer as it stands; of an older one it says nothing. */
  outcome: Outcome | undefined;
  isChecking: boolean;
  /** Why it could not be checked, in words. */
  problem: string | undefined;
  /** There is somebody to check it. */
  canCheck: boolean;
  setAnswer(text: string): void;
  /** `text` is the answer as it is kept. */
  check(answer: Answer, text: string): Promise<void>;
  stop(): void;
  /** Judged on this page: a guess. */
  judge(passed: boolean): void;
  showHint(): void;
  restart(): void;
}

interface ActivityOptions {
  name: string;
  /** Absent: it is kept nowhere. */
  reference: string | undefined;
  revision?: number | undefined;
  /** An answer, as it is kept, in words for another person; absent: nobody is shown it. */
  shown?: (answer: string) => string;
}

export function useActivity({ name, reference, revision, shown }: ActivityOptions): ActivityWork {
  const store = useDemoStore();
  const texts = useTexts();
  const outer = useOuterSource();
  const [kept, setKept] = useState(OPEN);
  const [isChecking, setChecking] = useState(false);
  const [problem, setProblem] = useState<string>();
  const abort = useRef<AbortController>(undefined);
  const write = useKept(reference, name, setKept);

  const { state, tries } = kept;
  const answered = kept.answer === undefined ? undefined : shown?.(kept.answer);
  useEffect(() => {
    const known = store.getState().activities[name];
    const isSame =
      state === (known?.state ?? 'open') &&
      tries === (known?.tries ?? 0) &&
      answered === known?.answer;
    if (!isSame) store.getState().setActivity(name, { state, tries, answer: answered });
  }, [store, name, state, tries, answered]);
  useEffect(() => () => abort.current?.abort(), []);

  const change = useCallback(
    (facts: (before: KeptAnswer) => Partial<KeptAnswer>) =>
      setKept((before) => {
        const next = { ...before, ...facts(before) };
        write(next);
        return next;
      }),
    [write],
  );

  return {
    kept,
    outcome: kept.outcome && kept.checked === kept.answer ? kept.outcome : undefined,
    isChecking,
    problem,
    canCheck: reference !== undefined || outer !== undefined,
    setAnswer: (answer) => change(() => ({ answer })),
    async check(answer, text) {
      const source =
        outer?.() ?? (reference === undefined ? undefined : { demo: reference, revision });
      if (!source) return;
      abort.current?.abort();
      const mine = new AbortController();
      abort.current = mine;
      setChecking(true);
      setProblem(undefined);
      try {
        const outcome = await checkAnswer(source, name, answer, mine.signal);
        if (mine.signal.aborted) return;
        const solution = outcome.type === 'exercise' ? outcome.solution : undefined;
        change((before) => ({
          state: outcome.passed ? 'passed' : before.state === 'passed' ? 'passed' : 'failed',
          tries: before.tries + 1,
          answer: before.answer ?? text,
          checked: text,
          outcome,
          ...(solution === undefined ? {} : { solution }),
        }));
      } catch (error) {
        if (!mine.signal.aborted) setProblem(sentencesOfProblem(problemOf(error), texts));
      } finally {
        if (abort.current === mine) {
          abort.current = undefined;
          setChecking(false);
        }
      }
    },
    stop: () => {
      abort.current?.abort();
      abort.current = undefined;
      setChecking(false);
    },
    judge: (passed) =>
      change((before) => ({ state: passed ? 'passed' : 'failed', tries: before.tries + 1 })),
    showHint: () => change(({ hints }) => ({ hints: hints + 1 })),
    restart: () => {
      setProblem(undefined);
      change(({ tries: before }) => ({
        ...{ state: 'open', tries: before, answer: undefined, checked: undefined },
        outcome: undefined,
      }));
    },
  };
}

/** Reads once what was kept, and gives what keeps; what is written in quick succession is kept once. */
function useKept(
  reference: string | undefined,
  name: string,
  onRead: (kept: KeptAnswer) => void,
): (kept: KeptAnswer) => void {
  const waiting = useRef<KeptAnswer>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const keep = useCallback(() => {
    clearTimeout(timer.current);
    const kept = waiting.current;
    waiting.current = undefined;
    if (kept && reference !== undefined) keepAnswer(reference, name, kept, Date.now());
  }, [reference, name]);

  useEffect(() => {
    const known = reference === undefined ? undefined : keptAnswers(reference).get(name);
    if (known) onRead(known);
    addEventListener('pagehide', keep);
    return () => {
      removeEventListener('pagehide', keep);
      keep();
    };
  }, [reference, name, onRead, keep]);

  return useCallback(
    (kept) => {
      waiting.current = kept;
      clearTimeout(timer.current);
      timer.current = setTimeout(keep, KEEP_AFTER_MS);
    },
    [keep],
  );
}
