/** The program in files from outside: one source, several, a zip or a notebook. */
import type { SourceFile } from '@/lib/agentbay/contract';
import type { Language } from '@/lib/agentbay/languages';
import { workspacePathProblem } from '@/lib/agentbay/workspace-path';
import {
  MAX_SOURCE_BYTES,
  MAX_SOURCE_FILE_BYTES,
  MAX_SOURCE_FILES,
  problemOfNewPath,
  sizeOfText,
} from '@/lib/store/source-files';
import type { Incoming } from '@/lib/store/workspace-slice';
import type { SharedProgram } from '../program';
import { decodeText } from './decode-text';
import { extensionOf, fileNameOf, fileOfLanguage, languageOfFile } from './file-language';
import { readNotebook } from './notebook-program';
import { README, readReadme } from './readme';
import { type ImportNote, Refusal } from './refusal';
import { unzip, type ZipEntry } from './unzip';

export interface ImportedProgram {
  program: SharedProgram;
  /** The name of the file that it was in. */
  name: string;
  /** What is no text, or too large to be a file of the program. */
  rest: Incoming[];
  notes: ImportNote[];
}

/** Of a program, as the server takes it. */
const MAX_CODE_BYTES = 256 * 1024;
const MAX_FILE_BYTES = 16 * 1024 * 1024;
const MAX_AT_ONCE = 200;
/** Which of several files is likely the one to run. */
const LIKELY = /(?:^|\/)(?:main|__main__|index|app|run|program|solution)\.[^./]+$/i;

interface Defaults {
  /** Of a text whose name does not tell. */
  language: Language;
  timeoutS: number;
  /** Languages that the server runs. */
  offered: readonly Language[];
}

/** Throws a Refusal. */
export async function programFromFiles(
  incoming: readonly Incoming[],
  defaults: Defaults,
): Promise<ImportedProgram> {
  const [first, ...others] = incoming;
  if (!first) throw new Refusal('empty');
  if (others.length >= MAX_AT_ONCE) throw new Refusal('zip_entries', { count: MAX_AT_ONCE });
  const entries: ZipEntry[] = [];
  for (const { path, content } of incoming) entries.push({ path, bytes: await bytesOf(content) });
  const name = fileNameOf(first.path);
  if (others.length > 0 || !isZip(entries[0])) return assemble(entries, [], name, defaults);
  const { entries: unpacked, leftOut } = unzip(entries[0]?.bytes ?? new Uint8Array());
  return assemble(unpacked, leftOut, name, defaults);
}

async function bytesOf(content: Blob): Promise<Uint8Array<ArrayBuffer>> {
  if (content.size > MAX_FILE_BYTES) throw new Refusal('too_large', { mebibytes: 16 });
  try {
    return new Uint8Array(await content.arrayBuffer());
  } catch {
    throw new Refusal('unreadable');
  }
}

/** By what is in it: its name may say anything. */
function isZip(entry: ZipEntry | undefined): boolean {
  const [a, b, c, d] = entry?.bytes ?? [];
  return a === 0x50 && b === 0x4b && ((c === 3 && d === 4) || (c === 5 && d === 6));
}

function assemble(
  entries: readonly ZipEntry[],
  leftOut: readonly string[],
  name: string,
  { language: usual, timeoutS: usualTimeoutS, offered }: Defaults,
): ImportedProgram {
  const isOffered = (language: Language | undefined) =>
    language !== undefined && offered.includes(language);
  const chosen = chooseProgram(entries, isOffered);
  if (!chosen) throw new Refusal(entries.length === 0 ? 'empty' : 'no_program');
  const notes: ImportNote[] = [];
  const main = textOf(chosen, notes);
  const own: SourceFile[] = [];
  let code = main;
  const named = languageOfFile(chosen.path);
  let language = named && isOffered(named) ? named : usual;
  if (extensionOf(chosen.path) === 'ipynb') {
    const notebook = readNotebook(main);
    ({ language, code } = notebook);
    own.push(...notebook.files);
    notes.push(...notebook.notes);
  }
  if (code.trim() === '') throw new Refusal('empty');
  if (sizeOfText(code) > MAX_CODE_BYTES) throw new Refusal('too_large', { mebibytes: 0.25 });

  let others = entries.filter((entry) => entry !== chosen);
  const about = aboutOf(others);
  if (about) others = others.filter(({ path }) => path !== README);
  const input = others.find(({ path }) => path === about?.inputPath);
  others = others.filter((entry) => entry !== input);
  const stdin = input && decodeText(input.bytes)?.text;
  const sorted = sortFiles(others, own, [...leftOut]);
  if (sorted.left.length > 0) notes.push({ kind: 'left_out', names: sorted.left });
  if (sorted.rest.length > 0)
    notes.push({ kind: 'in_session', names: sorted.rest.map(({ path }) => path) });
  const program: SharedProgram = {
    language,
    code,
    files: sorted.files,
    timeoutS: about?.timeoutS ?? usualTimeoutS,
    ...(stdin === undefined ? {} : { stdin }),
  };
  return { program, name, rest: sorted.rest, notes };
}

function chooseProgram(
  entries: readonly ZipEntry[],
  isOffered: (language: Language | undefined) => boolean,
): ZipEntry | undefined {
  const depth = ({ path }: ZipEntry) => path.split('/').length;
  const byDepth = entries.toSorted((a, b) => depth(a) - depth(b));
  const sources = byDepth.filter(({ path }) => isOffered(languageOfFile(path)));
  return (
    byDepth.find(({ path }) => isOffered(fileOfLanguage(path))) ??
    (sources.length === 1 ? sources[0] : undefined) ??
    sources.find(({ path }) => LIKELY.test(path)) ??
    sources[0] ??
    byDepth.find(({ path }) => extensionOf(path) === 'ipynb') ??
    byDepth.find(({ path }) => extensionOf(path) === 'txt') ??
    (entries.length === 1 ? entries[0] : undefined)
  );
}

function textOf({ path, bytes }: ZipEntry, notes: ImportNote[]): string {
  const found = decodeText(bytes);
  if (!found) throw new Refusal('binary', { name: fileNameOf(path) });
  const name = fileNameOf(path);
  if (found.encoding === 'latin1') notes.push({ kind: 'latin1', name });
  if (found.encoding === 'utf-16') notes.push({ kind: 'utf16', name });
  return found.text;
}

function aboutOf(entries: readonly ZipEntry[]) {
  const readme = entries.find(({ path }) => path === README);
  return readme && readReadme(decodeText(readme.bytes)?.text ?? '');
}

/** Small texts become the program's own files, others go to the session, the rest is left out. */
function sortFiles(entries: readonly ZipEntry[], own: readonly SourceFile[], left: string[]) {
  const files: SourceFile[] = [];
  const rest: Incoming[] = [];
  let size = 0;
  const add = (path: string, text: string) => {
    size += sizeOfText(text);
    if (size > MAX_SOURCE_BYTES || files.length >= MAX_SOURCE_FILES) return false;
    files.push({ path, text });
    return true;
  };
  for (const { path, text } of own) {
    if (problemOfNewPath(path, files) || !add(path, text)) left.push(path);
  }
  for (const { path, bytes } of entries) {
    if (problemOfNewPath(path, files) ?? workspacePathProblem(path)) {
      left.push(path);
      continue;
    }
    const text = bytes.length > MAX_SOURCE_FILE_BYTES ? undefined : plainText(bytes);
    if (text === undefined || !add(path, text)) rest.push({ path, content: new Blob([bytes]) });
  }
  return { files, rest, left };
}

/** Exactly as it is: other files may be data, in which every byte counts. */
function plainText(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}
