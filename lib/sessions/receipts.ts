/** Receipts of programs: of a run that there was, or of one that is made for it. */
import 'server-only';
import { deliveryOf } from '@/lib/agentbay/delivery';
import type { Language } from '@/lib/agentbay/languages';
import type { Receipt } from '@/lib/agentbay/receipt';
import type { Recording, RunnableProgram } from './finished-runs';
import { newRun, services } from './services';

/** What that run gave, if this session made it, of exactly this program and input, and it is still known. */
export async function receiptOfRun(
  runId: string,
  sessionId: string | undefined,
  program: RunnableProgram,
): Promise<Receipt | undefined> {
  const recording = services().finished.find(runId, sessionId, program);
  return recording && toReceipt(recording, program);
}

interface Asker {
  /** Whose turn it is in the queue. */
  client: string;
  /** Whose share of the places it takes. */
  address?: string | undefined;
  requestId: string;
  /** Stops the run. */
  signal: AbortSignal;
}

/**
 * Runs the program in a sandbox of its own, with its prepared input as the page would give it, and no
 * other. Throws what a run throws.
 */
export async function receiptOfNewRun(
  program: RunnableProgram,
  { client, address, requestId, signal }: Asker,
): Promise<Receipt> {
  const { liveInput } = services().engine().capabilities;
  const { lines, stdin = lines === undefined ? '' : undefined } = deliveryOf(
    program.stdin,
    liveInput,
  );
  const run = newRun({
    ...program,
    requestId,
    client,
    address,
    sessionId: undefined,
    context: 'fresh',
    stdin,
  });
  if (signal.aborted) run.stop();
  else signal.addEventListener('abort', () => run.stop(), { once: true });
  const answer = new Answers(lines ?? []);
  for await (const { type } of run.events()) {
    if (type === 'stdout' || type === 'stderr') answer.hasSpoken = true;
    if (type !== 'input') continue;
    const { text, end } = answer.next();
    if (text !== '') run.write(text);
    if (end) run.end();
  }
  const receipt = await receiptOfRun(run.runId, undefined, program);
  if (receipt === undefined) throw new Error('The run left no recording.');
  return receipt;
}

/** As the interpreter reports it; empty where this server does not have the language. */
export async function versionOf(language: Language): Promise<string> {
  const languages = await services().engine().languages();
  return languages.find(({ id }) => id === language)?.version ?? '';
}

/** One line to a program that has said something since the last; all the rest to one that only reads. */
export class Answers {
  hasSpoken = false;
  readonly #lines: string[];

  constructor(lines: string[]) {
    this.#lines = [...lines];
  }

  next(): { text: string; end: boolean } {
    const given = this.hasSpoken ? this.#lines.splice(0, 1) : this.#lines.splice(0);
    this.hasSpoken = false;
    const text = given.length === 0 ? '' : `${given.join('\n')}\n`;
    return { text, end: this.#lines.length === 0 };
  }
}

async function toReceipt(recording: Recording, { language }: RunnableProgram): Promise<Receipt> {
  return { ...recording, languageVersion: await versionOf(language) };
}
