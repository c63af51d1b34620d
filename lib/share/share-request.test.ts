import { expect, it } from 'vitest';
import { DONE, playgroundDouble, START, settle } from '../store/playground-double';
import type { PlaygroundState } from '../store/slice';
import { fittingRun, programOf } from './share-request';

async function runOnce() {
  const playground = playgroundDouble();
  const { state, latest } = playground;
  state().setCode('print(1)');
  void state().runProgram();
  await settle();
  await latest().send(START, DONE);
  return playground;
}

it('the run that goes with a program is that of exactly this program and input', async () => {
  const { state } = await runOnce();
  expect(fittingRun(state(), programOf(state()))?.runId).toBe('run-1');
});

const CHANGES: [string, (state: PlaygroundState) => unknown][] = [
  ['its code', (state) => state.setCode('print(2)')],
  ['its input', (state) => state.setPreparedText('x')],
  ['its time limit', (state) => state.setTimeoutS(11)],
  ['its files', (state) => state.createFile('x.txt', 'x')],
  ['its language', (state) => state.setLanguage('javascript')],
];

it.each(CHANGES)('after a change of %s no run goes with it', async (_what, change) => {
  const { state } = await runOnce();
  change(state());
  expect(fittingRun(state(), programOf(state()))).toBeUndefined();
});
