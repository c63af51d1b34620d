/** The script's own element: its address is the server's, its attributes are what the page wishes. */

export function scriptElement(): HTMLScriptElement | undefined {
  const { currentScript } = document;
  if (currentScript instanceof HTMLScriptElement && currentScript.src) return currentScript;
  // A module, or put together with other scripts: the page still names it.
  return document.querySelector<HTMLScriptElement>('script[src$="/embed.js"]') ?? undefined;
}

/** The server's origin. */
export function scriptBase(script: HTMLScriptElement | undefined): string | undefined {
  if (!script) return undefined;
  const { protocol, origin } = new URL(script.src, document.baseURI);
  return protocol === 'https:' || protocol === 'http:' ? origin : undefined;
}
