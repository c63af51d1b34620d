/** What the page around the frame may say, and nobody else: its theme, and code of its own to be shown. */
import { findLanguage, type Language } from '@/lib/agentbay/languages';
import { EMBED_THEMES, type EmbedTheme } from '@/lib/share/embed-code';

/** Characters; the server takes no longer program. */
const MAX_CODE = 256 * 1024;

export interface GivenCode {
  code: string;
  language: Language;
  title: string | undefined;
  readonly: boolean;
}

interface Listeners {
  /** The page has only now begun to listen, and knows nothing of the frame. */
  onHello: () => void;
  /** Absent: the root is marked with it. */
  onTheme?: (theme: EmbedTheme) => void;
  /** Called once at most; absent: no code is wanted. */
  onCode?: (given: GivenCode) => void;
}

export function listenAround({ onHello, onCode, onTheme = markRoot }: Listeners): void {
  if (parent === window) return;
  let wanted = onCode;
  addEventListener('message', ({ source, data }) => {
    if (source !== parent || typeof data !== 'object' || data === null) return;
    if (data.type === 'runbay:hello') onHello();
    if (data.type === 'runbay:theme') {
      const theme = EMBED_THEMES.find((name) => name === data.theme);
      if (theme) onTheme(theme);
    }
    if (data.type !== 'runbay:code' || !wanted) return;
    const given = readCode(data);
    if (!given) return;
    wanted(given);
    wanted = undefined;
    parent.postMessage({ type: 'runbay:taken' }, '*');
  });
  // It holds nothing, so anyone may hear it.
  parent.postMessage({ type: 'runbay:ready' }, '*');
}

function markRoot(theme: EmbedTheme): void {
  document.documentElement.dataset.theme = theme;
}

/** Exported for its test. */
export function readCode(data: Record<string, unknown>): GivenCode | undefined {
  const { code, title, readonly } = data;
  const language = typeof data.language === 'string' ? findLanguage(data.language) : undefined;
  if (typeof code !== 'string' || code.length > MAX_CODE || !language) return undefined;
  const named = typeof title === 'string' ? title.trim().slice(0, 200) : '';
  return {
    ...{ code: code.toWellFormed(), language },
    ...{ title: named === '' ? undefined : named, readonly: readonly === true },
  };
}
