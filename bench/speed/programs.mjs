// The programs that are measured, each the same for all that are compared.
// @ts-check

/** @typedef {'python' | 'javascript'} Language */

/** What the output programs print: enough that the start does not count. */
export const OUTPUT_BYTES = 32_000_000;

/** One line. @type {Record<Language, string>} */
export const ONE_LINE = { python: 'print(6 * 7)', javascript: 'console.log(6 * 7)' };

/** Prints, and goes on for a while: what matters is when the first output is there. @type {Record<Language, string>} */
export const PRINTS_EARLY = {
  python: 'import time\nprint(42, flush=True)\ntime.sleep(0.2)',
  javascript: 'console.log(42)\nsetTimeout(() => {}, 200)',
};

/** Lines of 100 characters, written 64,000 at a time. @type {Record<Language, string>} */
export const PRINTS_MUCH = {
  python: `import sys\nlines = ('x' * 99 + '\\n') * 640\nfor _ in range(${OUTPUT_BYTES / 64_000}):\n    size = sys.stdout.write(lines)`,
  javascript: `const lines = ('x'.repeat(99) + '\\n').repeat(640);\nfor (let n = 0; n < ${OUTPUT_BYTES / 64_000}; n++) process.stdout.write(lines);`,
};

/** Is there for a minute and does nothing. @type {Record<Language, string>} */
export const RESTS = {
  python: 'import time\nprint(42, flush=True)\ntime.sleep(50)',
  javascript: 'console.log(42)\nsetTimeout(() => {}, 50_000)',
};

/** @param {string} module */
export const imports = (module) => `import ${module}\nprint(6 * 7)`;
