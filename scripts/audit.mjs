// Asks the registry whether anything that a server loads is known to be vulnerable. Fails on what is high
// or critical; where the registry cannot be asked it says so, and nothing counts as checked.
// npm run audit [-- --report FILE]
// @ts-check
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readAudit } from './audit-answer.mjs';

const LIMIT_MS = 60_000;

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));
const { values } = parseArgs({ options: { report: { type: 'string' } } });
const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], {
  encoding: 'utf8',
  timeout: LIMIT_MS,
});
const { isChecked, grave, sentence } = readAudit(stdout ?? '');
console.log(sentence);
if (values.report !== undefined) {
  const counts = {
    passed: Number(isChecked && grave === 0),
    failed: grave,
    skipped: Number(!isChecked),
  };
  writeFileSync(values.report, JSON.stringify(counts));
}
process.exitCode = grave > 0 ? 1 : 0;
