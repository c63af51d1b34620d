/** The step that an address names, from 1: `?step=12`. Undefined where it names none. */
export function stepOfAddress(search: string): number | undefined {
  const text = new URLSearchParams(search).get('step') ?? '';
  return /^[1-9]\d{0,3}$/.test(text) ? Number(text) : undefined;
}
