/** What the browser gives to the store. */

/** Undefined where the user or a policy blocks it; reading the property itself may throw. */
export function browserStorage(): Storage | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}

/** Before the next paint; after 100 ms at the latest, as a hidden page is not painted. */
export function onNextFrame(callback: () => void): void {
  let called = false;
  const once = () => {
    if (called) return;
    called = true;
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    callback();
  };
  const frame = requestAnimationFrame(once);
  const timer = setTimeout(once, 100);
}
