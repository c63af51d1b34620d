/** What of a Jupyter notebook is read, of any of its versions; everything else in it is left alone. */
import * as z from '@/lib/client/shape';
import { Refusal } from './refusal';

/** In one piece, or in lines. */
export const notebookText = z.union([z.string(), z.array(z.string())]);

const cell = z.object({
  cell_type: z.string(),
  source: z.optional(notebookText),
  /** In notebooks before version 4. */
  input: z.optional(notebookText),
  metadata: z.optional(z.unknown()),
  attachments: z.optional(z.unknown()),
  outputs: z.optional(z.array(z.unknown())),
});
const cells = z.array(cell);
const notebook = z.object({
  cells: z.optional(cells),
  worksheets: z.optional(z.array(z.object({ cells }))),
  metadata: z.optional(
    z.object({
      kernelspec: z.optional(
        z.object({ language: z.optional(z.string()), name: z.optional(z.string()) }),
      ),
      language_info: z.optional(z.object({ name: z.optional(z.string()) })),
    }),
  ),
});

/** Commands of the notebook itself, and of a shell: no Python. */
export const NOTEBOOK_COMMAND = /^\s*(?:%|!|\?|[\w.]+\?\??\s*$)/;

/** Its cells, and its language by the notebook's own name for it. Throws a Refusal. */
export function readCells(json: string) {
  const parsed = notebook.safeParse(parseJson(json)).data;
  const all = parsed?.cells ?? parsed?.worksheets?.flatMap((sheet) => sheet.cells);
  if (!parsed || !all) throw new Refusal('notebook_damaged');
  const { kernelspec, language_info: info } = parsed.metadata ?? {};
  return { cells: all, language: info?.name ?? kernelspec?.language ?? 'python' };
}

export const textOfCell = (source: string | string[]) =>
  (typeof source === 'string' ? source : source.join('')).replace(/\r\n?/g, '\n');

export function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
