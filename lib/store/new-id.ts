/** Unique in this browser. Pages that did not come over HTTPS have no crypto.randomUUID. */
export const newId = (): string =>
  `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
