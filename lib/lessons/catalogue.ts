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

interface State {
  groups: LessonGroup[];
  lessons: Map<string, { facts: LessonFacts; file: FoundFile; markdown: string }>;
}

export class LessonCatalogue {
  readonly #folder: string;
  readonly #now: () => number;
  #lookedAtMs = Number.NEGATIVE_INFINITY;
  #looking: Promise<State> | undefined;
  #state: State = { groups: [], lessons: new Map() };
  #marks = '';
  /** By path; null: what cannot be read, which is not tried again. */
  #read: ReadFiles = new Map();

  constructor(folder: string, now = () => performance.now()) {
    this.#folder = folder;
    this.#now = now;
  }

  async groups(): Promise<LessonGroup[]> {
    return (await this.#current()).groups;
  }

  /** Undefined where there is none of that slug. */
  async lesson(slug: string): Promise<Lesson | undefined> {
    const { groups, lessons } = await this.#current();
    const found = lessons.get(slug);
    const group = groups.find(({ id }) => id === found?.file.group);
    if (found === undefined || group === undefined) return undefined;
    const at = group.lessons.findIndex((one) => one.slug === slug);
    const { file, facts, markdown } = found;
    return {
      ...facts,
      group: { id: group.id, title: group.title, lang: group.lang },
      markdown,
      recorded: file.recorded ? await readRecorded(file.recorded.path) : {},
      version: `${file.mark}-${file.recorded?.mark ?? ''}`,
      number: at + 1,
      count: group.lessons.length,
      previous: group.lessons[at - 1],
      next: group.lessons[at + 1],
    };
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
    const groups = new Map<string, LessonGroup & { order: number; orders: Map<string, number> }>();
    const lessons: State['lessons'] = new Map();
    for (const file of files) {
      const before = this.#read.get(file.path);
      const content = before?.mark === file.mark ? before : await readFile(file);
      read.set(file.path, content);
      if (content.facts === null) continue;
      const group = groups.get(file.group) ?? emptyGroup(file.group);
      groups.set(file.group, group);
      if (file.name === INDEX) {
        group.title = content.about.title === INDEX ? group.title : content.about.title;
        group.summary = content.about.summary;
        group.lang = content.about.lang;
        group.order = content.facts.order ?? group.order;
        continue;
      }
      const slug = `${file.group}/${file.name}`;
      const facts: LessonFacts = { slug, ...content.about };
      group.orders.set(slug, content.facts.order ?? Number.POSITIVE_INFINITY);
      group.lessons.push(facts);
      lessons.set(slug, { facts, file, markdown: content.markdown });
    }
    this.#read = read;
    const all = [...groups.values()]
      .filter((group) => group.lessons.length > 0)
      .sort((a, b) => compare(a.order, b.order))
      .map(({ order: _, orders, ...group }) => {
        const orderOf = ({ slug }: LessonFacts) => orders.get(slug) ?? Number.POSITIVE_INFINITY;
        return { ...group, lessons: group.lessons.sort((a, b) => compare(orderOf(a), orderOf(b))) };
      });
    return { groups: all, lessons };
  }
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
