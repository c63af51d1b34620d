/** What a run gave, as the text of AgentBay's `run_code`. */
import 'server-only';
import type { RichItem, RunResponse } from '@/lib/agentbay/contract';

/**
 * JSON with the fields that AgentBay's SDK reads. `executionError` is empty where the program
 * succeeded; else its first line says why it failed, and the traceback follows where there is one.
 */
export function runText(response: RunResponse): string {
  const { logs, results, executionTime, executionCount } = response;
  return JSON.stringify({
    stdout: logs.stdout,
    stderr: logs.stderr,
    result: results.map((item) => JSON.stringify(bundleOf(item))),
    executionError: executionErrorOf(response),
    executionTime,
    executionCount,
  });
}

function executionErrorOf({ success, errorMessage, error }: RunResponse): string {
  if (success) return '';
  const reason = errorMessage || 'The program failed.';
  return error?.traceback ? `${reason}\n${error.traceback}` : reason;
}

/** A result by its MIME types. */
export function bundleOf(item: RichItem): Record<string, unknown> {
  const { text, html, markdown, png, jpeg, svg, latex, json, chart, isMainResult } = item;
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
  ];
  const bundle = Object.fromEntries(forms.filter(([, value]) => value !== undefined));
  return isMainResult ? { ...bundle, isMainResult: true } : bundle;
}

/** By the specification's own `$schema`; one without is Vega-Lite 5. */
function chartType(chart: unknown): string {
  const schema = (chart as { $schema?: unknown } | null | undefined)?.$schema;
  if (typeof schema === 'string') {
    if (schema.includes('/vega/')) return 'application/vnd.vega.v5+json';
    if (schema.includes('/vega-lite/v4')) return 'application/vnd.vegalite.v4+json';
  }
  return 'application/vnd.vegalite.v5+json';
}
