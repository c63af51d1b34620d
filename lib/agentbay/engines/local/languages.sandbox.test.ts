/** The suite of every language, where this machine has what runs it. */
import { test } from 'vitest';
import { languageSuite } from '@/lib/agentbay/engines/language-suite';
import { localEngine } from '@/lib/agentbay/engines/testing';
import { LANGUAGES, USUAL_LANGUAGES } from '@/lib/agentbay/languages';
import { findHostLanguages } from './host-languages';

for (const id of LANGUAGES) {
  const { programs } = await import(`../../../languages/${id}/programs-for-tests.ts`);
  const { missing } = findHostLanguages([id], process.cwd());
  const settings = { RUNBAY_LANGUAGES: `python,${id}` };
  if (missing.length > 0) {
    test(`local engine: ${missing[0]}`, ({ skip }) => skip(missing[0]));
    continue;
  }
  languageSuite('local engine', () => localEngine(settings), id, programs);
  // Of the others the engine's own suites tell what is different there.
  if (USUAL_LANGUAGES.includes(id)) continue;
  languageSuite(
    'local engine without control groups',
    () => localEngine({ ...settings, RUNBAY_CGROUPS: 'off' }),
    id,
    programs,
    ['limits'],
  );
}
