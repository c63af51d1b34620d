/** The texts that tests of code outside of React are given. */
import { en } from './en';
import type { Texts } from './messages';
import { zh } from './zh';

export const ENGLISH: Texts = { locale: 'en', messages: en };
export const CHINESE: Texts = { locale: 'zh', messages: zh };
