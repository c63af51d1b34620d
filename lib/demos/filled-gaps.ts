/** Code with what was written in its gaps; a line where nothing was. `code` has one piece more than gaps. */
export function filledGaps(code: readonly string[], answers: readonly string[]): string {
  return code
    .map((piece, at) => (at === 0 ? piece : `${answers[at - 1]?.trim() || '____'}${piece}`))
    .join('');
}
