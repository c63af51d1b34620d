/** What the tests of engines share: programs in, collected answers out. */
import { randomUUID } from 'node:crypto';
import { collectRun } from '@/lib/agentbay/collect';
import type { RunContext, RunEvent, RunResponse, SourceFile } from '@/lib/agentbay/contract';
import type { Language } from '@/lib/agentbay/languages';
import { parseConfig } from '@/lib/config';
import type { EngineSession, Run } from './engine';
import { LocalEngine } from './local/local-engine';

/** A local engine of its own with these settings; its owner disposes of it. */
export function localEngine(settings: Record<string, string> = {}): LocalEngine {
  return new LocalEngine(parseConfig({ RUNBAY_POOL: '1', ...settings }));
}

interface Options {
  timeoutS?: number;
  context?: RunContext;
  /** null: standard input stays open. */
  stdin?: string | null;
  files?: SourceFile[];
}

export function start(
  session: EngineSession,
  language: Language,
  code: string,
  { timeoutS = 10, context = 'fresh', stdin = '', files }: Options = {},
): Run {
  return session.start({
    ...{ runId: randomUUID(), requestId: randomUUID(), code, language, timeoutS, context },
    stdin: stdin ?? undefined,
    files,
  });
}

/** Runs a program to its end. */
export function run(
  session: EngineSession,
  language: Language,
  code: string,
  options: Options = {},
): Promise<RunResponse> {
  return collectRun(start(session, language, code, options));
}

/** Everything printed to stdout. */
export function printed({ logs }: RunResponse): string {
  return logs.stdout.join('');
}

/** All events of a run, with a callback for each as it comes. */
export async function follow(
  run: Run,
  onEvent: (event: RunEvent) => void = () => {},
): Promise<RunEvent[]> {
  const events: RunEvent[] = [];
  for await (const event of run) {
    events.push(event);
    onEvent(event);
  }
  return events;
}
