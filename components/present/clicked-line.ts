/** The lines of code on the stage, of an editor or of code to read. */
export const CODE_LINE = '.plain-lines > code, .snippet-line';

/** The number of the line on whose number was clicked, from 1; undefined beside the numbers. */
export function clickedLine(
  block: Element,
  { x, y }: { x: number; y: number },
): number | undefined {
  const lines = [...block.querySelectorAll<HTMLElement>(CODE_LINE)];
  const at = lines.findIndex((line) => {
    const { top, bottom } = line.getBoundingClientRect();
    return y >= top && y < bottom;
  });
  const line = lines[at];
  if (line === undefined) return undefined;
  const { left } = line.getBoundingClientRect();
  const number = line.querySelector('a[data-line]')?.getBoundingClientRect();
  // The style is told as it was before the stage made it larger.
  const { currentCSSZoom: zoom = 1 } = line as { currentCSSZoom?: number };
  const padding = zoom * Number.parseFloat(getComputedStyle(line).paddingLeft);
  const textStart = number?.right ?? left + padding;
  return x >= left && x < textStart ? at + 1 : undefined;
}

/** How many lines a block on the stage has. */
export function lineCount(block: Element | null): number {
  return block?.querySelectorAll(CODE_LINE).length ?? 0;
}
