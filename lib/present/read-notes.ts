/** The speaker's notes: of a shared demo they are for who has its secret. */
import * as z from '../client/shape';
import { readDocument } from '../demos/document';
import { slidesOf } from '../demos/slides';
import { ownShare } from '../share/own-shares';

const schema = z.object({ markdown: z.string() });

/** The secret in an edit link, or the secret itself; undefined where there is none. */
export function secretIn(text: string): string | undefined {
  return /(?:^|#edit=)([a-z0-9]{10,64})$/.exec(text.trim())?.[1];
}

/**
 * Per slide, as Markdown; `locked`: this browser does not know the secret, or the given one is not it.
 * Throws where the server does not answer so.
 */
export async function readNotes(
  reference: string,
  revision: number,
  markdown: string,
  given?: string,
): Promise<string[][] | 'locked'> {
  const [, id] = /^d\/([^/]+)$/.exec(reference) ?? [];
  if (id === undefined) return notesOf(markdown);
  const secret = given ?? ownShare(id)?.secret;
  if (secret === undefined) return 'locked';
  const answer = await fetch(`/api/snippets/${encodeURIComponent(id)}?revision=${revision}`, {
    headers: { Authorization: `Bearer ${secret}` },
  });
  if (answer.status === 401 || answer.status === 403) return 'locked';
  if (!answer.ok) throw new Error(`The notes were answered with ${answer.status}.`);
  // A program has no notes.
  const whole = schema.safeParse(await answer.json());
  return notesOf(whole.success ? whole.data.markdown : markdown);
}

function notesOf(markdown: string): string[][] {
  return slidesOf(readDocument(markdown)).map(({ notes }) => notes);
}
