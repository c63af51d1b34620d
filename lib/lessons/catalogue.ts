/** All lessons, read again when their files change. */
import 'server-only';
import { z } from 'zod';
import { LANGUAGE_NAMES } from '@/lib/agentbay/languages';
import type { RecordedBlocks } from '@/lib/demos/recorded';
import { log } from '@/lib/log';
import { describeLesson } from './describe-lesson';
import {
  type FoundFile,
  LESSON_BYTES,
  listLessonFiles,
  RECORDED_FILE_BYTES,
  readText,
} from './folder';
import { type FrontMatter, readFrontMatter } from './front-matter';
import type { Lesson, LessonFacts, LessonGroup } from './lesson';
import { lessonRef } from './lesson-ref';

/** How often it is looked whether files have changed. */
const LOOK_AGAIN_MS = 1000;
/** What describes its folder, and is no lesson. */
const INDEX = 'index';

interface Read {
  mark: string;
  facts: FrontMatter;
  markdown: string;
  about: Omit<LessonFacts, 'slug'>;
}

type ReadFiles = Map<string, Read | { mark: string; facts: null }>;

/** A file that was read, and the first part of its language's tag. */
interface Version extends Read {
  file: FoundFile;
  language: string;
}

/** All lessons as a reader of one language finds them. */
interface View {
  groups: LessonGroup[];
  lessons: Map<string, { facts: LessonFacts; version: Version; languages: string[] }>;
}

interface State {
  /** By group and name, the one without a language in its name first. */
  versions: Map<string, Version[]>;
  /** By the language wanted, made when it is. */
  views: Map<string | undefined, View>;
}

export class LessonCatalogue {
  readonly #folder: string;
  readonly #now: () => number;
  #lookedAtMs = Number.NEGATIVE_INFINITY;
  #looking: Promise<State> | undefined;
  #state: State = { versions: new Map(), views: new Map() };
  #marks = '';
  /** By path; null: what cannot be read, which is not tried again. */
  #read: ReadFiles = new Map();

  constructor(folder: string, now = () => performance.now()) {
    this.#folder = folder;
    this.#now = now;
  }

  async groups(wanted?: string): Promise<LessonGroup[]> {
    return (await this.#view(wanted)).groups;
  }

  /** Undefined where there is none of that slug. */
  async lesson(slug: string, wanted?: string): Promise<Lesson | undefined> {
    const { groups, lessons } = await this.#view(wanted);
    const found = lessons.get(slug);
    const group = groups.find(({ id }) => id === found?.version.file.group);
    if (found === undefined || group === undefined) return undefined;
    const at = group.lessons.findIndex((one) => one.slug === slug);
    const { facts, languages } = found;
    const { file, markdown, language } = found.version;
    return {
      ...facts,
      group: { id: group.id, title: group.title, lang: group.lang },
      ...{ language, languages },
      ref: lessonRef({ slug, language: languages.length > 1 ? language : undefined }),
      path: file.path,
      markdown,
      recorded: file.recorded ? await readRecorded(file.recorded.path) : {},
      version: `${file.mark}-${file.recorded?.mark ?? ''}`,
      number: at + 1,
      count: group.lessons.length,
      previous: group.lessons[at - 1],
      next: group.lessons[at + 1],
    };
  }

  /** A language that no lesson has is none, so that there are as many views as languages. */
  async #view(wanted: string | undefined): Promise<View> {
    const { versions, views } = await this.#current();
    const all = [...versions.values()].flat();
    const known = all.some(({ language }) => language === wanted) ? wanted : undefined;
    const view = views.get(known) ?? viewOf(versions, known);
    views.set(known, view);
    return view;
  }

  async #current(): Promise<State> {
    if (this.#now() - this.#lookedAtMs < LOOK_AGAIN_MS) return this.#state;
    this.#looking ??= this.#look().finally(() => {
      this.#looking = undefined;
    });
    return this.#looking;
  }

  async #look(): Promise<State> {
    const files = await listLessonFiles(this.#folder);
    const marks = JSON.stringify(files);
    if (marks !== this.#marks) {
      this.#state = await this.#readAll(files);
      this.#marks = marks;
    }
    this.#lookedAtMs = this.#now();
    return this.#state;
  }

  async #readAll(files: FoundFile[]): Promise<State> {
    const read: ReadFiles = new Map();
    const versions: State['versions'] = new Map();
    // Whatever says nothing in its name comes first: it is what there is for everybody else.
    for (const file of files.toSorted((a, b) => Number(!!a.language) - Number(!!b.language))) {
      const before = this.#read.get(file.path);
      const content = before?.mark === file.mark ? before : await readFile(file);
      read.set(file.path, content);
      if (content.facts === null) continue;
      const language = (file.language ?? content.facts.lang ?? 'und').split('-', 1)[0] ?? 'und';
      const name = `${file.group}/${file.name}`;
      const others = versions.get(name) ?? [];
      if (others.some((other) => other.language === language.toLowerCase())) continue;
      const version = { ...content, file, language: language.toLowerCase() };
      versions.set(name, [...others, version]);
    }
    this.#read = read;
    return { versions, views: new Map() };
  }
}

/** Each lesson once: in the wanted language, else as it comes first. */
function viewOf(versions: State['versions'], wanted: string | undefined): View {
  const groups = new Map<string, LessonGroup & { order: number; orders: Map<string, number> }>();
  const lessons: View['lessons'] = new Map();
  for (const [slug, all] of versions) {
    const first = all[0];
    const version = all.find(({ language }) => language === wanted) ?? first;
    if (first === undefined || version === undefined) continue;
    const { file, about } = version;
    const lang = about.lang ?? file.language;
    const order = version.facts.order ?? first.facts.order ?? Number.POSITIVE_INFINITY;
    const group = groups.get(file.group) ?? emptyGroup(file.group);
    groups.set(file.group, group);
    if (file.name === INDEX) {
      group.title = about.title === INDEX ? group.title : about.title;
      group.summary = about.summary;
      group.lang = lang;
      group.order = order;
      continue;
    }
    const facts: LessonFacts = { slug, ...about, lang };
    group.orders.set(slug, order);
    group.lessons.push(facts);
    lessons.set(slug, { facts, version, languages: all.map(({ language }) => language) });
  }
  const sorted = [...groups.values()]
    .filter((group) => group.lessons.length > 0)
    .sort((a, b) => compare(a.order, b.order))
    .map(({ order: _, orders, ...group }) => {
      const orderOf = ({ slug }: LessonFacts) => orders.get(slug) ?? Number.POSITIVE_INFINITY;
      return { ...group, lessons: group.lessons.sort((a, b) => compare(orderOf(a), orderOf(b))) };
    });
  return { groups: sorted, lessons };
}

/** Infinity is as large as itself. */
const compare = (a: number, b: number) => (a === b ? 0 : a - b);

async function readFile({ path, mark, name }: FoundFile) {
  const text = await readText(path, LESSON_BYTES);
  if (text === undefined) return { mark, facts: null };
  const { facts, markdown } = readFrontMatter(text);
  return { mark, facts, markdown, about: describeLesson(markdown, facts, name) };
}

function emptyGroup(id: string) {
  const language = Object.entries(LANGUAGE_NAMES).find(([name]) => name === id)?.[1];
  const words = id.replaceAll('-', ' ');
  const title = language?.name ?? words.charAt(0).toUpperCase() + words.slice(1);
  return {
    ...{ id, title, summary: '', lang: undefined, lessons: [] },
    order: Number.POSITIVE_INFINITY,
    orders: new Map<string, number>(),
  };
}

/** Written by `npm run lessons`, by us; so its form is not looked at closely. */
const recordedFile = z.record(z.string(), z.looseObject({ events: z.array(z.unknown()) }));

/** Empty where it cannot be read: a lesson is whole without. */
async function readRecorded(path: string): Promise<RecordedBlocks> {
  const text = await readText(path, RECORDED_FILE_BYTES);
  if (text === undefined) return {};
  try {
    return recordedFile.parse(JSON.parse(text)) as unknown as RecordedBlocks;
  } catch (err) {
    log().warn({ err, path }, 'what was recorded of a lesson cannot be read');
    return {};
  }
}
