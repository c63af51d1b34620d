import type { Language } from '@/lib/agentbay/languages';
import { AppError } from '@/lib/errors';
import { canBeStepped, type StepLanguage } from './trace';

/** Throws bad_request for a language whose programs are not recorded. */
export function checkStepLanguage(language: Language): StepLanguage {
  if (canBeStepped(language)) return language;
  throw new AppError(
    'bad_request',
    'language: programs in Python, JavaScript and TypeScript can be recorded step by step, no others.',
    { field: 'language' },
  );
}
