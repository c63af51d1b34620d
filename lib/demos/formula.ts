import katex from 'katex';

const MAX_LENGTH = 5000;

/** A formula as MathML, which browsers draw themselves; undefined where it is none. */
export function formulaHtml(source: string, isBlock: boolean): string | undefined {
  if (source.length > MAX_LENGTH) return undefined;
  try {
    return katex.renderToString(source, {
      displayMode: isBlock,
      output: 'mathml',
      trust: false,
      strict: 'ignore',
      maxExpand: 500,
      maxSize: 20,
    });
  } catch {
    return undefined;
  }
}
