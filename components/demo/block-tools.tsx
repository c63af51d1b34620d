'use client';

import type { ComponentType } from 'react';
import type { CodePart } from '@/lib/demos/document';
import { BlockSteps } from './block-steps';

export interface BlockToolProps {
  part: CodePart;
}

/** A button in the head of each block that is run, and what it opens. It finds the document by `useDemo`. */
export interface BlockTool {
  name: string;
  /** Where it gives null nothing is shown. */
  Button: ComponentType<BlockToolProps>;
  /** Below the block's output. */
  Panel?: ComponentType<BlockToolProps>;
}

/** Those that every document has. */
export const BLOCK_TOOLS: readonly BlockTool[] = [{ name: 'steps', Button: BlockSteps }];
