import { expect, it } from 'vitest';
import { textOfFile } from './text-of-file';

it('a file is text where it is UTF-8 without zeros; its lines end as a program expects', async () => {
  expect(await textOfFile(new Blob(['\ufeffé\r\nb\rc\n']))).toBe('é\nb\nc\n');
  expect(await textOfFile(new Blob([new Uint8Array([0xff, 0xfe, 0x41])]))).toBeUndefined();
  expect(await textOfFile(new Blob(['a\0b']))).toBeUndefined();
});
