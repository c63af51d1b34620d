import type { SourceFile } from '../agentbay/contract';
import type { Language } from '../agentbay/languages';
import type { CodePart } from './document';
import { type CodeOf, filesAbove, neededBy } from './run-plan';

/** A block of a document as a program of its own. */
export interface BlockProgram {
  language: Language;
  /** What it needs, then itself. */
  code: string;
  /** Where itself begins. */
  firstLine: number;
  files: SourceFile[];
  stdin?: string;
  timeoutS?: number;
}

/** Undefined where there is no such block. */
export function programOfBlock(
  parts: readonly CodePart[],
  id: string,
  codeOf: CodeOf,
): BlockProgram | undefined {
  const part = parts.find((one) => one.id === id);
  if (part === undefined) return undefined;
  const { language, stdin, timeoutS } = part;
  const above = part.isFresh ? [] : neededBy(parts, part).map((one) => `${codeOf(one)}\n`);
  const before = above.join('');
  return {
    language,
    code: before + codeOf(part),
    firstLine: before.split('\n').length,
    files: filesAbove(parts, part),
    ...(stdin === undefined ? {} : { stdin }),
    ...(timeoutS === undefined ? {} : { timeoutS }),
  };
}
