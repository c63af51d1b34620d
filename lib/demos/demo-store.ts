/** A document while it is open in a browser: what stands in its blocks, what runs, what it gave. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Language } from '../agentbay/languages';
import type { PageSandbox, RunbayApi } from '../client/api';
import type { PlaygroundStore } from '../store/playground-store';
import { type BlockProgram, programOfBlock } from './block-program';
import { type BlockEnd, BlockRun } from './block-run';
import type { ActivityState, BlockPhase, BlockState } from './block-state';
import type { CodePart } from './document';
import { filesAbove, type KnownContexts, planOf, stretchOf } from './run-plan';

export interface DemoState {
  /** By id: those that are run, setups too. */
  blocks: Record<string, BlockState>;
  /** What the runs of a block show, from its first one on. */
  outputs: Record<string, PlaygroundStore>;
  /** By name; absent: nothing was tried. */
  activities: Record<string, ActivityState>;
  /** What runs the blocks could not be loaded. */
  hasFailed: boolean;
  /** The block at which "run all" has ended because it failed; of one that is not shown the next that is. */
  endedAt: string | undefined;
  /** Runs a block after what it needs. One that runs or waits already stays as it is. Settles when it has ended. */
  run(id: string): Promise<void>;
  /** All blocks in order, in new contexts, up to one that fails. */
  runAll(): Promise<void>;
  /** What runs is stopped, what waits is not run. */
  stop(): void;
  /** As the author wrote it, and nothing has been run; without an id the whole page, with a new sandbox. */
  reset(id?: string): void;
  setCode(id: string, code: string): void;
  /** A block as its author wrote it; undefined where readers do not change it, or it is an exercise. */
  givenCode(id: string): string | undefined;
  /** The setups that belong to a block that is shown: those right above it. */
  setupsOf(id: string): string[];
  /** A block as one program, after what it needs. */
  programOf(id: string): BlockProgram | undefined;
  /** The document has changed: what is as it was keeps what it gave. */
  setParts(parts: readonly CodePart[]): void;
  /** The output of a block is kept back no longer. */
  reveal(id: string): void;
  setActivity(name: string, state: ActivityState): void;
}

export type DemoStore = StoreApi<DemoState>;

/** The world outside; tests put their own in. */
export interface DemoSurroundings {
  api: RunbayApi;
  sandbox: PageSandbox;
  /** Loaded when something is run for the first time. */
  loadCreateStore: () => Promise<(api: RunbayApi) => PlaygroundStore>;
  /** Milliseconds. */
  now: () => number;
}

/** After this a sandbox may be gone that nobody used. */
const ASK_AFTER_MS = 45_000;

export function createDemoStore(
  first: readonly CodePart[],
  { api, sandbox, loadCreateStore, now }: DemoSurroundings,
): DemoStore {
  let parts = first;
  let runnable = parts.filter(isRunnable);
  const runs = new Map<string, BlockRun>();
  const contexts: KnownContexts = new Map();
  /** What has been written to the workspace. */
  const written = new Map<string, string>();
  /** What a block was before it waited. */
  const before = new Map<string, BlockPhase>();
  let lastUseMs = Number.NEGATIVE_INFINITY;
  let current: BlockRun | undefined;
  /** Rises when what waits is to be given up. */
  let turn = 0;
  let queue: Promise<void> = Promise.resolve();
  let session: ReturnType<RunbayApi['session']> | undefined;

  const shared: RunbayApi = {
    ...api,
    // Once for the page: it gives the cookie, without which nothing is shared.
    session: () => {
      session ??= api.session(sandbox).catch((error: unknown) => {
        session = undefined;
        throw error;
      });
      return session;
    },
  };

  return createStore<DemoState>()((set, get) => {
    const change = (id: string, facts: Partial<BlockState>) => {
      const block = get().blocks[id];
      if (block) set({ blocks: { ...get().blocks, [id]: { ...block, ...facts } } });
    };
    const codeOf = ({ id, code }: CodePart) => get().blocks[id]?.code ?? code;
    const forget = () => {
      contexts.clear();
      written.clear();
    };

    const makeRun = async (part: CodePart): Promise<BlockRun> => {
      const known = runs.get(part.id);
      if (known) return known;
      const createStore = await loadCreateStore();
      const run = new BlockRun({ api: shared, sandbox, createStore });
      runs.set(part.id, run);
      set({ outputs: { ...get().outputs, [part.id]: run.store } });
      return run;
    };

    /** Files above it that are not there as they should be; with them come those that were written before. */
    const filesFor = (part: CodePart) => {
      const files = filesAbove(parts, part);
      const isThere = files.every(({ path, text }) => written.get(path) === text);
      if (isThere) return undefined;
      for (const { path, text } of files) written.set(path, text);
      return Array.from(written, ([path, text]) => ({ path, text }));
    };

    const runOne = async (part: CodePart, mine: number): Promise<BlockEnd> => {
      const { id, language } = part;
      const stretch = stretchOf(parts, part);
      const known = contexts.get(language);
      const isNew = part.isFresh || known?.stretch !== stretch;
      const run = await makeRun(part);
      if (mine !== turn) return { kind: 'stopped' };
      const code = codeOf(part);
      const order = {
        code,
        context: isNew ? 'fresh' : 'continue',
        files: filesFor(part),
      } as const;
      change(id, { phase: 'waiting', error: undefined, isLeftOut: undefined });
      current = run;
      const end = await run.run(part, order, (phase) => change(id, { phase }));
      current = undefined;
      lastUseMs = now();
      if (end.kind === 'ran') {
        const ran = isNew ? new Map<string, string>() : (known?.ran ?? new Map<string, string>());
        contexts.set(language, { stretch, ran: ran.set(id, code) });
        if (end.done.exit.sandboxLost) forget();
      }
      before.delete(id);
      change(id, phaseOfEnd(end));
      return end;
    };

    /** Whether the context that a run should have gone on with was gone. */
    const wasLost = (end: BlockEnd, language: Language, hadRun: boolean) => {
      if (end.kind !== 'ran' || !hadRun || end.done.executionCount !== 1) return false;
      contexts.delete(language);
      written.clear();
      return true;
    };

    const runWithNeeds = async (part: CodePart, mine: number, isRetry = false): Promise<void> => {
      for (const one of planOf(parts, part, contexts, codeOf)) {
        if (mine !== turn) return;
        const known = contexts.get(one.language);
        const isKept =
          !one.isFresh && known?.stretch === stretchOf(parts, one) && known.ran.size > 0;
        const end = await runOne(one, mine);
        if (wasLost(end, one.language, isKept)) {
          if (!isRetry && mine === turn) await runWithNeeds(part, mine, true);
          return;
        }
        if (end.kind !== 'ran') {
          if (mine === turn) giveUp();
          return;
        }
      }
    };

    /** A sandbox that nobody used for long may be another one by now. */
    const askAgain = async () => {
      if (contexts.size === 0 || now() - lastUseMs < ASK_AFTER_MS) return;
      const { state } = await api.session(sandbox);
      if (state === 'none') forget();
    };

    const wait = (part: CodePart) => {
      const phase = get().blocks[part.id]?.phase;
      if (phase === undefined || isAtWork(phase)) return;
      before.set(part.id, phase);
      change(part.id, { phase: 'waiting', isLeftOut: undefined });
    };

    /** What waits does so no longer. */
    const giveUp = () => {
      turn += 1;
      for (const [id, phase] of before) change(id, { phase });
      before.clear();
    };

    const enqueue = (work: (mine: number) => Promise<void>) => {
      const mine = turn;
      queue = queue.then(async () => {
        if (mine !== turn) return;
        try {
          await askAgain();
          await work(mine);
        } catch {
          set({ hasFailed: true });
          giveUp();
        }
      });
      return queue;
    };

    const partOf = (id: string) => runnable.find((part) => part.id === id);

    return {
      blocks: Object.fromEntries(runnable.map((part) => [part.id, newBlock(part)])),
      outputs: {},
      activities: {},
      hasFailed: false,
      endedAt: undefined,

      async run(id) {
        const part = partOf(id);
        const phase = get().blocks[id]?.phase;
        if (!part || !phase || isAtWork(phase)) return;
        set({ hasFailed: false, endedAt: undefined });
        wait(part);
        await enqueue((mine) => runWithNeeds(part, mine));
      },
      async runAll() {
        get().stop();
        set({ hasFailed: false, endedAt: undefined });
        const all = runnable.filter(({ isAside }) => !isAside);
        for (const part of all) wait(part);
        await enqueue(async (mine) => {
          forget();
          for (const [at, part] of all.entries()) {
            if (mine !== turn) return;
            const end = await runOne(part, mine);
            if (end.kind === 'ran' && end.error === undefined) continue;
            if (mine !== turn) return;
            const rest = all.slice(at + 1);
            giveUp();
            if (end.kind === 'stopped' || rest.length === 0) return;
            for (const { id } of rest) change(id, { isLeftOut: true });
            set({ endedAt: all.slice(at).find(({ role }) => role !== 'setup')?.id });
            return;
          }
        });
      },
      stop() {
        giveUp();
        void current?.stop();
      },
      reset(id) {
        if (id !== undefined) {
          const part = partOf(id);
          if (!part || isAtWork(get().blocks[id]?.phase ?? 'idle')) return;
          runs.delete(id);
          const { [id]: _, ...outputs } = get().outputs;
          set({ outputs });
          change(id, { code: part.code, phase: 'idle', error: undefined, isLeftOut: undefined });
          return;
        }
        get().stop();
        queue = queue.then(async () => {
          runs.clear();
          forget();
          set({ outputs: {}, hasFailed: false, endedAt: undefined });
          for (const { id: one, code } of runnable) {
            change(one, { code, phase: 'idle', error: undefined, isLeftOut: undefined });
          }
          // Where the server does not answer it ends by itself.
          await api.resetSession(sandbox).catch(() => {});
        });
      },
      setCode: (id, code) => change(id, { code }),
      givenCode(id) {
        const part = partOf(id);
        return part?.role === 'run' && !part.isAside ? part.code : undefined;
      },
      setupsOf: (id) => setupsAbove(runnable, id),
      programOf: (id) => programOfBlock(parts, id, codeOf),
      setParts(changed) {
        if (changed === parts) return;
        const old = new Map(parts.map((part) => [part.id, part]));
        const { blocks } = get();
        parts = changed;
        runnable = parts.filter(isRunnable);
        const next = runnable.map((part): [string, BlockState] => {
          const known = blocks[part.id];
          if (!known) return [part.id, newBlock(part)];
          const isSame = old.get(part.id)?.code === part.code;
          return [part.id, isSame ? known : { ...known, code: part.code }];
        });
        set({ blocks: Object.fromEntries(next) });
      },
      reveal: (id) => change(id, { isWithheld: false }),
      setActivity(name, state) {
        set({ activities: { ...get().activities, [name]: state } });
      },
    };
  });
}

const isRunnable = ({ role }: CodePart) => role !== 'file';

function setupsAbove(parts: readonly CodePart[], id: string): string[] {
  const part = parts.find((one) => one.id === id);
  const above = parts.slice(0, part && parts.indexOf(part));
  const own = above.filter(({ language, isAside }) => language === part?.language && !isAside);
  const from = own.findLastIndex(({ role }) => role !== 'setup') + 1;
  return own.slice(from).map((one) => one.id);
}

const newBlock = ({ code, isPredicted }: CodePart): BlockState => ({
  code,
  phase: 'idle',
  isWithheld: isPredicted,
});

export function isAtWork(phase: BlockPhase): boolean {
  return phase === 'waiting' || phase === 'running' || phase === 'asking';
}

/** Whether anything runs or waits to. */
export function isDemoBusy({ blocks }: DemoState): boolean {
  return Object.values(blocks).some(({ phase }) => isAtWork(phase));
}

function phaseOfEnd(end: BlockEnd): Pick<BlockState, 'phase' | 'error'> {
  if (end.kind === 'stopped') return { phase: 'stopped', error: undefined };
  if (end.kind === 'problem') return { phase: 'failed', error: end.error };
  return { phase: end.error === undefined ? 'done' : 'failed', error: end.error };
}

/** A name for a page's sandbox that no other page has. */
export function newPageSandbox(): PageSandbox {
  const bytes = crypto.getRandomValues(new Uint8Array(18));
  return `page:${btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')}`;
}
