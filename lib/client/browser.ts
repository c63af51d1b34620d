/** What the browser gives to the store. */

/** Undefined where the user or a policy blocks it; reading the property itself may throw. */
export function browserStorage(): Storage | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}

/** Lasts as long as the tab; undefined where it is blocked. */
export function tabSession(): Storage | undefined {
  try {
    return globalThis.sessionStorage;
  } catch {
    return undefined;
  }
}

/** Undefined on pages that did not come over HTTPS. */
export function browserLocks(): LockManager | undefined {
  return globalThis.navigator?.locks;
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
