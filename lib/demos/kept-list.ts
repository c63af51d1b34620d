/** A list that was kept as text; empty where it is another one. */
export function listOf(text: string | undefined, type: 'string'): string[];
export function listOf(text: string | undefined, type: 'number'): number[];
export function listOf(text: string | undefined, type: string): unknown[] {
  try {
    const list: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(list) && list.every((one) => typeof one === type) ? list : [];
  } catch {
    return [];
  }
}
