/** An exercise as a block that is run where it stands, after what it needs, and that nothing else needs. */
import { findLanguage } from '../agentbay/languages';
import type { ActivityPart, CodePart } from './document';

export function exerciseBlockId(name: string): string {
  return `exercise:${name}`;
}

/** Undefined for what is not run. */
export function exerciseBlock({ type, name, main, line }: ActivityPart): CodePart | undefined {
  const language = findLanguage(main.language);
  if (type !== 'exercise' || language === undefined) return undefined;
  const timeoutS = Number(main.values.timeout);
  return {
    kind: 'code',
    id: exerciseBlockId(name),
    language,
    role: 'run',
    isAside: true,
    code: main.text,
    isFresh: main.words.includes('fresh'),
    isPredicted: false,
    ...(timeoutS > 0 ? { timeoutS } : {}),
    line,
  };
}
