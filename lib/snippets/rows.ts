/** Between rows and what they mean. A row is read through a schema: another version may have written it. */
import 'server-only';
import { z } from 'zod';
import { LANGUAGES } from '@/lib/agentbay/languages';
import {
  type SnippetContent,
  type SnippetHead,
  type SnippetKind,
  type Tombstone,
  VISIBILITIES,
} from './contract';
import type { RevisionRow, SnippetRow } from './schema';

const language = z.enum(LANGUAGES);
const visibility = z.enum(VISIBILITIES);
const program = z.object({
  code: z.string(),
  files: z.array(z.object({ path: z.string(), text: z.string() })),
  stdin: z.string().optional(),
});
const demo = z.object({ markdown: z.string() });

/** What stands in the column `language` of a demo. */
const DEMO_LANGUAGE = 'markdown';

export function kindOf(column: string): SnippetKind {
  return column === DEMO_LANGUAGE ? 'demo' : 'program';
}

/** The columns of a revision that hold its content. */
type ContentColumns = Pick<RevisionRow, 'language' | 'timeout_s' | 'content'>;

export function writeContent(given: SnippetContent): ContentColumns {
  if (given.kind === 'demo') {
    const { markdown } = given;
    return { language: DEMO_LANGUAGE, timeout_s: 0, content: JSON.stringify({ markdown }) };
  }
  const { code, files, stdin } = given;
  return {
    language: given.language,
    timeout_s: given.timeoutS,
    content: JSON.stringify({ code, files, stdin }),
  };
}

export function readContent(row: ContentColumns): SnippetContent {
  const content: unknown = JSON.parse(row.content);
  if (kindOf(row.language) === 'demo') return { kind: 'demo', ...demo.parse(content) };
  const { code, files, stdin } = program.parse(content);
  return {
    kind: 'program',
    language: language.parse(row.language),
    code,
    files,
    ...(stdin === undefined ? {} : { stdin }),
    timeoutS: row.timeout_s,
  };
}

/** A row with the column `language` of its revisions, which tells the kind. */
export interface KindRow extends SnippetRow {
  language: string | null;
}

export function headOf(row: KindRow): SnippetHead {
  return {
    id: row.id,
    kind: kindOf(row.language ?? ''),
    title: row.title,
    visibility: visibility.parse(row.visibility),
    ...(row.expires_at_ms === null ? {} : { expiresAtMs: row.expires_at_ms }),
    createdAtMs: row.created_at_ms,
    latestRevision: row.latest_revision,
    ...(row.parent_id === null || row.parent_revision === null
      ? {}
      : { parent: { id: row.parent_id, revision: row.parent_revision } }),
    version: row.version,
  };
}

/** What is left of it; undefined while it is there. Expired is gone, whether or not the sweep has come. */
export function tombstoneOf(row: SnippetRow, nowMs: number): Tombstone | undefined {
  const { id, gone, gone_at_ms, expires_at_ms } = row;
  if (gone !== null) {
    const reason = gone === 'deleted' ? 'deleted' : 'expired';
    return { id, reason, goneAtMs: gone_at_ms ?? 0 };
  }
  const isOver = expires_at_ms !== null && expires_at_ms <= nowMs;
  return isOver ? { id, reason: 'expired', goneAtMs: expires_at_ms } : undefined;
}
