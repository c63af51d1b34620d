import { expect, it } from 'vitest';
import { cookieOfChoice, localeChoiceOf } from './locale-cookie';

it('reads the choice among other cookies, and takes anything else for none', () => {
  expect(localeChoiceOf('a=1; runbay_locale=zh; b=2')).toBe('zh');
  expect(localeChoiceOf('runbay_locale=en')).toBe('en');
  for (const cookies of ['', 'runbay_locale=', 'runbay_locale=de', 'xrunbay_locale=zh']) {
    expect(localeChoiceOf(cookies)).toBe('auto');
  }
});

it('keeps a choice for a year, for the whole site and for it alone', () => {
  expect(cookieOfChoice('zh')).toBe('runbay_locale=zh; Max-Age=31536000; Path=/; SameSite=Lax');
  expect(cookieOfChoice('auto')).toBe('runbay_locale=; Max-Age=0; Path=/; SameSite=Lax');
});
