/** A picture of the own device as an address that holds it. */

/** It stands in the document as text, a third longer. */
export const MAX_PICTURE_BYTES = 192 * 1024;
const TYPES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];

type Picked = { url: string } | { problem: 'kind' | 'size' };

/** Calls back unless nothing is chosen. */
export function pickPicture(onPicked: (picked: Picked) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = TYPES.join(',');
  input.hidden = true;
  input.onchange = () => {
    const file = input.files?.[0];
    input.remove();
    if (file) void readPicture(file).then(onPicked);
  };
  input.oncancel = () => input.remove();
  document.body.append(input);
  input.click();
}

async function readPicture(file: File): Promise<Picked> {
  if (!TYPES.includes(file.type)) return { problem: 'kind' };
  if (file.size > MAX_PICTURE_BYTES) return { problem: 'size' };
  const url = await new Promise<string>((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => resolve('');
    reader.readAsDataURL(file);
  });
  return url.startsWith('data:') ? { url } : { problem: 'kind' };
}
