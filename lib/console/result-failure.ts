/** Why a result cannot be shown in its best form. */
import { fill, type Messages, type Texts } from '../messages/messages';

export interface ResultFailure {
  kind: keyof Messages['results']['failures'];
  /** What its sentence is filled with. */
  values?: Record<string, string | number>;
}

export class ResultError extends Error {
  override readonly name = 'ResultError';
  readonly failure: ResultFailure;

  constructor(failure: ResultFailure) {
    super(failure.kind);
    this.failure = failure;
  }
}

/** As one sentence. */
export function failureInWords({ kind, values = {} }: ResultFailure, texts: Texts): string {
  const numbers = new Intl.NumberFormat(texts.locale);
  const written = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'number' ? numbers.format(value) : value,
  ]);
  return fill(texts.messages.results.failures[kind], Object.fromEntries(written));
}
