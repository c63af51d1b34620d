/** What a run gave, kept to be shown again. Types and limits only, safe for the browser. */
import type {
  DoneEvent,
  EngineName,
  ErrorEvent,
  InputEvent,
  OutputEvent,
  ResultEvent,
} from './contract';

/** Output, prompts and what was typed, all together, in bytes of UTF-8. */
export const RECEIPT_TEXT_BYTES = 256 * 1024;
/** All results together, in bytes of their JSON. */
export const RECEIPT_RESULT_BYTES = 1024 * 1024;
/** An exception, apart from the text above, so that an end is never cut by what was before it. */
export const RECEIPT_ERROR_BYTES = 32 * 1024;

/** What the program was given while it ran, as it was sent: a line has its end. */
export interface TypedEvent {
  type: 'typed';
  text: string;
  /** True where its input ended with this. */
  end?: boolean;
}

export type ReceiptEvent = OutputEvent | ResultEvent | InputEvent | TypedEvent | ErrorEvent;

/** A finished run's `done`, without what its events say already. */
export type ReceiptEnd = Omit<DoneEvent, 'type' | 'result' | 'executionCount' | 'stoppedAt'>;

/**
 * What a run on this server gave. Only the server makes one, of a run it made itself.
 * `sandbox`: `own` was new and is gone; `session` was the author's, whose files from before the program could read.
 */
export interface Receipt {
  /** When the run ended, in milliseconds since 1970. */
  ranAtMs: number;
  engine: EngineName;
  /** As the interpreter reports it, e.g. `3.11.2`. */
  languageVersion: string;
  sandbox: 'own' | 'session';
  /** In order; output of one stream that came together is one event. */
  events: ReceiptEvent[];
  /** `end.truncated`: the run's own limits cut its output. */
  end: ReceiptEnd;
  /** True where the receipt's limits left something out, at the end of the text or of the results. */
  truncated: boolean;
}
