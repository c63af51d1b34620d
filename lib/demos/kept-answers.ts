/** What a reader has answered and changed in a document, kept in the browser, so that a reload loses nothing. */

import type { Outcome } from '../checking/outcome';
import * as z from '../client/shape';
import type { ActivityState } from './block-state';
import { outcomeSchema } from './check-api';

export interface KeptAnswer {
  state: ActivityState['state'];
  tries: number;
  /** Code, lines, gaps or options, as the activity writes them. */
  answer?: string | undefined;
  /** So many hints have been shown. */
  hints: number;
  solution?: string | undefined;
  /** Of the last check. */
  outcome?: Outcome | undefined;
  /** The answer that it belongs to. */
  checked?: string | undefined;
}

/** A block that a reader has changed. */
export interface KeptBlock {
  id: string;
  /** As its author had written it then. */
  given: string;
  code: string;
}

const PREFIX = 'runbay.answers.';
/** Documents whose answers are kept; the longest unused goes first. */
const MOST = 60;
const LIMIT = 200_000;

const entry = z.object({
  state: z.literal(['open', 'passed', 'failed']),
  tries: z.number(),
  answer: z.optional(z.string()),
  hints: z.number(),
  solution: z.optional(z.string()),
  outcome: z.optional(outcomeSchema),
  checked: z.optional(z.string()),
});
const block = z.object({ id: z.string(), given: z.string(), code: z.string() });
const page = z.object({
  atMs: z.number(),
  answers: z.array(z.object({ name: z.string(), kept: entry })),
  blocks: z.optional(z.array(block)),
});

/** By the names of the activities; empty where nothing is kept, or nothing can be. */
export function keptAnswers(reference: string): Map<string, KeptAnswer> {
  return new Map(read(reference).answers.map(({ name, kept }) => [name, kept]));
}

/** Silent where the browser keeps nothing. */
export function keepAnswer(reference: string, name: string, kept: KeptAnswer, nowMs: number): void {
  const { answers, blocks } = read(reference);
  const others = answers.filter((one) => one.name !== name);
  write(reference, { atMs: nowMs, answers: [...others, { name, kept }], blocks });
}

/** The blocks that were changed; empty where nothing is kept, or nothing can be. */
export function keptBlocks(reference: string): KeptBlock[] {
  return read(reference).blocks;
}

/** All that are changed now; silent where the browser keeps nothing. */
export function keepBlocks(reference: string, blocks: KeptBlock[], nowMs: number): void {
  const { answers } = read(reference);
  write(reference, { atMs: nowMs, answers, blocks });
}

interface KeptPage {
  answers: { name: string; kept: KeptAnswer }[];
  blocks: KeptBlock[];
}

function read(reference: string): KeptPage {
  try {
    const { data } = page.safeParse(JSON.parse(localStorage.getItem(PREFIX + reference) ?? 'null'));
    return { answers: data?.answers ?? [], blocks: data?.blocks ?? [] };
  } catch {
    return { answers: [], blocks: [] };
  }
}

/** `atMs` comes first, where `forgetOldest` looks for it. */
function write(reference: string, { atMs, answers, blocks }: KeptPage & { atMs: number }): void {
  try {
    const text = JSON.stringify({ atMs, answers, ...(blocks.length > 0 ? { blocks } : {}) });
    if (text.length > LIMIT) return;
    localStorage.setItem(PREFIX + reference, text);
    forgetOldest();
  } catch {
    // Full or blocked.
  }
}

function forgetOldest(): void {
  const keys = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
  if (keys.length <= MOST) return;
  const ages = keys.map((key) => {
    const at = /^\{"atMs":(\d+)/.exec(localStorage.getItem(key) ?? '')?.[1];
    return { key, atMs: Number(at ?? 0) };
  });
  ages.sort((a, b) => a.atMs - b.atMs);
  for (const { key } of ages.slice(0, keys.length - MOST)) localStorage.removeItem(key);
}

/** Lets go of what is kept of all documents whose reference begins so; gives what brings them back. */
export function forgetAnswers(beginning: string): () => void {
  const kept = new Map<string, string>();
  try {
    for (let at = 0; at < localStorage.length; at += 1) {
      const key = localStorage.key(at);
      if (key?.startsWith(PREFIX + beginning)) kept.set(key, localStorage.getItem(key) ?? '');
    }
    for (const key of kept.keys()) localStorage.removeItem(key);
  } catch {
    // Blocked: there are none.
  }
  return () => {
    try {
      for (const [key, text] of kept) localStorage.setItem(key, text);
    } catch {
      // Full.
    }
  };
}
