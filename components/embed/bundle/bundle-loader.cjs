// Bundler loader: turns a list of files into a module with each of them as one small text for the
// browser: scripts with all they import, style sheets without comments.
// @ts-check
const { readFileSync } = require('node:fs');
const { basename, dirname, extname, join } = require('node:path');

const ROOT = join(__dirname, '../../..');

/**
 * @this {{ resourcePath: string, addDependency(file: string): void, async(): (error: unknown, code?: string) => void }}
 * @param {string} source A name for each file, and its path from the list's folder, one a line.
 */
module.exports = function bundleLoader(source) {
  const done = this.async();
  const entries = source
    .trim()
    .split('\n')
    .map((line) => line.split(' '));
  const texts = entries.map(async ([name = '', path = '']) => {
    const file = join(dirname(this.resourcePath), path);
    const { text, files } = extname(file) === '.css' ? styleSheet(file) : await script(file);
    for (const used of files) this.addDependency(used);
    return `export const ${name} = ${JSON.stringify(text)};`;
  });
  Promise.all(texts).then((lines) => done(null, lines.join('\n')), done);
};

/** @param {string} file */
function styleSheet(file) {
  const text = readFileSync(file, 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,>]) ?/g, '$1')
    .trim();
  return { text, files: [file] };
}

/** @param {string} file */
async function script(file) {
  const { rolldown } = await import('rolldown');
  const bundle = await rolldown({
    input: file,
    platform: 'browser',
    resolve: { alias: { '@': ROOT } },
    transform: { target: 'es2022' },
    logLevel: 'silent',
  });
  const { output } = await bundle.generate({
    format: 'iife',
    minify: true,
    codeSplitting: false,
    comments: false,
  });
  await bundle.close();
  const [chunk, ...others] = output;
  if (others.length > 0) throw new Error(`${basename(file)} became more than one file.`);
  return { text: chunk.code, files: chunk.moduleIds.filter((id) => id.startsWith(ROOT)) };
}
