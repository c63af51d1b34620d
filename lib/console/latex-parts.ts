/** A piece of what a program gave as LaTeX: words, or a formula in the line or on a line of its own. */
export type LatexPart = { kind: 'text' | 'inline' | 'display'; source: string };

const MATH =
  /\$\$(?<dollars>[\s\S]+?)\$\$|\\\[(?<brackets>[\s\S]+?)\\\]|\\\((?<parens>[\s\S]+?)\\\)|(?<environment>\\begin\{(?<name>[a-z]+\*?)\}[\s\S]+?\\end\{\k<name>\})|(?<!\\)\$(?<dollar>(?:\\.|[^$\\])+?)\$/g;

/** Finds the formulas as notebooks do, by their delimiters; without any the whole is one formula. */
export function latexParts(latex: string): LatexPart[] {
  const parts: LatexPart[] = [];
  let end = 0;
  for (const match of latex.matchAll(MATH)) {
    const words = latex.slice(end, match.index);
    if (words.trim()) parts.push({ kind: 'text', source: words });
    const { dollars, brackets, parens, environment, dollar } = match.groups ?? {};
    const inline = parens ?? dollar;
    parts.push(
      inline !== undefined
        ? { kind: 'inline', source: inline }
        : { kind: 'display', source: dollars ?? brackets ?? environment ?? '' },
    );
    end = match.index + match[0].length;
  }
  if (parts.length === 0) return [{ kind: 'display', source: latex.trim() }];
  const rest = latex.slice(end);
  if (rest.trim()) parts.push({ kind: 'text', source: rest });
  return parts;
}
