import { LANGUAGE_NAMES, type Language } from '../agentbay/languages';
import { isPlainComplete } from './plain-input';
import { isPythonComplete } from './python-input';
import { isScriptComplete } from './script-input';

/**
 * Whether Enter at the end of `text` means "run it", as at the language's own prompt; if not, it
 * begins a new line. Text that is merely wrong is complete: running it says what is wrong.
 */
export function isInputComplete(language: Language, text: string): boolean {
  if (text.trim() === '') return true;
  const { text: grammar } = LANGUAGE_NAMES[language];
  if (grammar) return isPlainComplete(text, grammar);
  return language === 'python'
    ? isPythonComplete(text)
    : isScriptComplete(text, language === 'typescript');
}
