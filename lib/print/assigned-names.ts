/** The names that a program gives values to, for the head of a trace table. A look, no parser. */

/** `name =`, `name <-`, `a, b =`, but no comparison and nothing within brackets. */
const ASSIGNED =
  /^[ \t]*(?:(?:let|const|var|final|int|long|double|float|boolean|char|String)\b(?:\[\])?[ \t]+)*([\p{L}_$][\p{L}\d_$]*(?:[ \t]*,[ \t]*[\p{L}_$][\p{L}\d_$]*)*)[ \t]*(?::[^=\n]+)?(?:[-+*/%|&^]|\/\/|\*\*|<)?(?:=(?!=|>)|(?<=<)-)/u;
const LOOPED =
  /\bfor\b[ \t]*\(?[ \t]*(?:let|const|var|int|String)?[ \t]*([\p{L}_$][\p{L}\d_$]*(?:[ \t]*,[ \t]*[\p{L}_$][\p{L}\d_$]*)*)[ \t]*(?:\bin\b|\bof\b|=(?!=)|:)/u;

/** In the order of their first lines, at most `limit`. */
export function assignedNames(code: string, limit: number): string[] {
  const names = new Set<string>();
  for (const line of code.split('\n')) {
    for (const form of [ASSIGNED, LOOPED]) {
      const found = form.exec(line)?.[1] ?? '';
      for (const name of found.split(',')) if (name.trim() !== '') names.add(name.trim());
    }
  }
  names.delete('_');
  return [...names].slice(0, limit);
}
