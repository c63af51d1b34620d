/** The collected form of a run's events: AgentBay's result. */
import type {
  CodeExecutionResult,
  DoneEvent,
  ProgramError,
  RichItem,
  RunEvent,
  RunResponse,
  StartEvent,
} from './contract';

/** Consecutive pieces of one stream are one entry of `logs`, cut after each line end. */
class LogLines {
  readonly lines: string[] = [];
  #open = '';

  add(text: string): void {
    const pieces = (this.#open + text).split(/(?<=\n)/);
    this.#open = pieces.at(-1)?.endsWith('\n') ? '' : (pieces.pop() ?? '');
    for (const piece of pieces) this.lines.push(piece);
  }

  end(): string[] {
    if (this.#open !== '') this.lines.push(this.#open);
    this.#open = '';
    return this.lines;
  }
}

/** The text that AgentBay calls `result`: the main result's, else the first result's, else stdout. */
export function resultText(results: RichItem[], stdout: string): string {
  const item = results.find(({ isMainResult }) => isMainResult) ?? results[0];
  return item?.text ?? stdout;
}

/**
 * Reads a run to its end. The lines of `logs` keep their line ends, so joined they are what was printed.
 * Throws what the run throws (an AppError where we failed).
 */
export async function collectRun(run: AsyncIterable<RunEvent>): Promise<RunResponse> {
  const stdout = new LogLines();
  const stderr = new LogLines();
  const results: RichItem[] = [];
  let error: ProgramError | undefined;
  let start: StartEvent | undefined;
  let done: DoneEvent | undefined;
  for await (const event of run) {
    if (event.type === 'start') start = event;
    else if (event.type === 'stdout') stdout.add(event.text);
    else if (event.type === 'stderr') stderr.add(event.text);
    else if (event.type === 'result') results.push(event.item);
    else if (event.type === 'error') {
      const { type: _, ...rest } = event;
      error = rest;
    } else if (event.type === 'done') done = event;
  }
  if (start === undefined || done === undefined) {
    throw new Error('The run ended without a start or a done event.');
  }
  return {
    runId: start.runId,
    requestId: start.requestId,
    language: start.language,
    engine: start.engine,
    success: done.success,
    result: done.result,
    ...(done.errorMessage === undefined ? {} : { errorMessage: done.errorMessage }),
    logs: { stdout: stdout.end(), stderr: stderr.end() },
    results,
    ...(error === undefined ? {} : { error }),
    executionTime: done.executionTime,
    executionCount: done.executionCount,
    exit: done.exit,
    usage: done.usage,
    truncated: done.truncated,
  };
}

/** Only AgentBay's own fields. */
export function toExecutionResult(response: RunResponse): CodeExecutionResult {
  const { requestId, success, result, errorMessage, logs, results, error } = response;
  return {
    requestId,
    success,
    result,
    ...(errorMessage === undefined ? {} : { errorMessage }),
    logs,
    results,
    ...(error === undefined ? {} : { error }),
    executionTime: response.executionTime,
    executionCount: response.executionCount,
  };
}
