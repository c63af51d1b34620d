import { Component, type ReactNode } from 'react';
import { textOfItem } from '@/lib/console/rich-forms';
import type { ResultBlock } from '@/lib/console/transcript';
import { PlainResult } from './plain-result';

interface ResultBoundaryProps {
  block: ResultBlock;
  children: ReactNode;
}

/** A mistake of ours in one result, or code that could not be fetched, leaves the others alone. */
export class ResultBoundary extends Component<ResultBoundaryProps, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return <PlainResult text={textOfItem(this.props.block.item)} failure={{ kind: 'notDrawn' }} />;
  }
}
