/** A program as it travels by a link: all that a run of it needs. */
import type { SourceFile } from '../agentbay/contract';
import { LANGUAGES, type Language } from '../agentbay/languages';
import * as z from '../client/shape';
import { problemOfNewPath } from '../store/source-files';

export interface SharedProgram {
  language: Language;
  code: string;
  files: SourceFile[];
  /** Prepared input; absent: it is typed while the program runs. */
  stdin?: string | undefined;
  timeoutS: number;
}

const schema = z.object({
  language: z.enum(LANGUAGES),
  code: z.string(),
  files: z.array(z.object({ path: z.string(), text: z.string() })),
  stdin: z.optional(z.string()),
  timeoutS: z.number().check(z.int(), z.gte(1), z.lte(3600)),
});

/** Undefined for anything else. Files whose names no server would take are left out. */
export function readProgram(value: unknown): SharedProgram | undefined {
  const parsed = schema.safeParse(value);
  if (!parsed.success) return undefined;
  const files: SourceFile[] = [];
  for (const { path, text } of parsed.data.files) {
    if (!problemOfNewPath(path, files)) files.push({ path, text });
  }
  const { language, code, stdin, timeoutS } = parsed.data;
  return { language, code, files, stdin, timeoutS };
}
