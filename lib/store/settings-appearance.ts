/** What the settings come to on this screen: attributes and variables of the page's root. */
import type { Arrangement, Settings } from './settings';

export type Theme = 'light' | 'dark' | 'contrast';

export interface Appearance {
  theme: Theme;
  motion: 'reduced' | 'full';
  wordWrap: 'on' | 'off';
  arrangement: Arrangement;
  /** There is room for one thing at a time. */
  phone: boolean;
  files: 'shown' | 'hidden';
  /** Percent of the room that the first pane has. */
  share: number;
  editor: { fontSizePx: number; lineHeightPx: number };
  console: { fontSizePx: number; rowHeightPx: number };
}

/** Whatever these say changes the appearance. The last two are the style sheet's steps of `html`. */
export const APPEARANCE_QUERIES = [
  '(prefers-color-scheme: dark)',
  '(prefers-contrast: more)',
  '(prefers-reduced-motion: reduce)',
  '(max-width: 39.99rem)',
  '(max-width: 55.99rem) and (min-height: 30rem)',
  '(min-width: 2400px)',
  '(min-width: 3200px)',
] as const;

/**
 * Works out the appearance. The function is also sent to the browser as text and runs before the
 * first paint (`components/settings/first-paint.ts`), so it uses nothing from outside of itself, and
 * it takes values that no schema has seen: a number out of range is brought into it, anything else
 * that is unknown counts as the default.
 */
export function appearanceOf(settings: Settings, matches: (query: string) => boolean): Appearance {
  const clamp = (value: number, min: number, max: number) =>
    Math.max(min, Math.min(max, Number(value) || min));
  const scale = matches('(min-width: 3200px)') ? 1.5 : matches('(min-width: 2400px)') ? 1.125 : 1;
  const editorPx = Math.round(clamp(settings.editorFontSizePx, 11, 24) * scale);
  const consolePx = Math.round(clamp(settings.consoleFontSizePx, 11, 24) * scale);

  let theme: Theme = matches('(prefers-color-scheme: dark)') ? 'dark' : 'light';
  if (matches('(prefers-contrast: more)')) theme = 'contrast';
  const chosen = settings.theme;
  if (chosen === 'light' || chosen === 'dark' || chosen === 'contrast') theme = chosen;

  let reduced = matches('(prefers-reduced-motion: reduce)');
  if (settings.motion === 'reduced' || settings.motion === 'full')
    reduced = settings.motion === 'reduced';

  const phone = matches('(max-width: 39.99rem)');
  let wrap = phone;
  if (settings.wordWrap === 'on' || settings.wordWrap === 'off') wrap = settings.wordWrap === 'on';

  // Also beside each other where there is little height: a phone held sideways.
  let stacked = matches('(max-width: 55.99rem) and (min-height: 30rem)');
  if (settings.panes === 'side' || settings.panes === 'stacked')
    stacked = settings.panes === 'stacked';
  const arrangement: Arrangement = stacked
    ? settings.consoleFirst
      ? 'stacked-swapped'
      : 'stacked'
    : settings.consoleFirst
      ? 'side-swapped'
      : 'side';

  return {
    theme,
    motion: reduced ? 'reduced' : 'full',
    wordWrap: wrap ? 'on' : 'off',
    arrangement,
    phone,
    files: settings.filesPane ? 'shown' : 'hidden',
    share: clamp(settings.shares[arrangement], 20, 80),
    editor: { fontSizePx: editorPx, lineHeightPx: Math.round((editorPx * 22) / 14) },
    console: { fontSizePx: consolePx, rowHeightPx: Math.round((consolePx * 20) / 13) },
  };
}

/** The part of the page's root element that shows it. */
export interface AppearanceRoot {
  dataset: DOMStringMap;
  style: Pick<CSSStyleDeclaration, 'setProperty'>;
}

/** Writes the appearance on the page's root. Sent to the browser as text, like `appearanceOf`. */
export function showAppearance(root: AppearanceRoot, appearance: Appearance): void {
  const { dataset, style } = root;
  dataset.theme = appearance.theme;
  dataset.motion = appearance.motion;
  dataset.wordWrap = appearance.wordWrap;
  dataset.panes = appearance.arrangement;
  dataset.files = appearance.files;
  style.setProperty('--share', `${appearance.share}%`);
  style.setProperty('--editor-size', `${appearance.editor.fontSizePx}px`);
  style.setProperty('--editor-line', `${appearance.editor.lineHeightPx}px`);
  style.setProperty('--console-size', `${appearance.console.fontSizePx}px`);
  style.setProperty('--row', `${appearance.console.rowHeightPx}px`);
}
