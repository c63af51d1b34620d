/**
 * One clean line: white space and line ends become single spaces; what cannot be seen or turns the
 * direction of text goes (control, format and private characters, except the joiners that
 * scripts and emoji need).
 */
export function cleanLine(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{White_Space}\p{Cc}]+/gu, ' ')
    .replace(/(?![\u200C\u200D])[\p{Cf}\p{Co}]/gu, '')
    .replace(/ +/g, ' ')
    .trim();
}

/** At most so many characters (code points), the last one an ellipsis where more stood there. */
export function shortened(text: string, limit: number): string {
  const characters = [...text];
  return characters.length <= limit ? text : `${characters.slice(0, limit - 1).join('')}…`;
}
