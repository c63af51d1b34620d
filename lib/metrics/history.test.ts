import { expect, test } from 'vitest';
import { Counter, Histogram } from './families';
import { grownBy, History, percentiles } from './history';

const MINUTE_MS = 60_000;

test('what has happened in the last five minutes is told, and what was before is not', () => {
  let nowMs = 0;
  const counter = new Counter({ name: 'runs_total', help: '' }, ['reason', 'language']);
  const history = new History(
    () => [counter],
    () => nowMs,
  );
  counter.add(['exited', 'python']);
  nowMs += 20_000;
  expect(history.recent()).toMatchObject({ seconds: 20, grown: [{ value: 1 }] });
  for (let minute = 0; minute < 6; minute += 1) {
    history.keep();
    nowMs += MINUTE_MS;
  }
  counter.add(['exited', 'python']);
  counter.add(['exited', 'javascript'], 2);
  counter.add(['timed_out', 'python']);
  const { seconds, grown } = history.recent();
  expect(seconds).toBeGreaterThanOrEqual(300);
  expect(seconds).toBeLessThanOrEqual(360);
  expect(grownBy(grown, 'runs_total', 'reason')).toEqual({ exited: 3, timed_out: 1 });
});

test('percentiles lie in the bucket where so many values are', () => {
  const histogram = new Histogram({ name: 'h', help: '' }, [0.01, 0.1, 1]);
  const history = new History(() => [histogram]);
  expect(percentiles(history.recent().grown, 'h')).toBeUndefined();
  for (let n = 0; n < 90; n += 1) histogram.observe(0.005);
  for (let n = 0; n < 9; n += 1) histogram.observe(0.05);
  histogram.observe(7);
  const found = percentiles(history.recent().grown, 'h');
  expect(found?.count).toBe(100);
  expect(found?.p50).toBeLessThanOrEqual(0.01);
  expect(found?.p95).toBeGreaterThan(0.01);
  expect(found?.p95).toBeLessThanOrEqual(0.1);
  expect(found?.p99).toBeCloseTo(0.1);
});
