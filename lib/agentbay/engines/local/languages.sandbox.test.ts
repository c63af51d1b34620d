/** The languages with kernels of their own, where this machine has what runs them. */
import { test } from 'vitest';
import { languageSuite } from '@/lib/agentbay/engines/language-suite';
import { localEngine } from '@/lib/agentbay/engines/testing';
import { programs as java } from '@/lib/languages/java/programs-for-tests';
import { programs as r } from '@/lib/languages/r/programs-for-tests';
import { findHostLanguages } from './host-languages';

const SUITES = { r, java } as const;

for (const [language, programs] of Object.entries(SUITES)) {
  const id = language as keyof typeof SUITES;
  const { missing } = findHostLanguages([id], process.cwd());
  const settings = { RUNBAY_LANGUAGES: `python,${id}` };
  if (missing.length > 0) {
    test(`local engine: ${missing[0]}`, ({ skip }) => skip(missing[0]));
    continue;
  }
  languageSuite('local engine', () => localEngine(settings), id, programs);
  languageSuite(
    'local engine without control groups',
    () => localEngine({ ...settings, RUNBAY_CGROUPS: 'off' }),
    id,
    programs,
  );
}
