// Bundler loader: turns a list of packages into a module with their type declarations, by path.
// @ts-check
const { readdirSync, readFileSync } = require('node:fs');
const { dirname, join, relative } = require('node:path');

/**
 * @this {{ addDependency(file: string): void }}
 * @param {string} source Names of packages, one a line.
 */
module.exports = function packagesLoader(source) {
  /** @type {Record<string, string>} */
  const files = {};
  for (const name of source.trim().split('\n')) {
    const manifest = require.resolve(`${name}/package.json`);
    this.addDependency(manifest);
    files[`node_modules/${name}/package.json`] = essentials(manifest);
    for (const file of declarationsIn(dirname(manifest))) {
      const path = relative(dirname(manifest), file);
      files[`node_modules/${name}/${path}`] = withShortComments(readFileSync(file, 'utf8'));
    }
  }
  // Engines read JSON faster than an object of the same size.
  return `export const files = JSON.parse(${JSON.stringify(JSON.stringify(files))});`;
};

/** @param {string} manifest */
function essentials(manifest) {
  const { name, version, types } = JSON.parse(readFileSync(manifest, 'utf8'));
  return JSON.stringify({ name, version, types });
}

/**
 * All of a package except what is for older compilers (`ts5.6`).
 * @param {string} folder
 * @returns {string[]}
 */
function declarationsIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return /^ts\d/.test(entry.name) ? [] : declarationsIn(path);
    return entry.name.endsWith('.d.ts') ? [path] : [];
  });
}

/**
 * Keeps the first paragraph of each comment: enough for a hover, half of the download.
 * @param {string} text
 */
function withShortComments(text) {
  return text.replace(/\/\*\*[\s\S]*?\*\//g, (comment) => {
    const end = /\n[ \t]*\*[ \t]*(?:\r?\n|@)/.exec(comment);
    return end ? `${comment.slice(0, end.index)}\n */` : comment;
  });
}
