import { describe, expect, it } from 'vitest';
import {
  closingLine,
  countPlaywright,
  countVitest,
  flakyOfPlaywright,
  flakyOfVitest,
  readReport,
  tally,
} from './test-counts.mjs';

describe('the closing line', () => {
  it('counts passed and failed, and skipped only where there are any', () => {
    expect(closingLine({ passed: 3, failed: 0, skipped: 0 })).toBe('3 passed, 0 failed');
    expect(closingLine({ passed: 3, failed: 1, skipped: 2 })).toBe('3 passed, 1 failed, 2 skipped');
  });
});

describe('a stage', () => {
  it('without tests of its own is one check', () => {
    expect(tally({ ok: true, counts: undefined })).toEqual({ passed: 1, failed: 0, skipped: 0 });
    expect(tally({ ok: false, counts: undefined })).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('that crashed without a failed test is one failure', () => {
    const counts = { passed: 7, failed: 0, skipped: 0 };
    expect(tally({ ok: false, counts })).toEqual({ passed: 7, failed: 1, skipped: 0 });
  });

  it('that ran no test is one failure, even where the runner was content', () => {
    const counts = { passed: 0, failed: 0, skipped: 4 };
    expect(tally({ ok: true, counts })).toEqual({ passed: 0, failed: 1, skipped: 4 });
  });

  it('that depends on another machine may be skipped, and is not counted as passed', () => {
    const counts = { passed: 0, failed: 0, skipped: 1 };
    expect(tally({ ok: true, counts, maySkip: true })).toEqual(counts);
    const none = { passed: 0, failed: 0, skipped: 0 };
    expect(tally({ ok: true, counts: none, maySkip: true })).toEqual({ ...none, failed: 1 });
  });

  it('with failed tests counts just those', () => {
    const counts = { passed: 1, failed: 2, skipped: 0 };
    expect(tally({ ok: false, counts })).toEqual(counts);
  });
});

describe('the reports', () => {
  it('of vitest count pending and todo as skipped', () => {
    const report = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 };
    expect(countVitest(report)).toEqual({ passed: 5, failed: 1, skipped: 3 });
  });

  it('of Playwright count a test that passed at the second try as passed', () => {
    const report = { stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 } };
    expect(countPlaywright(report)).toEqual({ passed: 6, failed: 1, skipped: 2 });
  });

  it('that were never written count nothing', () => {
    expect(countVitest(readReport('/nonexistent'))).toEqual({ passed: 0, failed: 0, skipped: 0 });
    expect(countPlaywright(undefined)).toEqual({ passed: 0, failed: 0, skipped: 0 });
  });
});

describe('tests that needed a second try', () => {
  it('are those of vitest that passed and have failed before', () => {
    const test = (fullName: string, status: string, failureMessages: string[]) => ({
      ...{ fullName, status, failureMessages },
    });
    const assertionResults = [
      test('good', 'passed', []),
      test('flaky', 'passed', ['it was late']),
      test('bad', 'failed', ['it was wrong', 'and again']),
    ];
    expect(flakyOfVitest({ testResults: [{ assertionResults }] })).toEqual(['flaky']);
  });

  it('are those that Playwright calls so, with their file', () => {
    const spec = (title: string, ...statuses: string[]) => ({
      title,
      tests: statuses.map((status) => ({ status })),
    });
    const inner = { title: 'on a phone', specs: [spec('it opens', 'flaky')] };
    const specs = [spec('it loads', 'expected'), spec('it runs', 'expected', 'flaky')];
    const report = { suites: [{ title: 'page.spec.ts', suites: [inner], specs }] };
    expect(flakyOfPlaywright(report)).toEqual([
      'page.spec.ts it runs',
      'page.spec.ts on a phone it opens',
    ]);
  });

  it('are none where nothing was written', () => {
    expect([...flakyOfVitest(undefined), ...flakyOfPlaywright(undefined)]).toEqual([]);
  });
});
