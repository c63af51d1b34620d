// Reads how many tests passed and failed out of the runners' JSON reports.
// @ts-check
import { readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** The report, or undefined where the runner ended before it wrote one. @param {string} file */
export function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number } | undefined} report
 * @returns {Counts}
 */
export function countVitest(report) {
  return {
    passed: report?.numPassedTests ?? 0,
    failed: report?.numFailedTests ?? 0,
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
  };
}

/**
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number } } | undefined} report
 * @returns {Counts}
 */
export function countPlaywright(report) {
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = report?.stats ?? {};
  return { passed: expected + flaky, failed: unexpected, skipped };
}

/**
 * What a stage adds to the total. One without tests of its own is one check. A stage that failed
 * otherwise than by a failed test (a crash, a file that does not load), or that ran no test, counts
 * as one failure. `maySkip`: it depends on what this machine may not be able to reach.
 * @param {{ ok: boolean, counts: Counts | undefined, maySkip?: boolean | undefined }} stage
 * @returns {Counts}
 */
export function tally({ ok, counts, maySkip = false }) {
  if (!counts) return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
  const hasSkipped = maySkip && counts.skipped > 0;
  const ranNone = counts.passed + counts.failed === 0 && !hasSkipped;
  return counts.failed === 0 && (!ok || ranNone) ? { ...counts, failed: 1 } : counts;
}

/** @param {Counts} counts */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
