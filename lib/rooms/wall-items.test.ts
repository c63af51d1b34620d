import { describe, expect, it } from 'vitest';
import { readDocument } from '../demos/document';
import { publicMarkdown } from '../demos/public-demo';
import { DemoReport } from './client/demo-report';
import { wallItems } from './wall-items';

const SOURCE = `# Squares

\`\`\`python setup
n = 3
\`\`\`

\`\`\`python run
print(n)
\`\`\`

## Doubles *first*

\`\`\`python exercise=double
def double(n): ...
\`\`\`

\`\`\`text cases=double
double(21) => 42
\`\`\`

\`\`\`js readonly id=last
1
\`\`\`
`;

it('the wall shows what is run and checked, as its readers count it, and no answer', () => {
  const items = wallItems(readDocument(publicMarkdown(SOURCE)));
  expect(items).toMatchObject([
    { item: 'b1', kind: 'block', label: '1', under: 'Squares', language: 'python' },
    { item: 'activity:double', kind: 'exercise', label: 'double', under: 'Doubles first' },
    { item: 'last', label: '2', language: 'javascript', code: '1' },
  ]);
  expect(JSON.stringify(items)).not.toContain('42');
});

it('what is answered has no code at first', () => {
  const choice = '~~~text choice=why\n- [x] a: zebra\n- [ ] b\n~~~';
  const items = wallItems(readDocument(publicMarkdown(choice)));
  expect(items).toEqual([
    { item: 'activity:why', kind: 'exercise', label: 'why', under: '', code: '', isAnswer: true },
  ]);
});

describe('what a page tells of a block', () => {
  const error = { name: 'NameError', message: 'x', line: 4 };

  it('is when it runs and what came of it, with the tries counted', () => {
    const report = new DemoReport([]);
    expect(report.block('b1', { phase: 'waiting' })).toBeUndefined();
    expect(report.block('b1', { phase: 'running' })).toEqual({
      item: 'b1',
      state: 'open',
      isRunning: true,
      tries: 1,
    });
    expect(report.block('b1', { phase: 'asking' })).toBeUndefined();
    expect(report.block('b1', { phase: 'failed', error })).toEqual({
      item: 'b1',
      state: 'error',
      isRunning: false,
      tries: 1,
      error,
    });
    expect(report.block('b1', { phase: 'failed', error })).toBeUndefined();
    expect(report.block('b1', { phase: 'running' })).toMatchObject({ tries: 2, error });
    expect(report.block('b1', { phase: 'done' })).toEqual({
      item: 'b1',
      state: 'ok',
      isRunning: false,
      tries: 2,
    });
    expect(report.block('b1', { phase: 'idle' })).toBeUndefined();
  });

  it('goes on from what the room knows', () => {
    const report = new DemoReport([
      { item: 'b1', state: 'error', isRunning: false, tries: 4, error, changedAtMs: 1 },
    ]);
    expect(report.block('b1', { phase: 'idle' })).toBeUndefined();
    expect(report.block('b1', { phase: 'running' })).toMatchObject({ state: 'error', tries: 5 });
    expect(report.block('b1', { phase: 'idle' })).toMatchObject({
      state: 'error',
      isRunning: false,
    });
  });

  it('is of an exercise an error when it runs, and else what its check said', () => {
    const report = new DemoReport([]);
    const item = 'activity:double';
    const run = (phase: 'running' | 'done' | 'failed') =>
      report.block(item, { phase, ...(phase === 'failed' ? { error } : {}) });
    run('running');
    expect(run('failed')).toEqual({ item, state: 'error', isRunning: false, tries: 0, error });
    run('running');
    expect(run('done')).toEqual({ item, state: 'open', isRunning: false, tries: 0 });
    expect(report.activity('double', { state: 'failed', tries: 1 }).state).toBe('failed');
    run('running');
    expect(run('done')).toMatchObject({ state: 'failed', tries: 1 });
    report.activity('double', { state: 'passed', tries: 2 });
    run('running');
    expect(run('failed')).toEqual({ item, state: 'passed', isRunning: false, tries: 2 });
  });

  it('is of an exercise what its check said', () => {
    expect(new DemoReport([]).activity('double', { state: 'failed', tries: 2 })).toEqual({
      item: 'activity:double',
      state: 'failed',
      isRunning: false,
      tries: 2,
    });
  });
});
