import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { memoryStorage, playgroundDouble } from './playground-double';
import { currentTabColumns } from './selectors';
import { DEFAULT_SETTINGS, loadSettings, SETTINGS_KEY, saveSettings } from './settings';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function restored(storage = memoryStorage()) {
  const double = playgroundDouble({ storage });
  double.state().restoreSettings();
  return { ...double, storage };
}

it('a change takes effect at once and is saved soon', () => {
  const { state, storage } = restored();
  state().changeSettings({ theme: 'dark', editorFontSizePx: 20 });
  expect(state().appearance).toMatchObject({ theme: 'dark', editor: { fontSizePx: 20 } });
  expect(storage.entries[SETTINGS_KEY]).toBeUndefined();
  vi.advanceTimersByTime(200);
  expect(loadSettings(storage)).toMatchObject({ theme: 'dark', editorFontSizePx: 20 });
});

it('a page that is left saves what it has not yet', () => {
  const { state, storage } = restored();
  state().changeSettings({ minimap: true });
  state().flushSettings();
  expect(loadSettings(storage).minimap).toBe(true);
});

it('nothing is written before the saved settings have been read', () => {
  const storage = memoryStorage({ [SETTINGS_KEY]: 'precious' });
  const { state } = playgroundDouble({ storage });
  expect(state().settingsRestored).toBe(false);
  state().changeSettings({ minimap: true });
  vi.advanceTimersByTime(1000);
  state().flushSettings();
  expect(storage.entries[SETTINGS_KEY]).toBe('precious');
});

it('another tab’s change is taken up, and wins over one that is not saved yet', () => {
  const { state, storage } = restored();
  state().changeSettings({ theme: 'dark' });
  saveSettings(storage, { ...DEFAULT_SETTINGS, theme: 'contrast', consoleWrap: false });
  state().restoreSettings();
  vi.advanceTimersByTime(1000);
  expect(state()).toMatchObject({
    settings: { theme: 'contrast', consoleWrap: false },
    appearance: { theme: 'contrast' },
  });
  expect(loadSettings(storage).theme).toBe('contrast');
});

it('settings work for the visit where the browser keeps nothing', () => {
  const refuse = () => {
    throw new DOMException('no', 'SecurityError');
  };
  const { state } = playgroundDouble({ storage: { getItem: refuse, setItem: refuse } });
  state().restoreSettings();
  state().changeSettings({ theme: 'dark' });
  vi.advanceTimersByTime(1000);
  expect(state().appearance.theme).toBe('dark');
});

it('each arrangement remembers its share, until it is put back', () => {
  const { state } = restored();
  state().setShare(30);
  state().changeSettings({ panes: 'stacked' });
  expect(state().appearance.share).toBe(55);
  state().setShare(70);
  state().changeSettings({ panes: 'side' });
  expect(state().appearance.share).toBe(30);
  state().setShare(undefined);
  expect(state().settings.shares).toEqual({ ...DEFAULT_SETTINGS.shares, stacked: 70 });
});

it('defaults are back at once, and saved', () => {
  const { state, storage } = restored();
  state().changeSettings({ theme: 'dark', panes: 'stacked', tabWidth: 8 });
  state().setShare(70);
  state().resetSettings();
  vi.advanceTimersByTime(200);
  expect(state().settings).toEqual(DEFAULT_SETTINGS);
  expect(loadSettings(storage)).toEqual(DEFAULT_SETTINGS);
});

it('what the screen says is looked at again when it changes', () => {
  const { state } = restored();
  let dark = false;
  state().updateAppearance((query) => dark && query === '(prefers-color-scheme: dark)');
  expect(state().appearance.theme).toBe('light');
  dark = true;
  state().updateAppearance();
  expect(state().appearance.theme).toBe('dark');
  state().changeSettings({ theme: 'light' });
  expect(state().appearance.theme).toBe('light');
});

it('the tab width is the language’s own until one is chosen', () => {
  const { state } = restored();
  expect(currentTabColumns(state())).toBe(4);
  state().setLanguage('javascript');
  expect(currentTabColumns(state())).toBe(2);
  state().changeSettings({ tabWidth: 8 });
  expect(currentTabColumns(state())).toBe(8);
});
