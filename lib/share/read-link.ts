/** The program that a fragment of the playground's address names. */
import type { Problem } from '../agentbay/contract';
import { ProblemError, problemOf, problemOfResponse } from '../client/problem';
import * as z from '../client/shape';
import type { Origin } from '../store/saved-document';
import { isProgramFragment, readProgramFragment } from './fragment';
import { readProgram, type SharedProgram } from './program';

export type LinkFailure = 'missing' | 'gone' | 'damaged' | { problem: Problem };

export interface LinkedProgram {
  program: SharedProgram;
  /** Empty where it has none. */
  title: string;
  /** Absent where the link holds everything itself. */
  from?: Origin;
}

const headSchema = z.object({ title: z.string(), revision: z.number() });

/** What the fragment leads to, or why it leads nowhere. */
export async function readLink(
  fragment: string,
): Promise<LinkedProgram | { failure: LinkFailure }> {
  if (isProgramFragment(fragment)) {
    const program = await readProgramFragment(fragment);
    return program ? { program, title: '' } : { failure: 'damaged' };
  }
  const [, id, revision, secret] =
    /^#open=([a-z0-9]+)(?:\.(\d+))?(?:&edit=([a-z0-9]+))?$/.exec(fragment) ?? [];
  if (id === undefined) return { failure: 'damaged' };
  try {
    return await fetchProgram(id, revision, secret);
  } catch (error) {
    const problem = problemOf(error);
    if (problem.code === 'not_found') return { failure: 'missing' };
    return { failure: problem.code === 'gone' ? 'gone' : { problem } };
  }
}

async function fetchProgram(
  id: string,
  revision: string | undefined,
  secret: string | undefined,
): Promise<LinkedProgram> {
  const query = revision === undefined ? '' : `?revision=${revision}`;
  const response = await fetch(`/api/snippets/${id}${query}`);
  if (!response.ok) throw new ProblemError(await problemOfResponse(response));
  const body: unknown = await response.json();
  const program = readProgram(body);
  const head = headSchema.parse(body);
  if (!program) throw new Error('This is no program.');
  const { title } = head;
  const from: Origin = { id, revision: head.revision, title };
  return { program, title, from: secret === undefined ? from : { ...from, secret } };
}
