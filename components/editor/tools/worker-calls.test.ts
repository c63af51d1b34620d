import { expect, it } from 'vitest';
import { workerClient } from './worker-calls';

interface Call {
  id: number;
  method: string;
  args: unknown[];
}

/** A worker in a test's hand. */
class WorkerDouble {
  static all: WorkerDouble[] = [];
  onmessage: (event: { data: unknown }) => void = () => {};
  onerror: () => void = () => {};
  calls: Call[] = [];
  constructor() {
    WorkerDouble.all.push(this);
  }
  postMessage(call: Call) {
    this.calls.push(call);
  }
  terminate() {}
}

interface Adder {
  [name: string]: (...args: never[]) => unknown;
  add(a: number, b: number): number;
}

it('each call gets its own answer, in any order; a worker that breaks is started anew', async () => {
  const client = workerClient<Adder>(() => new WorkerDouble() as unknown as Worker);
  expect(WorkerDouble.all).toHaveLength(0);
  const [first, second, third] = [1, 2, 3].map((n) => client.call('add', n, n));
  const [worker] = WorkerDouble.all;
  const [one, two] = worker?.calls ?? [];
  expect(one).toMatchObject({ method: 'add', args: [1, 1] });
  worker?.onmessage({ data: { id: two?.id, value: 4 } });
  worker?.onmessage({ data: { id: one?.id, error: 'no' } });
  expect(await second).toBe(4);
  await expect(first).rejects.toThrow('no');

  worker?.onerror();
  await expect(third).rejects.toThrow();
  void client.call('add', 4, 4);
  expect(WorkerDouble.all).toHaveLength(2);
});
