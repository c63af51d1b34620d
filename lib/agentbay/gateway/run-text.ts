/** What a run gave, as the text of AgentBay's `run_code`. */
import 'server-only';
import type { RichItem, RunResponse } from '@/lib/agentbay/contract';

/** Who reads: AgentBay's SDK, or another Runbay, which understands more than the wire has. */
export type Reader = 'agentbay' | 'runbay';

/** The MIME type of `RichItem.table`, between Runbays. */
export const TABLE_TYPE = 'application/vnd.runbay.table+json';

/**
 * JSON with the fields that AgentBay's SDK reads. `executionError` is empty where the program
 * succeeded; else its first line says why it failed, and the traceback follows where there is one.
 * Another Runbay gets that traceback, and all that the wire has no place for, in the field `runbay`.
 */
export function runText(response: RunResponse, reader: Reader = 'agentbay'): string {
  const { logs, results, executionTime, executionCount } = response;
  const { exit, usage, truncated, error } = response;
  return JSON.stringify({
    stdout: logs.stdout,
    stderr: logs.stderr,
    result: results.map((item) => JSON.stringify(bundleOf(item, reader))),
    executionError: executionErrorOf(response, reader),
    executionTime,
    executionCount,
    ...(reader === 'runbay' ? { runbay: { exit, usage, truncated, error } } : {}),
  });
}

function executionErrorOf({ success, errorMessage, error }: RunResponse, reader: Reader): string {
  if (success) return '';
  const reason = errorMessage || 'The program failed.';
  return error?.traceback && reader === 'agentbay' ? `${reason}\n${error.traceback}` : reason;
}

/** A result by its MIME types. */
export function bundleOf(item: RichItem, reader: Reader = 'agentbay'): Record<string, unknown> {
  const { text, html, markdown, png, jpeg, svg, latex, json, chart, table, isMainResult } = item;
  const forms: [type: string, value: unknown][] = [
    ['text/plain', text],
    ['text/html', html],
    ['text/markdown', markdown],
    ['image/png', png],
    ['image/jpeg', jpeg],
    ['image/svg+xml', svg],
    ['text/latex', latex],
    ['application/json', json],
    [chartType(chart), chart],
    [TABLE_TYPE, reader === 'runbay' ? table : undefined],
  ];
  const bundle = Object.fromEntries(forms.filter(([, value]) => value !== undefined));
  return isMainResult ? { ...bundle, isMainResult: true } : bundle;
}

/** By the specification's own `$schema`; without one by what only Vega has, its list of marks. */
function chartType(chart: unknown): string {
  const { $schema: schema, marks } = (chart ?? {}) as { $schema?: unknown; marks?: unknown };
  if (typeof schema === 'string') {
    if (schema.includes('/vega/')) return 'application/vnd.vega.v5+json';
    if (schema.includes('/vega-lite/v4')) return 'application/vnd.vegalite.v4+json';
  } else if (Array.isArray(marks)) {
    return 'application/vnd.vega.v5+json';
  }
  return 'application/vnd.vegalite.v5+json';
}
