import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Breaker } from './breaker';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function broken(): Breaker {
  const breaker = new Breaker();
  for (let n = 0; n < 5; n += 1) breaker.failed();
  return breaker;
}

test('five failures in a row open it; an answer between them begins the count anew', () => {
  const breaker = new Breaker();
  for (let n = 0; n < 4; n += 1) breaker.failed();
  breaker.answered();
  for (let n = 0; n < 4; n += 1) breaker.failed();
  expect(breaker.waitS()).toBe(0);
  breaker.failed();
  expect(breaker.waitS()).toBe(5);
});

test('after the pause one request goes, the others wait for what it finds', () => {
  const breaker = broken();
  vi.advanceTimersByTime(5000);
  expect([breaker.waitS(), breaker.waitS()]).toEqual([0, 1]);
  breaker.answered();
  expect([breaker.waitS(), breaker.waitS()]).toEqual([0, 0]);
});

test('each failure more makes the pause longer, up to a minute', () => {
  const breaker = broken();
  const pauses: number[] = [];
  for (let n = 0; n < 6; n += 1) {
    pauses.push(breaker.waitS());
    vi.advanceTimersByTime(60_000);
    breaker.waitS();
    breaker.failed();
  }
  expect(pauses).toEqual([5, 10, 20, 40, 60, 60]);
});

test('a try that was given up lets the next one go', () => {
  const breaker = broken();
  vi.advanceTimersByTime(5000);
  breaker.waitS();
  breaker.unknown();
  expect(breaker.waitS()).toBe(0);
});
