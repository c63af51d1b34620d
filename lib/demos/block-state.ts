/** What is known of a document's blocks while it is open in a browser. Types only. */

/** `waiting`: for its turn; `asking`: for a line of input. */
export type BlockPhase = 'idle' | 'waiting' | 'running' | 'asking' | 'done' | 'failed' | 'stopped';

export interface BlockError {
  name: string;
  message: string;
  /** In the block's code, from 1. */
  line?: number;
}

export interface BlockState {
  /** As it stands in its editor now. */
  code: string;
  phase: BlockPhase;
  /** Of its last run, where that failed. */
  error?: BlockError | undefined;
  /** Its output is kept back until the reader has written what it will be. */
  isWithheld: boolean;
  /** "Run all" has ended above it, at a block that failed. */
  isLeftOut?: boolean | undefined;
}

/** `tries`: how often an answer was given. */
export interface ActivityState {
  state: 'open' | 'passed' | 'failed';
  tries: number;
  /** Of lines, gaps and options what is given now, to be read by a person; of code its block has it. */
  answer?: string | undefined;
}
