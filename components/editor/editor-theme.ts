import type { ShownTheme } from '@/components/ui/use-theme';
import { monaco } from './monaco';

/** A colour of the style sheet as `#rrggbb`, the only form Monaco's themes take. */
function token(name: string): string {
  const probe = document.createElement('span');
  probe.style.color = `var(--${name})`;
  // With forced colours every text has the same one, and so would every part of the theme.
  probe.style.forcedColorAdjust = 'none';
  document.body.append(probe);
  const [r = 0, g = 0, b = 0] = (getComputedStyle(probe).color.match(/\d+/g) ?? []).map(Number);
  probe.remove();
  return `#${[r, g, b].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

const rule = (scope: string, name: string, fontStyle?: string) => ({
  token: scope,
  foreground: token(name).slice(1),
  ...(fontStyle ? { fontStyle } : {}),
});

/** Monaco colours matching brackets in some states and not in others; here they are never louder than the code. */
const bracketColors = (color: string) =>
  Object.fromEntries(
    [1, 2, 3, 4, 5, 6].map((level) => [`editorBracketHighlight.foreground${level}`, color]),
  );

const BASES = { light: 'vs', dark: 'vs-dark', contrast: 'hc-black' } as const;

export const themeName = (theme: ShownTheme) => `runbay-${theme}`;

/** In high contrast nothing is told from its ground by shade alone. */
const outlines = () => ({
  contrastBorder: token('line'),
  contrastActiveBorder: token('focus'),
  'editor.selectionForeground': token('text'),
  'editor.lineHighlightBorder': token('line'),
  // Quieter than code: beside it a bright line looks like a character.
  'editorIndentGuide.background1': '#6b6b6b',
});

/** Gives the editor the colours that the page has now; call again when the page's colours change. */
export function applyEditorTheme(theme: ShownTheme): void {
  const name = themeName(theme);
  monaco.editor.defineTheme(name, {
    base: BASES[theme],
    inherit: true,
    rules: [
      { token: '', foreground: token('code-text').slice(1), background: token('surface').slice(1) },
      rule('comment', 'code-comment', 'italic'),
      rule('keyword', 'code-keyword'),
      rule('string', 'code-string'),
      rule('string.escape', 'code-string'),
      rule('regexp', 'code-number'),
      rule('number', 'code-number'),
      rule('type', 'code-type'),
      rule('type.identifier', 'code-type'),
      rule('tag', 'code-type'),
      rule('delimiter', 'code-punctuation'),
      rule('delimiter.parenthesis', 'code-punctuation'),
      rule('delimiter.bracket', 'code-punctuation'),
      rule('delimiter.square', 'code-punctuation'),
      rule('delimiter.curly', 'code-punctuation'),
      rule('identifier', 'code-text'),
    ],
    colors: {
      ...bracketColors(token('code-punctuation')),
      'editor.background': token('surface'),
      'editor.foreground': token('code-text'),
      'editor.lineHighlightBackground': token('code-line-active'),
      'editor.lineHighlightBorder': '#00000000',
      'editor.selectionBackground': token('code-selection'),
      'editor.inactiveSelectionBackground': `${token('code-selection')}88`,
      'editorCursor.foreground': token('code-cursor'),
      'editorLineNumber.foreground': token('code-line-number'),
      'editorLineNumber.activeForeground': token('text'),
      'editorIndentGuide.background1': token('line'),
      'editorIndentGuide.activeBackground1': token('line-strong'),
      'editorWidget.background': token('raised'),
      'editorWidget.border': token('line'),
      'editorHoverWidget.background': token('raised'),
      'editorHoverWidget.border': token('line'),
      'editorSuggestWidget.background': token('raised'),
      'editorSuggestWidget.border': token('line'),
      'editorSuggestWidget.selectedBackground': token('hover'),
      'editorSuggestWidget.selectedForeground': token('text'),
      'editorSuggestWidget.highlightForeground': token('accent'),
      'editorSuggestWidget.focusHighlightForeground': token('accent'),
      'editorSuggestWidget.selectedIconForeground': token('text'),
      'editorError.foreground': token('danger-line'),
      'editorWarning.foreground': token('warning-line'),
      'editorOverviewRuler.errorForeground': token('danger-line'),
      'editorOverviewRuler.warningForeground': token('warning-line'),
      'editorOverviewRuler.border': '#00000000',
      'input.background': token('surface'),
      'input.border': token('line-strong'),
      focusBorder: token('focus'),
      'widget.shadow': '#00000033',
      ...(theme === 'contrast' ? outlines() : {}),
    },
  });
  monaco.editor.setTheme(name);
}
