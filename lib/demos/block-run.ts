/** One block's run on a page: its own output, in the sandbox that the page's blocks share. */
import type { DoneEvent, RunContext, RunEvent, SourceFile } from '../agentbay/contract';
import type { PageSandbox, RunbayApi } from '../client/api';
import type { PlaygroundStore } from '../store/playground-store';
import { isWaitingForInput } from '../store/selectors';
import type { BlockError, BlockPhase } from './block-state';
import type { CodePart } from './document';

/** How it is to run. */
export interface BlockOrder {
  code: string;
  context: RunContext;
  /** Absent: the workspace stays as it is. */
  files?: SourceFile[] | undefined;
}

/** How a run ended. */
export type BlockEnd =
  | { kind: 'ran'; done: DoneEvent; error: BlockError | undefined }
  | { kind: 'stopped' }
  /** It could not be run. */
  | { kind: 'problem'; error: BlockError };

interface Making {
  api: RunbayApi;
  sandbox: PageSandbox;
  createStore: (api: RunbayApi) => PlaygroundStore;
}

export class BlockRun {
  /** What it shows. */
  readonly store: PlaygroundStore;
  #order: BlockOrder = { code: '', context: 'fresh' };
  #error: BlockError | undefined;

  constructor({ api, sandbox, createStore }: Making) {
    this.store = createStore({
      ...api,
      // Those of the visitor's own session are not its.
      files: async () => ({ files: [], truncated: false }),
      check: async () => [],
      run: (request, signal) => {
        const { context, files } = this.#order;
        const { files: _, ...rest } = request;
        const order = { ...rest, context, sandbox, ...(files === undefined ? {} : { files }) };
        return this.#watched(api.run(order, signal));
      },
    });
  }

  /** Calls back when what the block does changes, until its end. Never rejects. */
  async run(
    part: CodePart,
    order: BlockOrder,
    onPhase: (phase: BlockPhase) => void,
  ): Promise<BlockEnd> {
    this.#order = order;
    this.#error = undefined;
    this.#takeUp(part, order.code);
    let last: BlockPhase | undefined;
    const unsubscribe = this.store.subscribe((state) => {
      const phase = isWaitingForInput(state) ? 'asking' : PHASES[state.phase];
      if (phase === undefined || phase === last) return;
      last = phase;
      onPhase(phase);
    });
    try {
      if (this.store.getState().server === undefined) await this.store.getState().loadServer();
      await this.store.getState().runProgram();
    } finally {
      unsubscribe();
    }
    const end = this.store.getState().run?.end;
    if (end?.kind === 'done') {
      if (end.done.exit.reason === 'stopped') return { kind: 'stopped' };
      return { kind: 'ran', done: end.done, error: this.#error ?? errorOfEnd(end.done) };
    }
    if (end?.kind !== 'problem') return { kind: 'stopped' };
    const { title, detail } = end.problem;
    return { kind: 'problem', error: { name: title, message: detail } };
  }

  stop(): Promise<void> {
    return this.store.getState().stopProgram();
  }

  #takeUp({ language, stdin, timeoutS }: CodePart, code: string): void {
    const { code: codes, server, timeoutS: usual } = this.store.getState();
    const most = server?.limits.timeoutS.max;
    const wanted = timeoutS ?? usual;
    this.store.setState({
      language,
      code: { ...codes, [language]: code },
      timeoutS: most === undefined ? wanted : Math.min(wanted, most),
      preparedInputs: stdin === undefined ? {} : { [language]: { text: stdin, on: true } },
      // What is lost is said by the document, which runs again what it needs.
      contextRuns: {},
    });
  }

  async *#watched(events: AsyncIterable<RunEvent>): AsyncIterable<RunEvent> {
    for await (const event of events) {
      if (event.type === 'error') {
        const { name, value, line } = event;
        this.#error = { name, message: value, ...(line === undefined ? {} : { line }) };
      }
      yield event;
    }
  }
}

const PHASES = {
  idle: undefined,
  starting: 'waiting',
  running: 'running',
  stopping: 'running',
  finished: undefined,
} as const;

function errorOfEnd({ success, exit, errorMessage = '' }: DoneEvent): BlockError | undefined {
  return success ? undefined : { name: exit.reason, message: errorMessage };
}
