/** What a lesson is. Types only, safe for the browser. */
import type { RecordedBlocks } from '../demos/recorded';

/** A lesson as the list of all lessons tells it. */
export interface LessonFacts {
  /** `group/lesson`: its address is `/learn/{slug}`. */
  slug: string;
  title: string;
  /** One or two sentences without Markdown; empty where it has none. */
  summary: string;
  minutes: number;
  /** BCP 47, where the author says in which language it is written. */
  lang: string | undefined;
  /** What counts as progress, in order. */
  steps: LessonSteps;
  /** Its headings under the title, with their places in the page. */
  sections: { id: string; title: string }[];
  /** Pieces of code that its text explains (`elif range append`), to be found by. */
  terms: string;
}

/** The parts of a lesson that a reader does something with, by their names in the document. */
export interface LessonSteps {
  blocks: string[];
  activities: string[];
}

/** A part of a lesson under a heading of its own. */
export interface LessonSection {
  /** Its place in the page. */
  id: string;
  title: string;
  steps: LessonSteps;
}

/** A folder of lessons. */
export interface LessonGroup {
  id: string;
  title: string;
  summary: string;
  lang: string | undefined;
  lessons: LessonFacts[];
}

/** A lesson whole, with what a reader may not have. */
export interface Lesson extends LessonFacts {
  group: Pick<LessonGroup, 'id' | 'title' | 'lang'>;
  /** The one it is told in, among all in which it is there: `en`, `und` where nobody says. */
  language: string;
  languages: string[];
  /** Names this version wherever a document is named: `learn/{slug}`, `learn/{language}/{slug}` of several. */
  ref: string;
  /** Of its file, with all links followed. */
  path: string;
  /** Without its front matter. */
  markdown: string;
  recorded: RecordedBlocks;
  /** Another one whenever its text or what was recorded is another. */
  version: string;
  /** Its place in the group, from 1, and how many there are. */
  number: number;
  count: number;
  previous: LessonFacts | undefined;
  next: LessonFacts | undefined;
}
