import { DEFAULT_SETTINGS, loadSettings, type Settings, saveSettings } from './settings';
import { type Appearance, appearanceOf } from './settings-appearance';
import type { SliceContext } from './slice';

export type Pane = 'editor' | 'console';

export interface SettingsSlice {
  settings: Settings;
  /** False until the saved settings have been read; before that nothing is saved. */
  settingsRestored: boolean;
  /** What the settings come to on this screen. */
  appearance: Appearance;
  settingsOpen: boolean;
  /** The pane that has all the room; not saved. */
  maximised: Pane | undefined;
  changeSettings(change: Partial<Settings>): void;
  /** The first pane's share of the room, in percent, in the arrangement of the moment; undefined: the default. */
  setShare(share: number | undefined): void;
  resetSettings(): void;
  /** Takes up what is saved: at the start, and when another tab has changed it. */
  restoreSettings(): void;
  /** Saves at once what would be saved soon. */
  flushSettings(): void;
  /** Works the appearance out anew with what media queries say; without an argument as the last time. */
  updateAppearance(matches?: (query: string) => boolean): void;
  openSettings(open: boolean): void;
  maximise(pane: Pane | undefined): void;
}

/** The pointer moves a slider or an edge many times a second. */
const SAVE_DELAY_MS = 200;

export function createSettingsSlice({ set, get, storage }: SliceContext): SettingsSlice {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let mediaMatches = (_query: string) => false;

  const save = () => {
    clearTimeout(timer);
    timer = undefined;
    saveSettings(storage, get().settings);
  };
  const use = (settings: Settings) =>
    set({ settings, appearance: appearanceOf(settings, mediaMatches) });

  return {
    settings: DEFAULT_SETTINGS,
    settingsRestored: false,
    appearance: appearanceOf(DEFAULT_SETTINGS, mediaMatches),
    settingsOpen: false,
    maximised: undefined,

    changeSettings(change) {
      use({ ...get().settings, ...change });
      if (!get().settingsRestored) return;
      clearTimeout(timer);
      timer = setTimeout(save, SAVE_DELAY_MS);
    },
    setShare(share) {
      const { settings, appearance, changeSettings } = get();
      const { arrangement } = appearance;
      const value = share ?? DEFAULT_SETTINGS.shares[arrangement];
      changeSettings({ shares: { ...settings.shares, [arrangement]: value } });
    },
    resetSettings() {
      get().changeSettings(DEFAULT_SETTINGS);
    },
    restoreSettings() {
      // What another tab has just written is newer than what waits here.
      clearTimeout(timer);
      timer = undefined;
      set({ settingsRestored: true });
      use(loadSettings(storage));
    },
    flushSettings() {
      if (timer !== undefined) save();
    },
    updateAppearance(matches = mediaMatches) {
      mediaMatches = matches;
      use(get().settings);
    },
    openSettings(settingsOpen) {
      set({ settingsOpen });
    },
    maximise(maximised) {
      set({ maximised });
    },
  };
}
