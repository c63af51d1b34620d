import { describe, expect, it } from 'vitest';
import type { ReceiptEnd, ReceiptEvent } from '../agentbay/receipt';
import { compareRuns, type Recorded } from './compare-runs';

const END: ReceiptEnd = {
  success: true,
  exit: { reason: 'exited', code: 0 },
  executionTime: 0.1,
  usage: { cpuTimeS: 0.1, peakMemoryBytes: 1024, outputBytes: 10 },
  truncated: false,
};

const out = (text: string): ReceiptEvent => ({ type: 'stdout', text });
const err = (text: string): ReceiptEvent => ({ type: 'stderr', text });
const result = (item: object): ReceiptEvent => ({ type: 'result', item });

function run(events: ReceiptEvent[], end: Partial<ReceiptEnd> = {}, truncated = false): Recorded {
  return { events, end: { ...END, ...end }, truncated };
}

describe('a run gives what was recorded', () => {
  it('where all is the same, however long it took and in whatever pieces it came', () => {
    const recorded = run([out('a\nb\n'), err('x\n')]);
    const now = run([out('a\n'), err('x\n'), out('b\n')], {
      executionTime: 9,
      usage: { cpuTimeS: 8, peakMemoryBytes: 9e6, outputBytes: 10 },
    });
    expect(compareRuns(recorded, now)).toEqual({
      verdict: 'same',
      differences: [],
      varying: [],
      isStyled: false,
      hasOtherInput: false,
      isPartial: false,
    });
  });

  it('apart from what changes with each run, which is named', () => {
    const found = compareRuns(
      run([out('start 08:00:01\n<A object at 0x7f0011223344>\n')]),
      run([out('start 11:38:00\n<A object at 0x7f9988776655>\n')]),
    );
    expect(found).toMatchObject({ verdict: 'varying', varying: ['address', 'time'] });
  });

  it('apart from its colours', () => {
    const found = compareRuns(run([out('\u001b[31mred\u001b[0m\n')]), run([out('red\n')]));
    expect(found).toMatchObject({ verdict: 'varying', isStyled: true, differences: [] });
  });

  it('as far as the recording goes', () => {
    const found = compareRuns(run([out('1\n2\n3')], {}, true), run([out('1\n2\n3456\n7\n')]));
    expect(found).toMatchObject({ verdict: 'same', isPartial: true });
  });

  it('where both were ended at a limit, wherever they stood', () => {
    const exit = { exit: { reason: 'timed_out' } } as const;
    const stood: ReceiptEvent = {
      type: 'error',
      name: 'KeyboardInterrupt',
      value: '',
      traceback: 'line 3',
    };
    const found = compareRuns(
      run([out('x\nx\nx\n'), stood], exit),
      run([out('x\nx\n'), { ...stood, traceback: 'line 2' }], exit),
    );
    expect(found).toMatchObject({ verdict: 'same', isPartial: true });
  });

  it('whether its input came whole or was typed', () => {
    const asked = [out('Name? '), { type: 'typed', text: 'Ada\n' } as const, out('Hello Ada\n')];
    const whole = [out('Name? Hello Ada\n')];
    expect(compareRuns(run(whole), run(asked))).toMatchObject({
      verdict: 'same',
      hasOtherInput: false,
    });
  });

  it('with pictures of which only the invented names differ', () => {
    const svg = (name: string) => ({
      svg: `<svg><g id="${name}"/><use href="#${name}"/></svg>`,
      text: '<Figure>',
    });
    expect(compareRuns(run([result(svg('p1a'))]), run([result(svg('p9z'))])).verdict).toBe('same');
    const red = { svg: '<svg><g fill="#ff0000"/></svg>', text: '<Figure>' };
    const blue = { svg: '<svg><g fill="#0000ff"/></svg>', text: '<Figure>' };
    expect(compareRuns(run([result(red)]), run([result(blue)])).verdict).toBe('different');
  });

  it('whatever the order of a result’s forms', () => {
    const found = compareRuns(
      run([result({ text: '1', html: '<b>1</b>' })]),
      run([result({ html: '<b>1</b>', text: '1' })]),
    );
    expect(found.verdict).toBe('same');
  });
});

describe('a run gives something else', () => {
  it('with the line that differs', () => {
    const found = compareRuns(run([out('a\nb\nc\n')]), run([out('a\nb\nd\n')]));
    expect(found).toMatchObject({
      verdict: 'different',
      differences: [{ part: 'output', diff: { differing: 1, firstLine: 3 } }],
    });
  });

  it('on either stream', () => {
    const found = compareRuns(run([out('a\n'), err('e\n')]), run([out('a\n'), err('f\n')]));
    expect(found.differences).toMatchObject([{ part: 'errors' }]);
  });

  it('for it was given something else', () => {
    const asked = (name: string): ReceiptEvent[] => [
      out('Name? '),
      { type: 'typed', text: `${name}\n` },
      out(`Hello ${name}\n`),
    ];
    const found = compareRuns(run(asked('Ada')), run(asked('Bob')));
    expect(found).toMatchObject({ verdict: 'different', hasOtherInput: true });
    const { rows } = (found.differences[0] as { diff: { rows: { parts: { text: string }[] }[] } })
      .diff;
    expect(rows[0]?.parts.map(({ text }) => text).join('')).toBe('Name? Ada');
  });

  it('among its results', () => {
    const table = (cell: number) => ({ table: { columns: ['n'], rows: [[cell]], rowCount: 1 } });
    const found = compareRuns(
      run([result({ text: '1' }), result(table(1)), result({ png: 'AAAA', text: '<Figure>' })]),
      run([result({ text: '2' }), result(table(3)), result({ png: 'BBBB', text: '<Figure>' })]),
    );
    expect(found.differences).toMatchObject([
      { part: 'result', number: 1, diff: { differing: 1 } },
      { part: 'result', number: 2, diff: { differing: 1, firstLine: 2 } },
      { part: 'result', number: 3, diff: undefined },
    ]);
  });

  it('with more results, or fewer', () => {
    const found = compareRuns(run([result({ text: '1' })]), run([]));
    expect(found.differences).toMatchObject([{ part: 'result', number: 1, now: undefined }]);
  });

  it('when it fails, or fails in another way', () => {
    const error: ReceiptEvent = {
      type: 'error',
      name: 'ValueError',
      value: 'x',
      traceback: 'Traceback\nValueError: x',
    };
    const failed = { success: false, exit: { reason: 'exited', code: 1 } } as const;
    const found = compareRuns(run([out('a\n')]), run([out('a\n'), error], failed));
    expect(found.differences.map(({ part }) => part)).toEqual(['error', 'end']);
    expect(compareRuns(run([error], failed), run([error], failed)).verdict).toBe('same');
    const other = { ...error, value: 'y', traceback: 'Traceback\nValueError: y' };
    expect(compareRuns(run([error], failed), run([other], failed)).verdict).toBe('different');
  });
});

it('of a result that was too large to be recorded the words are compared', () => {
  const recorded = run([result({ text: '<Figure>' })], {}, true);
  expect(compareRuns(recorded, run([result({ text: '<Figure>', png: 'AAAA' })])).verdict).toBe(
    'same',
  );
  expect(compareRuns(recorded, run([result({ text: 'other', png: 'A' })])).verdict).toBe(
    'different',
  );
});
