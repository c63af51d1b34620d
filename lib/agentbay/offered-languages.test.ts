import { expect, test } from 'vitest';
import { parseConfig } from '@/lib/config';
import { offeredLanguages } from './offered-languages';
import { checkLanguage } from './run-request';

const offered = (languages?: string) =>
  offeredLanguages(parseConfig(languages === undefined ? {} : { RUNBAY_LANGUAGES: languages }));

test('without a setting a server offers Python, JavaScript and TypeScript', () => {
  expect(offered()).toEqual(['python', 'javascript', 'typescript']);
  expect(() => checkLanguage('r')).toThrow('Unsupported language: "r". Supported languages are');
});

test('RUNBAY_LANGUAGES chooses, in any case and order', () => {
  expect(offered('R, python')).toEqual(['python', 'r']);
  expect(checkLanguage('Rscript', offered('python,r'))).toBe('r');
  expect(() => checkLanguage('js', offered('python,r'))).toThrow('python (also py, python3), r');
});

test('a language that there is not stops the start, and so does one without Python', () => {
  expect(() => offered('python,cobol')).toThrow('RUNBAY_LANGUAGES: there is no language "cobol"');
  expect(() => offered('r')).toThrow('python must be among them');
  expect(() => offered('python,,r')).toThrow('must be names with commas between them');
});
