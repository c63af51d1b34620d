import { expect, it } from 'vitest';
import { openedFrom } from './rooms-of-address';

it('an address has at most twenty rooms open at a time; another one has its own', async () => {
  const open = new Set<string>();
  let count = 0;
  const rooms = {
    countOpen: async (codes: readonly string[]) => codes.filter((one) => open.has(one)).length,
  };
  const openOne = (address: string) =>
    openedFrom(address, rooms, async () => {
      count += 1;
      open.add(`room ${count}`);
      return { code: `room ${count}` };
    });
  for (let at = 0; at < 20; at += 1) await openOne('192.0.2.1');
  await expect(openOne('192.0.2.1')).rejects.toMatchObject({ code: 'rooms_full' });
  await openOne('192.0.2.2');
  open.delete('room 7');
  await openOne('192.0.2.1');
  await expect(openOne('192.0.2.1')).rejects.toMatchObject({ code: 'rooms_full' });
});
