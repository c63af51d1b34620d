import type { CodePart, DemoDocument, DemoPart } from './document';
import { slidesOf } from './slides';

/**
 * What is shown where only the block or the activity of that name is asked for: the block alone, an
 * activity with its task. Undefined where there is none that could be shown.
 */
export function partsOfName(document: DemoDocument, name: string): DemoPart[] | undefined {
  const block = document.parts.find((part) => isShownCode(part) && part.id === name);
  if (block) return [block];
  const activity = document.parts.find((part) => part.kind === 'activity' && part.name === name);
  return (
    activity && slidesOf(document).find(({ parts }) => parts.some((one) => one === activity))?.parts
  );
}

const isShownCode = (part: DemoPart): part is CodePart =>
  part.kind === 'code' && part.role !== 'setup';

/** The same document, in which code is run and not changed. */
export function readonlyDocument(document: DemoDocument): DemoDocument {
  const parts = document.parts.map((part) =>
    part.kind === 'code' && part.role === 'run' ? { ...part, role: 'readonly' as const } : part,
  );
  return { ...document, parts };
}
