/**
 * The files of lessons in a folder: `group/lesson.md`, beside it `lesson.json` with what was recorded, and
 * `index.md`, which describes the group. `lesson.zh.md` is the same lesson in another language. Nothing is ever
 * looked for that a request names: addresses are looked up among the files that there are.
 */
import 'server-only';
import { constants } from 'node:fs';
import { open, readdir, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { log } from '@/lib/log';
import { LOCALES, type Locale } from '@/lib/messages/locales';

/** Of a lesson's text, and of what was recorded of it. */
export const LESSON_BYTES = 256 * 1024;
export const RECORDED_FILE_BYTES = 6 * 1024 * 1024;
/** Files beyond these are not looked at. */
const MAX_GROUPS = 100;
const MAX_FILES = 1000;

/** Files directly in the folder are of this group. */
export const TOP_GROUP = 'lessons';

export interface FoundFile {
  group: string;
  /** As an address has it. */
  name: string;
  /** That its name ends with, where it is one of the interface. */
  language: Locale | undefined;
  path: string;
  /** Another one when the file is another. */
  mark: string;
  recorded: { path: string; mark: string } | undefined;
}

/** In the order of their names; none where there is no such folder. Links are followed within the folder only. */
export async function listLessonFiles(folder: string): Promise<FoundFile[]> {
  const root = await realpath(folder).catch(() => undefined);
  if (root === undefined) return [];
  const found: FoundFile[] = [];
  const groups = (await entriesOf(root)).slice(0, MAX_FILES);
  await addFiles(found, root, root, TOP_GROUP);
  let count = 0;
  for (const name of groups) {
    const group = nameInAddress(name);
    if (group === undefined || name.endsWith('.md') || name.endsWith('.json')) continue;
    if (count >= MAX_GROUPS || found.length >= MAX_FILES) break;
    const path = await insideOf(root, join(root, name));
    if (path === undefined || !(await isFolder(path))) continue;
    count += 1;
    await addFiles(found, root, path, group);
  }
  return found;
}

async function addFiles(found: FoundFile[], root: string, folder: string, group: string) {
  const names = await entriesOf(folder);
  for (const name of names) {
    if (!name.endsWith('.md') || found.length >= MAX_FILES) continue;
    const stem = name.slice(0, -'.md'.length);
    const { base, language } = languageOf(stem);
    const inAddress = nameInAddress(base);
    if (inAddress === undefined) continue;
    const isSame = (one: FoundFile) =>
      one.group === group && one.name === inAddress && one.language === language;
    if (found.some(isSame)) continue;
    const file = await markedFile(root, join(folder, name));
    if (file === undefined) continue;
    const sidecar = `${stem}.json`;
    const recorded = names.includes(sidecar)
      ? await markedFile(root, join(folder, sidecar))
      : undefined;
    found.push({ group, name: inAddress, language, ...file, recorded });
  }
}

/** `first-steps.zh` is `first-steps` in Chinese. */
function languageOf(stem: string): { base: string; language: Locale | undefined } {
  const [, base = stem, end] = /^(.+)\.([a-z]+)$/i.exec(stem) ?? [];
  const language = LOCALES.find((locale) => locale === end?.toLowerCase());
  return language === undefined ? { base: stem, language } : { base, language };
}

/** Hidden files, and names that an address could not have, are undefined. `Lesson 1` is `lesson-1`. */
export function nameInAddress(name: string): string | undefined {
  const text = name.normalize('NFC').toLowerCase().trim().replace(/[ _]+/g, '-');
  return /^[\p{L}\p{N}][\p{L}\p{N}\p{M}-]{0,79}$/u.test(text) ? text : undefined;
}

async function entriesOf(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  } catch (err) {
    log().warn({ err, folder }, 'a folder of lessons cannot be read');
    return [];
  }
}

/** Where the path leads, if that is within the folder. */
async function insideOf(root: string, path: string): Promise<string | undefined> {
  const real = await realpath(path).catch(() => undefined);
  return real?.startsWith(root.endsWith(sep) ? root : root + sep) ? real : undefined;
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
}

async function markedFile(root: string, path: string) {
  const real = await insideOf(root, path);
  const facts = real === undefined ? undefined : await stat(real).catch(() => undefined);
  if (real === undefined || !facts?.isFile()) return undefined;
  return { path: real, mark: `${facts.ino}.${facts.size}.${facts.mtimeMs}.${facts.ctimeMs}` };
}

/** Undefined, and a word in the log, where it is too large, no text, or cannot be read. */
export async function readText(path: string, limitBytes: number): Promise<string | undefined> {
  let why = 'it cannot be read';
  try {
    // What has become a link, or a pipe that nobody writes to, is not waited for.
    const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    try {
      const facts = await file.stat();
      if (facts.isFile() && facts.size <= limitBytes) {
        const bytes = await file.readFile();
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
      }
      why = facts.isFile() ? `it is larger than ${limitBytes} bytes` : 'it is no file';
    } finally {
      await file.close();
    }
  } catch (err) {
    log().warn({ err, path }, 'a lesson cannot be read');
    return undefined;
  }
  log().warn({ path, why }, 'a lesson is left out');
  return undefined;
}
