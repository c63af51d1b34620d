'use client';

import type { CodePart } from '@/lib/demos/document';
import { DemoBlock } from './demo-block';
import { useDemo } from './demo-provider';

interface AskingBlockProps {
  part: CodePart;
  /** Among those of the document. */
  number: number;
}

/** A block that is run before those that are shown: seen while it asks for input. */
export function AskingBlock({ part, number }: AskingBlockProps) {
  const isAsking = useDemo(({ blocks }) => blocks[part.id]?.phase === 'asking');
  if (!isAsking) return null;
  return (
    <DemoBlock part={part} number={number}>
      {null}
    </DemoBlock>
  );
}
