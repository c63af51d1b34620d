import { describe, expect, it } from 'vitest';
import type { ItemReport } from './contract';
import { applyReport, newState, type StudentState } from './student-state';

const report = (item: string, state: ItemReport['state'], more: Partial<ItemReport> = {}) => ({
  item,
  state,
  isRunning: false,
  tries: 1,
  ...more,
});
const NAME_ERROR = { name: 'NameError', message: "name 'x' is not defined", line: 4 };

/** Reports one after the other, at seconds 1, 2, 3 and so on. */
function told(...reports: ItemReport[][]): StudentState {
  return reports.reduce(
    (state, items, at) => applyReport(state, { items }, [], (at + 1) * 1000),
    newState(0),
  );
}

describe('a student', () => {
  it('is failing since the first of the tries that all failed', () => {
    const state = told(
      [report('b1', 'ok')],
      [report('b2', 'error', { error: NAME_ERROR })],
      [report('b2', 'error', { tries: 2 })],
    );
    expect(state).toMatchObject({ failingSinceMs: 2000, at: 'b2', activeAtMs: 3000 });
    expect(state.items).toMatchObject([
      { item: 'b1', changedAtMs: 1000 },
      { item: 'b2', changedAtMs: 2000, tries: 2 },
    ]);
  });

  it('is failing no longer when that or anything else got done', () => {
    const failed = [report('b2', 'error')];
    expect(told(failed, [report('b2', 'ok', { tries: 2 })]).failingSinceMs).toBeUndefined();
    expect(told(failed, [report('activity:a', 'passed')]).failingSinceMs).toBeUndefined();
  });

  it('is failing on when what had been done already runs once more', () => {
    const state = told(
      [report('b1', 'ok')],
      [report('b2', 'error')],
      [report('b1', 'ok', { tries: 2 })],
    );
    expect(state.failingSinceMs).toBe(2000);
  });

  it('is failing since now where one report tells of progress and of a failure', () => {
    const both = [report('b3', 'ok'), report('b2', 'error', { tries: 2 })];
    expect(told([report('b2', 'error')], both).failingSinceMs).toBe(2000);
    expect(told([report('b2', 'error')], both.toReversed()).failingSinceMs).toBe(2000);
  });

  it('fails again after progress elsewhere, on the same exercise as before', () => {
    const state = told(
      [report('b2', 'error')],
      [report('b3', 'ok')],
      [report('b2', 'error', { isRunning: true, tries: 2 })],
      [report('b2', 'error', { tries: 2 })],
    );
    expect(state.failingSinceMs).toBe(4000);
  });

  it('changes nothing by telling the same again', () => {
    const state = told([report('b1', 'ok')], [report('b2', 'error', { error: NAME_ERROR })]);
    const items = state.items.map(({ changedAtMs: _, ...item }) => item);
    expect(applyReport(state, { items }, [], 99_000)).toEqual(state);
  });

  it('has a raised hand since it went up', () => {
    const up = applyReport(newState(0), { hand: true }, [], 1000);
    expect(applyReport(up, { hand: true }, [], 2000).handAtMs).toBe(1000);
    expect(applyReport(up, { hand: false }, [], 2000).handAtMs).toBeUndefined();
  });

  it('types: that is activity, and no progress', () => {
    const failing = told([report('b2', 'error')]);
    const typed = applyReport(failing, {}, ['b2'], 5000);
    expect(typed).toMatchObject({ codeVersion: 1, activeAtMs: 5000, failingSinceMs: 1000 });
  });

  it('is kept with at most a hundred items, whatever they are called', () => {
    const items = Array.from({ length: 150 }, (_, at) => report(`b${at}`, 'ok'));
    expect(applyReport(newState(0), { items }, [], 1).items).toHaveLength(100);
    const odd = applyReport(newState(0), { items: [report('__proto__', 'ok')] }, [], 1);
    expect(odd.items).toMatchObject([{ item: '__proto__', state: 'ok' }]);
  });
});
