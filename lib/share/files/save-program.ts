/** Gives the user the program in the editor as a file. */
import { LANGUAGE_NAMES } from '@/lib/agentbay/languages';
import { downloadBytes, downloadText } from '@/lib/client/download';
import { urlOf } from '@/lib/snippets/links';
import { toNotebook } from '../notebook';
import type { SharedProgram } from '../program';
import { stemOf } from './file-stem';

export type SaveForm = 'file' | 'zip' | 'notebook';

interface About {
  /** Empty where it has none. */
  title: string;
  /** What it was made from or shared as; absent: nothing. */
  id: string | undefined;
}

export async function saveProgram(form: SaveForm, program: SharedProgram, { title, id }: About) {
  const { fileName } = LANGUAGE_NAMES[program.language];
  const [stem = 'main', extension = 'txt'] = fileName.split('.');
  const name = stemOf(title) || stem;
  const url = id === undefined ? undefined : location.origin + urlOf(id);
  if (form === 'file') return downloadText(`${name}.${extension}`, program.code);
  if (form === 'notebook') {
    const notebook = toNotebook({ ...program, title: title || fileName }, url);
    return downloadText(`${name}.ipynb`, `${JSON.stringify(notebook, null, 1)}\n`);
  }
  const { zipProgram } = await import('./zip-program');
  const bytes = zipProgram(program, { title: title || fileName, url, atMs: Date.now() });
  downloadBytes(`${name}.zip`, bytes, 'application/zip');
}
