/** Every language that this program knows: a folder each. Which of them a server offers is a setting. */
import { java } from './java/language';
import { javascript } from './javascript/language';
import type { LanguageFacts } from './language-facts';
import { python } from './python/language';
import { r } from './r/language';
import { typescript } from './typescript/language';

/** By id, in the order in which they are shown. */
export const ALL_LANGUAGES = { python, javascript, typescript, r, java } satisfies Record<
  string,
  LanguageFacts
>;
