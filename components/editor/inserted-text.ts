/** Whole lines, indented as the line that follows them. */
export function insertedText(lines: readonly string[], next: string): string {
  const indentation = /^[ \t]*/.exec(next)?.[0] ?? '';
  return lines.map((line) => `${line === '' ? '' : indentation}${line}\n`).join('');
}
