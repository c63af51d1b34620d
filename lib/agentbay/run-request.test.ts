import { expect, test } from 'vitest';
import type { AppError } from '@/lib/errors';
import {
  checkCode,
  checkContext,
  checkLanguage,
  checkSandbox,
  checkStdin,
  checkTimeoutS,
} from './run-request';

const codeOf = (call: () => unknown) => {
  try {
    call();
  } catch (error) {
    const { code, field } = error as AppError;
    return `${code} ${field}`;
  }
  return 'accepted';
};

test('each check names its field and the kind of mistake', () => {
  expect(codeOf(() => checkLanguage('cobol'))).toBe('unknown_language language');
  expect(codeOf(() => checkLanguage(7))).toBe('bad_request language');
  expect(codeOf(() => checkTimeoutS(61))).toBe('bad_request timeoutS');
  expect(codeOf(() => checkCode({}))).toBe('bad_request code');
  expect(codeOf(() => checkCode('x'.repeat(262_145)))).toBe('too_large code');
  expect(codeOf(() => checkStdin('\udfff'))).toBe('bad_request stdin');
  expect(codeOf(() => checkContext('new'))).toBe('bad_request context');
  for (const wrong of [
    'mine',
    'page:',
    'page:short',
    `page:${'x'.repeat(33)}`,
    `page:${'x'.repeat(15)}/`,
  ]) {
    expect(codeOf(() => checkSandbox(wrong))).toBe('bad_request sandbox');
  }
});

test('256 KiB are counted as UTF-8, and are still taken', () => {
  expect(checkCode('x'.repeat(262_144))).toHaveLength(262_144);
  expect(codeOf(() => checkCode('ä'.repeat(131_073)))).toBe('too_large code');
});

test('what is absent has its default', () => {
  expect(checkTimeoutS(undefined)).toBe(60);
  expect(checkTimeoutS(undefined, 20)).toBe(20);
  expect(checkContext(undefined)).toBe('fresh');
  expect(checkSandbox(undefined)).toBeUndefined();
  expect(checkSandbox('page:aB3_-aB3_-aB3_-x')).toEqual({ page: 'aB3_-aB3_-aB3_-x' });
  expect(checkStdin(undefined)).toBeUndefined();
  expect(checkStdin('')).toBe('');
});
