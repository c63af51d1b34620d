import { expect, test } from 'vitest';
import { etagOf, hasAlready } from './etag';

const asking = (tag?: string) =>
  new Request('http://host/', tag === undefined ? {} : { headers: { 'If-None-Match': tag } });

test('who names the tag of what there is has it already', () => {
  const etag = etagOf(1, 'x', 3);
  expect(etag).toBe('W/"1.x.3"');
  const same = [etag, '"1.x.3"', `"other", ${etag}`, `${etag},"other"`, '*', ' * '];
  for (const tag of same) expect(hasAlready(asking(tag), etag), tag).toBe(true);
  const other = [undefined, '', '"1.x"', 'W/"1.x.4"', '"a", "b"', '1.x.3'];
  for (const tag of other) expect(hasAlready(asking(tag), etag), tag).toBe(false);
});
