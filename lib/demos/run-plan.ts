/** What has to run before a block of a document, and what a context holds. */
import type { SourceFile } from '../agentbay/contract';
import type { Language } from '../agentbay/languages';
import { type CodePart, textOfFile } from './document';

/** A language's context down the page, as far as it is known here. */
export interface KnownContext {
  /** The stretch of the page that it belongs to: another one begins with each block that is `fresh`. */
  stretch: number;
  /** The code of each block that has run in it, by id. */
  ran: Map<string, string>;
}

export type KnownContexts = Map<Language, KnownContext>;

/** What stands in a block now. */
export type CodeOf = (part: CodePart) => string;

const isRun = ({ role }: CodePart) => role !== 'file';

/** How many blocks that are `fresh` there are up to this one, itself included, in its language. */
export function stretchOf(parts: readonly CodePart[], part: CodePart): number {
  const upTo = parts.slice(0, parts.indexOf(part) + 1);
  return upTo.filter(
    (one) =>
      isRun(one) && (!one.isAside || one === part) && one.language === part.language && one.isFresh,
  ).length;
}

/** The blocks that stand above it in its stretch, in order. */
export function neededBy(parts: readonly CodePart[], part: CodePart): CodePart[] {
  const stretch = stretchOf(parts, part);
  return parts
    .slice(0, parts.indexOf(part))
    .filter(
      (one) =>
        isRun(one) &&
        !one.isAside &&
        one.language === part.language &&
        stretchOf(parts, one) === stretch,
    );
}

/** What a run of the block runs: what it needs and has not run as it stands now, then itself. */
export function planOf(
  parts: readonly CodePart[],
  part: CodePart,
  contexts: KnownContexts,
  codeOf: CodeOf,
): CodePart[] {
  // It begins anew: whatever there is, it finds nothing of it.
  if (part.isFresh) return [part];
  const context = contexts.get(part.language);
  const ran = context?.stretch === stretchOf(parts, part) ? context.ran : undefined;
  return [...neededBy(parts, part).filter((one) => ran?.get(one.id) !== codeOf(one)), part];
}

/** The files that stand above a block; of two of one name the nearer one. */
export function filesAbove(parts: readonly CodePart[], part: CodePart): SourceFile[] {
  const files = new Map<string, string>();
  for (const one of parts.slice(0, parts.indexOf(part))) {
    if (one.path !== undefined) files.set(one.path, textOfFile(one));
  }
  return Array.from(files, ([path, text]) => ({ path, text }));
}
