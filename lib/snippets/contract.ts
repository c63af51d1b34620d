/** What a shared program or demo is. Types and limits only, safe for the browser. */
import type { SourceFile } from '../agentbay/contract';
import type { Language } from '../agentbay/languages';
import type { Receipt } from '../agentbay/receipt';
import type { RecordedBlocks } from '../demos/recorded';

/** Characters (code points) of a title, after it has been cleaned. */
export const TITLE_LIMIT = 200;
/** Prepared input, in bytes of UTF-8. */
export const SNIPPET_STDIN_LIMIT_BYTES = 64 * 1024;
/** The document of a demo, in bytes of UTF-8. */
export const MARKDOWN_LIMIT_BYTES = 512 * 1024;
export const REVISIONS_LIMIT = 1000;

export const SNIPPET_KINDS = ['program', 'demo'] as const;
export type SnippetKind = (typeof SNIPPET_KINDS)[number];

/** `unlisted`: for those who have the link, and not for search engines. */
export const VISIBILITIES = ['unlisted', 'listed'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/** One program with its files and input. */
export interface ProgramContent {
  kind: 'program';
  language: Language;
  /** The program that is run. */
  code: string;
  /** Its other files. */
  files: SourceFile[];
  /** Prepared input; absent: it is typed while the program runs. */
  stdin?: string;
  timeoutS: number;
}

/** A document with programs in it (`lib/demos`). It is the author's: what readers get goes through `publicMarkdown`. */
export interface DemoContent {
  kind: 'demo';
  markdown: string;
}

/** What one revision holds. It never changes. */
export type SnippetContent = ProgramContent | DemoContent;

/** One revision of one snippet. Revisions count from 1. */
export interface RevisionName {
  id: string;
  revision: number;
}

/** A line of a snippet's history. */
export interface RevisionNote {
  revision: number;
  /** Milliseconds since 1970. */
  createdAtMs: number;
  hasReceipt: boolean;
}

/** What belongs to a snippet as a whole and can be changed with its secret. */
export interface SnippetHead {
  id: string;
  /** The same in all its revisions. */
  kind: SnippetKind;
  /** One clean line, at most 200 characters; empty where it has none. */
  title: string;
  visibility: Visibility;
  /** Milliseconds since 1970, after which it is gone; absent: it stays. */
  expiresAtMs?: number;
  /** Milliseconds since 1970. */
  createdAtMs: number;
  latestRevision: number;
  /** What it was forked from, which may be gone by now. */
  parent?: RevisionName;
  /** Rises with every change of this and with every revision. */
  version: number;
}

interface RevisionFacts {
  revision: number;
  /** When this revision was made, in milliseconds since 1970. */
  revisedAtMs: number;
  /** All revisions, the first one first. */
  history: RevisionNote[];
}

/** One revision of a program, with all that is known of its snippet. */
export interface ProgramSnippet extends Omit<SnippetHead, 'kind'>, ProgramContent, RevisionFacts {
  /** What a run of exactly this content gave; absent where none was recorded. */
  receipt?: Receipt;
}

/** The same of a demo. */
export interface DemoSnippet extends Omit<SnippetHead, 'kind'>, DemoContent, RevisionFacts {
  /** What its blocks gave, in one sandbox; absent where none was recorded. */
  receipt?: RecordedBlocks;
}

export type Snippet = ProgramSnippet | DemoSnippet;

/** What is left of a snippet that was deleted or has expired: no content, no title, no secret. */
export interface Tombstone {
  id: string;
  reason: 'deleted' | 'expired';
  /** Milliseconds since 1970. */
  goneAtMs: number;
}

/** `partly`: of some blocks there was no time or no room for it. */
export const RECORDINGS = ['whole', 'partly', 'missing'] as const;
export type Recording = (typeof RECORDINGS)[number];

/** What POST /api/snippets answers, with status 201. Addresses are paths of this server. */
export interface SnippetCreated extends RevisionName {
  /** The public link, `/s/{id}` or `/d/{id}`. */
  url: string;
  /** With it the snippet can be changed and deleted; it is shown once and kept nowhere. */
  secret: string;
  /** The link for the author. The secret stands in its fragment, which browsers do not send. */
  editUrl: string;
  receipt?: Receipt;
  /** Of a demo: whether the outputs of its blocks were recorded. */
  recording?: Recording;
}

/** What PUT /api/snippets/{id} answers, with status 201. */
export interface RevisionCreated extends RevisionName {
  url: string;
  receipt?: Receipt;
  /** Of a demo: whether the outputs of its blocks were recorded. */
  recording?: Recording;
}

/** What GET /api/snippets/{id} answers. A demo comes without what its readers may not have. */
export type SnippetResponse = Snippet & { url: string };

/** What PATCH /api/snippets/{id} answers. */
export interface SnippetHeadResponse extends SnippetHead {
  url: string;
}
