/**
 * The same as an ordinary user, who has no control groups: this process becomes one. Started as one already,
 * it is what hostile.sandbox.test.ts has done.
 */
import { rmSync } from 'node:fs';
import { afterAll, test } from 'vitest';
import { becomeOrdinaryUser } from './hostile/ordinary-user';
import { hostileSuite } from './hostile-suite';

if (process.getuid?.() === 0) {
  const folder = becomeOrdinaryUser();
  afterAll(() => rmSync(folder, { recursive: true }));
  hostileSuite('as an ordinary user', 'reduced');
} else {
  test('as an ordinary user', ({ skip }) => skip('hostile.sandbox.test.ts has run as one'));
}
