/** Runs a shared program on its page: in a sandbox of its own, beside the visitor's session and saved work. */
import type { EngineName, Problem, RunEvent } from '../agentbay/contract';
import type { Receipt, ReceiptEvent } from '../agentbay/receipt';
import { createApi, type RunbayApi } from '../client/api';
import { problemOf } from '../client/problem';
import type { Texts } from '../messages/messages';
import { createPageStore } from '../store/page-store';
import type { PlaygroundStore } from '../store/playground-store';
import { newRun } from '../store/run-facts';
import { type Comparison, compareRuns } from './compare-runs';
import { loadRecorded, type RecordedProgram } from './recorded';

/** What came of a run. */
export type PageOutcome =
  | { kind: 'compared'; comparison: Comparison; receipt: Receipt; now: Runtime }
  /** Nothing was recorded to compare it with. */
  | { kind: 'alone' }
  | { kind: 'stopped' }
  /** It could not be run, or its end is not known; the console says why. */
  | { kind: 'broken' };

/** What ran it, as far as the server tells. */
export interface Runtime {
  version: string | undefined;
  engine: EngineName | undefined;
}

export interface PageRun {
  store: PlaygroundStore;
  /** Never rejects. */
  start(): Promise<PageOutcome>;
  stop(): void;
}

export function createPageRun(id: string, revision: number, texts: () => Texts): PageRun {
  let events: ReceiptEvent[] = [];
  const api = recording(createApi(), () => events);
  const store = createPageStore(api, texts);
  let recorded: RecordedProgram | undefined;
  let isStopped = false;

  const fail = (problem: Problem): PageOutcome => {
    const { transcript, language, timeoutS } = store.getState();
    transcript.clear();
    transcript.addBlock({ kind: 'problem', problem, lost: 'run' });
    const run = newRun({ language, context: 'fresh', timeoutS, firstItem: 0 });
    store.setState({
      phase: 'finished',
      run: { ...run, end: { kind: 'problem', problem } },
      outputVersion: transcript.version,
    });
    return { kind: 'broken' };
  };

  const outcome = (receipt: Receipt | undefined): PageOutcome => {
    const { run, server, language } = store.getState();
    if (run?.end?.kind === 'stopped') return { kind: 'stopped' };
    if (run?.end?.kind !== 'done') return { kind: 'broken' };
    const { type: _, result: __, executionCount: ___, ...end } = run.end.done;
    if (!receipt) return end.exit.reason === 'stopped' ? { kind: 'stopped' } : { kind: 'alone' };
    if (end.exit.reason === 'stopped' && receipt.end.exit.reason !== 'stopped') {
      return { kind: 'stopped' };
    }
    const version = server?.languages.find((one) => one.id === language)?.version;
    const now = { version, engine: server?.engine };
    return { kind: 'compared', comparison: compareRuns(receipt, { events, end }), receipt, now };
  };

  return {
    store,
    async start() {
      isStopped = false;
      try {
        const isFirst = recorded === undefined;
        const loading = [loadServer(store), recorded ?? loadRecorded(id, revision)] as const;
        recorded = (await Promise.all(loading))[1];
        if (isFirst) takeUp(store, recorded);
      } catch (error) {
        return fail(problemOf(error));
      }
      if (isStopped) return { kind: 'stopped' };
      events = [];
      await store.getState().runProgram();
      return outcome(recorded.receipt);
    },
    stop() {
      isStopped = true;
      void store.getState().stopProgram();
    },
  };
}

/** Its languages and limits are known after the first time. */
async function loadServer(store: PlaygroundStore): Promise<void> {
  if (!store.getState().server) await store.getState().loadServer();
}

function takeUp(store: PlaygroundStore, { program }: RecordedProgram): void {
  const { language, code, files, stdin, timeoutS } = program;
  const { code: codes, server } = store.getState();
  store.setState({
    language,
    code: { ...codes, [language]: code },
    sourceFiles: files,
    timeoutS: Math.min(timeoutS, server?.limits.timeoutS.max ?? timeoutS),
    preparedInputs: stdin === undefined ? {} : { [language]: { text: stdin, on: true } },
  });
}

/** What its runs give and are given is written down; each has a sandbox of its own. */
function recording(api: RunbayApi, events: () => ReceiptEvent[]): RunbayApi {
  return {
    ...api,
    // Those of the visitor's session are not its.
    files: async () => ({ files: [], truncated: false }),
    run: async function* (request, signal) {
      for await (const event of api.run({ ...request, sandbox: 'own' }, signal)) {
        keep(events(), event);
        yield event;
      }
    },
    sendInput: async (runId, text, end) => {
      events().push({ type: 'typed', text });
      await api.sendInput(runId, text, end);
    },
  };
}

function keep(events: ReceiptEvent[], event: RunEvent): void {
  if (event.type === 'queued' || event.type === 'start' || event.type === 'done') return;
  const last = events.at(-1);
  const isMore = event.type === 'stdout' || event.type === 'stderr';
  if (isMore && last?.type === event.type) last.text += event.text;
  else events.push({ ...event });
}
