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
 * The tests that passed at a second try only: such keep the failures of the first.
 * @param {{ testResults: { assertionResults: { status: string, fullName: string, failureMessages: string[] }[] }[] } | undefined} report
 */
export function flakyOfVitest(report) {
  const tests = (report?.testResults ?? []).flatMap(({ assertionResults }) => assertionResults);
  return tests
    .filter(({ status, failureMessages }) => status === 'passed' && failureMessages.length > 0)
    .map(({ fullName }) => fullName);
}

/**
 * @typedef {{ title: string, suites?: PlaywrightSuite[], specs?: { title: string, tests: { status: string }[] }[] }} PlaywrightSuite
 */

/** @param {{ suites: PlaywrightSuite[] } | undefined} report @returns {string[]} */
export function flakyOfPlaywright(report) {
  return (report?.suites ?? []).flatMap(({ title, suites = [], specs = [] }) => {
    const own = specs.filter(({ tests }) => tests.some(({ status }) => status === 'flaky'));
    const names = [...own.map((spec) => spec.title), ...flakyOfPlaywright({ suites })];
    return names.map((name) => `${title} ${name}`);
  });
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
