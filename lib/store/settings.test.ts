import { describe, expect, it } from 'vitest';
import { memoryStorage } from './playground-double';
import { DEFAULT_SETTINGS, loadSettings, SETTINGS_KEY, saveSettings } from './settings';
import { appearanceOf, showAppearance } from './settings-appearance';

const saved = (settings: object) =>
  memoryStorage({ [SETTINGS_KEY]: JSON.stringify({ version: 1, ...settings }) });

describe('saved settings', () => {
  it('are read as they were written', () => {
    const storage = memoryStorage();
    const settings = {
      ...DEFAULT_SETTINGS,
      theme: 'contrast' as const,
      tabWidth: 8 as const,
      shares: { ...DEFAULT_SETTINGS.shares, stacked: 33.5 },
    };
    expect(saveSettings(storage, settings)).toBe(true);
    expect(loadSettings(storage)).toEqual(settings);
  });

  it.each([
    ['nothing', undefined],
    ['no JSON', '{'],
    ['no object', '7'],
    ['an unknown version', '{"version":99,"theme":"dark"}'],
  ])('are the defaults where there is %s', (_name, text) => {
    const storage = memoryStorage(text === undefined ? {} : { [SETTINGS_KEY]: text });
    expect(loadSettings(storage)).toEqual(DEFAULT_SETTINGS);
  });

  it.each([
    ['theme', 'pink'],
    ['motion', 1],
    ['editorFontSizePx', 10],
    ['editorFontSizePx', 14.5],
    ['consoleFontSizePx', '20'],
    ['tabWidth', 3],
    ['wordWrap', true],
    ['minimap', 'yes'],
    ['keys', 'nano'],
    ['consoleTimes', 1],
    ['panes', 'round'],
    ['shares', null],
    ['shares', { side: 5, 'side-swapped': 45, stacked: 'x', 'stacked-swapped': 45 }],
  ])('lose only %s when it is %j', (key, value) => {
    const settings = loadSettings(saved({ ...DEFAULT_SETTINGS, consoleWrap: false, [key]: value }));
    expect(settings).toEqual({ ...DEFAULT_SETTINGS, consoleWrap: false });
  });

  it('of an older visit get the defaults of what has come since', () => {
    expect(loadSettings(saved({ theme: 'dark' }))).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark' });
  });

  it('may be refused by the browser without harm', () => {
    const refuse = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    const storage = { getItem: refuse, setItem: refuse };
    expect(loadSettings(storage)).toEqual(DEFAULT_SETTINGS);
    expect(saveSettings(storage, DEFAULT_SETTINGS)).toBe(false);
    expect(loadSettings(undefined)).toEqual(DEFAULT_SETTINGS);
    expect(saveSettings(undefined, DEFAULT_SETTINGS)).toBe(false);
  });
});

describe('the appearance', () => {
  const nothing = () => false;
  const only =
    (...queries: string[]) =>
    (query: string) =>
      queries.includes(query);

  it('follows the system where the theme is left to it', () => {
    expect(appearanceOf(DEFAULT_SETTINGS, nothing).theme).toBe('light');
    expect(appearanceOf(DEFAULT_SETTINGS, only('(prefers-color-scheme: dark)')).theme).toBe('dark');
    expect(
      appearanceOf(
        DEFAULT_SETTINGS,
        only('(prefers-color-scheme: dark)', '(prefers-contrast: more)'),
      ).theme,
    ).toBe('contrast');
  });

  it('is as chosen, whatever the system says', () => {
    const settings = {
      ...DEFAULT_SETTINGS,
      theme: 'light',
      motion: 'full',
      wordWrap: 'off',
      panes: 'side',
    } as const;
    expect(appearanceOf(settings, () => true)).toMatchObject({
      theme: 'light',
      motion: 'full',
      wordWrap: 'off',
      arrangement: 'side',
    });
    const other = { ...settings, motion: 'reduced', wordWrap: 'on', panes: 'stacked' } as const;
    expect(appearanceOf(other, nothing)).toMatchObject({
      motion: 'reduced',
      wordWrap: 'on',
      arrangement: 'stacked',
    });
  });

  it('stacks the panes where the window is narrow, each arrangement with its own share', () => {
    const settings = {
      ...DEFAULT_SETTINGS,
      shares: { side: 30, 'side-swapped': 40, stacked: 60, 'stacked-swapped': 70 },
    };
    const narrow = only('(max-width: 55.99rem) and (min-height: 30rem)');
    const swapped = { ...settings, consoleFirst: true };
    expect(appearanceOf(settings, nothing)).toMatchObject({ arrangement: 'side', share: 30 });
    expect(appearanceOf(swapped, nothing)).toMatchObject({
      arrangement: 'side-swapped',
      share: 40,
    });
    expect(appearanceOf(settings, narrow)).toMatchObject({ arrangement: 'stacked', share: 60 });
    expect(appearanceOf(swapped, narrow)).toMatchObject({
      arrangement: 'stacked-swapped',
      share: 70,
    });
  });

  it('has lines in proportion to the letters, and grows on very wide screens', () => {
    expect(appearanceOf(DEFAULT_SETTINGS, nothing)).toMatchObject({
      editor: { fontSizePx: 14, lineHeightPx: 22 },
      console: { fontSizePx: 13, rowHeightPx: 20 },
    });
    const settings = { ...DEFAULT_SETTINGS, editorFontSizePx: 24 };
    expect(appearanceOf(settings, nothing).editor).toEqual({ fontSizePx: 24, lineHeightPx: 38 });
    const wall = only('(min-width: 2400px)', '(min-width: 3200px)');
    expect(appearanceOf(DEFAULT_SETTINGS, wall).editor.fontSizePx).toBe(21);
  });

  it('needs nothing from around it, as it is sent to the browser as text, and stands any values', () => {
    const alone = new Function(`return ${appearanceOf.toString()}`)() as typeof appearanceOf;
    expect(alone(DEFAULT_SETTINGS, nothing)).toEqual(appearanceOf(DEFAULT_SETTINGS, nothing));
    const hostile = {
      ...DEFAULT_SETTINGS,
      theme: 'x"><script>',
      editorFontSizePx: 9000,
      consoleFontSizePx: 'big',
      shares: {},
    };
    expect(alone(hostile as never, nothing)).toMatchObject({
      theme: 'light',
      share: 20,
      editor: { fontSizePx: 24 },
      console: { fontSizePx: 11 },
    });
  });

  it('stands on the root of the page', () => {
    const variables: Record<string, string | null> = {};
    const root = {
      dataset: {} as DOMStringMap,
      style: {
        setProperty: (name: string, value: string | null) => {
          variables[name] = value;
        },
      },
    };
    showAppearance(root, appearanceOf(DEFAULT_SETTINGS, nothing));
    expect(root.dataset).toEqual({
      theme: 'light',
      motion: 'full',
      wordWrap: 'off',
      panes: 'side',
      files: 'hidden',
    });
    expect(variables).toEqual({
      '--share': '55%',
      '--editor-size': '14px',
      '--editor-line': '22px',
      '--console-size': '13px',
      '--row': '20px',
    });
  });
});
