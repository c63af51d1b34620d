// Runs the blocks of the lessons and writes what they give beside them. `npm run lessons`, or a part of some
// names: `npm run lessons -- python/recursion`.
// @ts-check
import './typescript-hooks.mjs';

process.env.RUNBAY_LOG ||= 'error';
process.env.RUNBAY_RUNS_PER_MINUTE ||= '0';
process.chdir(new URL('..', import.meta.url).pathname);
const { recordLessons } = await import('../lib/lessons/record-lessons.ts');
process.exit((await recordLessons(process.argv.slice(2), console.log)) ? 0 : 1);
