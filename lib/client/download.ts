/** Gives the user a text as a file. */
export function downloadText(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has read the address when this task ends; the bytes may take longer.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
