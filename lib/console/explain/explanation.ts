import type { ExplanationTexts } from '@/lib/messages/explanations';

export type Kind = keyof ExplanationTexts['kinds'];
export type HintKind = keyof ExplanationTexts['hints'];

/** What a sentence is filled with. A type is said in words, as is the statement that a Python block belongs to. */
export type Value = string | number | { type: string } | { statement: string };
export type Values = Record<string, Value>;

export interface Hint {
  hint: HintKind;
  values: Values;
}

/** What an error means, as data: which sentence, and the names in it. */
export interface Explanation {
  kind: Kind;
  values: Values;
  /** What to try. */
  hints: Hint[];
  /** The line it speaks of, where that is known; from 1. */
  line?: number | undefined;
}

/** An explanation; of the hints those that are there. */
export function says(
  kind: Kind,
  values: Values = {},
  ...hints: (Hint | undefined | false)[]
): Explanation {
  return { kind, values, hints: hints.filter((hint) => hint !== undefined && hint !== false) };
}

export function hint(kind: HintKind, values: Values = {}): Hint {
  return { hint: kind, values };
}

/** `Did you mean ...?`, where there is something to suggest. */
export function didYouMean(suggestion: string | undefined): Hint | undefined {
  return suggestion === undefined ? undefined : hint('didYouMean', { suggestion });
}
