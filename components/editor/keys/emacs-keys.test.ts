import { expect, it } from 'vitest';
import { strokesOf } from './emacs-bindings';
import { KillRing } from './kill-ring';

it('keys are read as they are written in Emacs', () => {
  const plain = { isControl: false, isAlt: false, isShift: false };
  expect(strokesOf('C-x C-s')).toEqual([
    { ...plain, isControl: true, key: 'x' },
    { ...plain, isControl: true, key: 's' },
  ]);
  expect(strokesOf('M-S-,')).toEqual([{ ...plain, isAlt: true, isShift: true, key: ',' }]);
  expect(strokesOf('M-g g')[1]).toEqual({ ...plain, key: 'g' });
});

it('kills in a row are yanked as one; a movement between them begins anew', () => {
  const ring = new KillRing();
  ring.kill('one');
  ring.kill('\n');
  expect(ring.text).toBe('one\n');
  ring.close();
  ring.kill('two');
  expect(ring.text).toBe('two');
  ring.put('copied');
  ring.kill('three');
  expect(ring.text).toBe('three');
});
