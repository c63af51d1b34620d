/** JSON.parse reads what is nested without end; JSON.stringify and everything else that recurses does not (it throws). */

/** Whether a value of JSON has arrays and objects in more than so many levels. */
export function isDeeperThan(value: unknown, levels: number): boolean {
  let layer: unknown[] = [value].filter(isNested);
  for (let level = 0; layer.length > 0; level++) {
    if (level === levels) return true;
    layer = layer.flatMap((one) => Object.values(one as object).filter(isNested));
  }
  return false;
}

const isNested = (value: unknown) => typeof value === 'object' && value !== null;
