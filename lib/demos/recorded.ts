/** What the blocks of a document gave, kept to be shown again. Types and limits only, safe for the browser. */
import type { Receipt } from '../agentbay/receipt';

/** By the ids of blocks. A block that was not run, or found no room here, is not in it. */
export type RecordedBlocks = Record<string, Receipt>;

/** All blocks of a document together, in bytes of their JSON. */
export const RECORDED_BYTES = 4 * 1024 * 1024;
