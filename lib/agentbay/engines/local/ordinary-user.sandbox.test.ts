/** The same as an ordinary user, who has no control groups (hostile-ordinary.sandbox.test.ts has the hostile programs). */
import { rmSync } from 'node:fs';
import { afterAll, test } from 'vitest';
import { fairnessSuite } from './fairness-suite';
import { faultsSuite } from './faults-suite';
import { becomeOrdinaryUser } from './hostile/ordinary-user';
import { leftoversSuite } from './leftovers-suite';

if (process.getuid?.() === 0) {
  const folder = becomeOrdinaryUser();
  afterAll(() => rmSync(folder, { recursive: true }));
  leftoversSuite('as an ordinary user');
  faultsSuite('as an ordinary user');
  fairnessSuite('as an ordinary user');
} else {
  test('as an ordinary user', ({ skip }) => skip('the other files have run as one'));
}
