/** In a frame of another page nothing is asked with cookies: what that page may lead to is nobody's. */
export function pageCredentials(): RequestCredentials {
  return isFramed() ? 'omit' : 'same-origin';
}

export function isFramed(): boolean {
  return typeof window !== 'undefined' && window.parent !== window;
}
