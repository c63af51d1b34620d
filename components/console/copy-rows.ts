/** The text of selected rows of output: rows of one line are joined again, as the program wrote them. */
export function textOfSelection(selection: Selection): string {
  const lines: string[] = [];
  for (let i = 0; i < selection.rangeCount; i++) {
    const rows = selection.getRangeAt(i).cloneContents().querySelectorAll<HTMLElement>('.out-row');
    for (const row of rows) {
      const text = row.textContent ?? '';
      if (row.dataset.wrapped !== undefined && lines.length > 0) lines[lines.length - 1] += text;
      else lines.push(text);
    }
  }
  return lines.length > 0 ? lines.join('\n') : selection.toString();
}
