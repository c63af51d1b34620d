/** Checks what a caller asks of the store, in the way of `run-request.ts`, which checks the program itself. */
import 'server-only';
import {
  checkCode,
  checkFiles,
  checkLanguage,
  checkStdin,
  checkText,
  checkTimeoutS,
} from '@/lib/agentbay/run-request';
import { shown } from '@/lib/agentbay/shown';
import { cleanLine } from '@/lib/clean-line';
import { problemOfDocument } from '@/lib/demos/document-limits';
import { AppError } from '@/lib/errors';
import {
  MARKDOWN_LIMIT_BYTES,
  type RevisionName,
  SNIPPET_STDIN_LIMIT_BYTES,
  type SnippetContent,
  TITLE_LIMIT,
  VISIBILITIES,
  type Visibility,
} from './contract';
import { isSnippetId } from './id';

const PROGRAM_FIELDS = ['language', 'code', 'files', 'stdin', 'timeoutS'] as const;
/** The fields of a request that `checkContent` reads. */
export const CONTENT_FIELDS = ['markdown', ...PROGRAM_FIELDS] as const;

/** Ten years: whoever means longer means for ever. */
const LONGEST_EXPIRY_MS = 10 * 366 * 24 * 3600 * 1000;

function wrong(field: string, expected: string, came: unknown): AppError {
  return new AppError('bad_request', `${field}: expected ${expected}, got ${shown(came)}.`, {
    field,
  });
}

/** A program and what goes with it, as a run would take it; or the document of a demo, in `markdown` alone. */
export function checkContent(
  body: { [field in (typeof CONTENT_FIELDS)[number]]?: unknown },
  maxTimeoutS: number,
): SnippetContent {
  if (body.markdown !== undefined) return { kind: 'demo', markdown: checkMarkdown(body) };
  const stdin = checkSnippetStdin(body.stdin);
  return {
    kind: 'program',
    language: checkLanguage(body.language),
    code: checkCode(body.code),
    files: checkFiles(body.files) ?? [],
    ...(stdin === undefined ? {} : { stdin }),
    timeoutS: checkTimeoutS(body.timeoutS, maxTimeoutS),
  };
}

/** Any text with something in it, without a byte order mark. */
function checkMarkdown(body: Parameters<typeof checkContent>[0]): string {
  const other = PROGRAM_FIELDS.find((field) => body[field] !== undefined);
  if (other !== undefined) {
    const detail = `${other}: a demo has only markdown, in which its programs stand.`;
    throw new AppError('bad_request', detail, { field: other });
  }
  const text = checkText(body.markdown, 'markdown', MARKDOWN_LIMIT_BYTES);
  const markdown = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (markdown.trim() === '') throw wrong('markdown', 'a document', body.markdown);
  const problem = problemOfDocument(markdown);
  if (problem !== undefined) {
    throw new AppError('bad_request', `markdown: ${problem}.`, { field: 'markdown' });
  }
  return markdown;
}

/** Prepared input; absent or empty: it is typed while the program runs. */
export function checkSnippetStdin(value: unknown): string | undefined {
  const stdin = checkStdin(value) || undefined;
  const bytes = Buffer.byteLength(stdin ?? '');
  if (bytes <= SNIPPET_STDIN_LIMIT_BYTES) return stdin;
  throw new AppError(
    'too_large',
    `stdin: expected at most ${SNIPPET_STDIN_LIMIT_BYTES / 1024} KiB of UTF-8 text in a snippet, got ${Math.ceil(bytes / 1024)} KiB.`,
    { field: 'stdin' },
  );
}

/** One clean line (`clean-line.ts`). Absent: no title. Throws too_large above 200 characters. */
export function checkTitle(value: unknown): string {
  if (value === undefined) return '';
  if (typeof value !== 'string') throw wrong('title', 'a string', value);
  if (!value.isWellFormed()) {
    throw wrong('title', 'Unicode text without half of a surrogate pair', value.toWellFormed());
  }
  const title = cleanLine(value);
  const length = [...title].length;
  if (length > TITLE_LIMIT) {
    throw new AppError(
      'too_large',
      `title: expected at most ${TITLE_LIMIT} characters, got ${length}.`,
      { field: 'title' },
    );
  }
  return title;
}

export function checkVisibility(value: unknown): Visibility {
  if (value === undefined) return 'unlisted';
  const visibility = VISIBILITIES.find((name) => name === value);
  if (visibility === undefined) throw wrong('visibility', '"unlisted" or "listed"', value);
  return visibility;
}

/** Milliseconds since 1970, later than now; null and absent: it stays. */
export function checkExpiresAtMs(value: unknown, nowMs = Date.now()): number | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'number' || !Number.isInteger(value)) {
    throw wrong('expiresAtMs', 'a whole number of milliseconds since 1970, or null', value);
  }
  if (value <= nowMs || value > nowMs + LONGEST_EXPIRY_MS) {
    throw wrong('expiresAtMs', 'a time from now to ten years from now', value);
  }
  return value;
}

/** What it was forked from: `{id, revision}`. Absent: it is nobody's fork. */
export function checkParent(value: unknown): RevisionName | undefined {
  if (value === undefined || value === null) return undefined;
  const { id, revision } = Object(value) as Record<string, unknown>;
  if (typeof id !== 'string' || !isSnippetId(id) || !isRevision(revision)) {
    throw wrong('parent', '{id, revision} of a snippet of this server', value);
  }
  return { id, revision };
}

/** Of an address's query: a whole number from 1; absent: the newest. Throws bad_request. */
export function checkRevision(value: string | null): number | undefined {
  if (value === null) return undefined;
  const revision = /^[1-9]\d{0,8}$/.test(value) ? Number(value) : undefined;
  if (revision === undefined) throw wrong('revision', 'a whole number from 1', value);
  return revision;
}

/** `run`: where no recorded run fits, the server makes one. Absent: then there is no receipt. */
export function checkReceiptWish(value: unknown): 'run' | undefined {
  if (value === undefined || value === 'run') return value;
  throw wrong('receipt', '"run" or nothing', value);
}

/** The run whose events may become the receipt. */
export function checkRunId(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== 'string' || value.length > 100)
    throw wrong('runId', 'the id of a run', value);
  return value;
}

function isRevision(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value < 1e9;
}
