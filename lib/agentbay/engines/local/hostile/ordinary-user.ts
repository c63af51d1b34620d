/** Makes this process, and all that it starts, an ordinary user's: for good. */
import { chownSync, copyFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** `nobody` on most systems; any user who owns nothing would do. */
const USER = 65_534;
/** What the engine needs of the application. */
const NEEDED = [
  'lib/agentbay/engines/local/guest',
  'lib/languages',
  'node_modules/es-module-lexer',
];

/**
 * The checkout may lie where that user cannot go: the process moves to a folder with what the engine needs of it,
 * which is the user's to remove. Gives that folder.
 */
export function becomeOrdinaryUser(): string {
  const from = process.cwd();
  const folder = mkdtempSync(join(tmpdir(), 'runbay-test-user-'));
  for (const path of NEEDED) cpSync(join(from, path), join(folder, path), { recursive: true });
  const node = `node_modules/node-linux-${process.arch}/bin/node`;
  mkdirSync(join(folder, dirname(node)), { recursive: true });
  copyFileSync(join(from, node), join(folder, node));
  chownSync(folder, USER, USER);
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    chownSync(join(folder, path), USER, USER);
  }
  process.chdir(folder);
  process.setgroups?.([]);
  process.setgid?.(USER);
  process.setuid?.(USER);
  return folder;
}
