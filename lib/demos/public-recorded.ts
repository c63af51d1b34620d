import type { DemoDocument } from './document';
import type { RecordedBlocks } from './recorded';

/** What was recorded, without the outputs that a reader is to guess. */
export function publicRecorded({ parts }: DemoDocument, recorded: RecordedBlocks): RecordedBlocks {
  const open: RecordedBlocks = {};
  for (const part of parts) {
    if (part.kind !== 'code' || part.isPredicted || !Object.hasOwn(recorded, part.id)) continue;
    const receipt = recorded[part.id];
    if (receipt !== undefined) open[part.id] = receipt;
  }
  return open;
}
