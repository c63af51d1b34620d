/**
 * Lines in an order that says nothing about the right one: it depends on the lines alone, not on where
 * they stood, so that nobody who knows how it is made can undo it.
 */
export function mixedLines(lines: string[], asksIndent: boolean, isMixed: boolean): string[] {
  const kept = lines
    .map((line) => line.replace(/\t/g, '    ').trimEnd())
    .filter((line) => line !== '')
    .map((line) => (asksIndent ? line.trimStart() : line));
  const mixed = [...kept].sort((a, b) => hash(a) - hash(b) || (a < b ? -1 : Number(a > b)));
  // By chance it may be the right one.
  const isRight = !isMixed && mixed.every((line, at) => line === kept[at]);
  return isRight ? [...mixed.slice(1), ...mixed.slice(0, 1)] : mixed;
}

function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  }
  // Lines that begin alike must not end up beside each other.
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  return (value ^ (value >>> 12)) >>> 0;
}
