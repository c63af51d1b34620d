/** A picture of the own device as an address that holds it, made smaller where it is large. */

/** It stands in the document as text, a third longer. */
export const MAX_PICTURE_BYTES = 192 * 1024;
const TYPES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];
/** Tried one after the other: the longer side in pixels, and how much of the picture's detail is kept. */
const SIZES = [
  [1600, 0.85],
  [1200, 0.8],
  [800, 0.7],
] as const;

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
  const bitmap = await createImageBitmap(file).catch(() => undefined);
  if (!bitmap) return { problem: 'kind' };
  const fitting = file.size <= MAX_PICTURE_BYTES ? file : await smallerOf(bitmap);
  bitmap.close();
  if (!fitting) return { problem: 'size' };
  const url = await urlOf(fitting);
  return url === undefined ? { problem: 'kind' } : { url };
}

async function smallerOf(bitmap: ImageBitmap): Promise<Blob | undefined> {
  for (const [pixels, quality] of SIZES) {
    const scale = Math.min(1, pixels / Math.max(bitmap.width, bitmap.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(bitmap.width * scale));
    canvas.height = Math.max(1, Math.round(bitmap.height * scale));
    const context = canvas.getContext('2d');
    if (!context) return undefined;
    // A JPEG, where the browser knows no WebP, has nothing to see through.
    context.fillStyle = '#ffffff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) =>
      canvas.toBlob(resolve, 'image/webp', quality),
    );
    if (blob && TYPES.includes(blob.type) && blob.size <= MAX_PICTURE_BYTES) return blob;
  }
  return undefined;
}

function urlOf(blob: Blob): Promise<string | undefined> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => resolve(undefined);
    reader.readAsDataURL(blob);
  });
}
