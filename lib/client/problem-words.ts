/** A problem in the reader's language. */
import type { Problem } from '../agentbay/contract';
import { fill, fillPlural, type Texts } from '../messages/messages';

export interface ProblemWords {
  title: string;
  detail: string;
}

/** What went wrong: in the server's own words where no others are known for its code. */
export function wordsOfProblem(problem: Problem, { messages }: Texts): ProblemWords {
  const { code, title, detail, status } = problem;
  const found = own(messages.errors.problems, code);
  if (found) return { title: found.title, detail: fill(found.detail, { status }) };
  return { title, detail, ...own(messages.server.problems ?? {}, code) };
}

/** What the reader can do about it, in a sentence. */
export function adviceFor({ code, retryAfterS }: Problem, { locale, messages }: Texts): string {
  const { advice, busyFor } = messages.errors;
  if (code === 'busy' && retryAfterS) return fillPlural(locale, busyFor, retryAfterS);
  return own(advice, code) ?? advice.else;
}

/** All of it in one line, for a form that shares or changes something. */
export function sentencesOfProblem(problem: Problem, texts: Texts): string {
  const advice = adviceForSharing(problem, texts);
  const words = { ...wordsOfProblem(problem, texts), advice };
  return fill(texts.messages.errors.inOneLine, { ...words }).trim();
}

function adviceForSharing({ code, retryAfterS, requestId }: Problem, texts: Texts): string {
  const { sharing, sharingBusyFor } = texts.messages.errors;
  if (code === 'busy' && retryAfterS) return fillPlural(texts.locale, sharingBusyFor, retryAfterS);
  const known = own(sharing, code);
  if (known !== undefined) return known;
  // What is wrong with the request its detail says.
  return requestId === '' ? '' : fill(sharing.else, { id: requestId });
}

/** The code comes from the server, and may be any word. */
function own<T>(table: Record<string, T>, code: string): T | undefined {
  return Object.hasOwn(table, code) ? table[code] : undefined;
}
