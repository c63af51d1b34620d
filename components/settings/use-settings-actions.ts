import { useMemo } from 'react';
import { usePlayground, usePlaygroundStore } from '@/components/playground/store-provider';
import type { Action } from '@/lib/actions/registry';
import { FONT_SIZE_PX, type Settings } from '@/lib/store/settings';

/** Everything about settings and layout that the palette can offer, worded for the state of now. */
export function useSettingsActions(): Action[] {
  const store = usePlaygroundStore();
  const settings = usePlayground((state) => state.settings);
  const stacked = usePlayground((state) => state.appearance.arrangement.startsWith('stacked'));
  const maximised = usePlayground((state) => state.maximised);

  return useMemo(() => {
    const { changeSettings, setShare, resetSettings, openSettings, maximise } = store.getState();
    const { theme, minimap, plainEditor, consoleWrap, consoleFirst, wordWrap } = settings;
    const sizes = [settings.editorFontSizePx, settings.consoleFontSizePx];
    const setting = (id: string, label: string, change: Partial<Settings>): Action => ({
      id,
      label,
      group: 'Settings',
      run: () => changeSettings(change),
    });
    const themeIs = (id: Settings['theme'], name: string): Action => ({
      ...setting(`settings.theme.${id}`, `Theme: ${name}`, { theme: id }),
      keywords: 'colours, appearance',
      enabled: id !== theme,
    });
    const layout = (id: string, label: string, run: () => void): Action => ({
      id,
      label,
      group: 'Layout',
      run,
    });

    return [
      layout('layout.stack', stacked ? 'Put the panes side by side' : 'Stack the panes', () =>
        changeSettings({ panes: stacked ? 'side' : 'stacked' }),
      ),
      layout('layout.swap', 'Swap the panes', () =>
        changeSettings({ consoleFirst: !consoleFirst }),
      ),
      layout('layout.reset', 'Reset the size of the panes', () => setShare(undefined)),
      ...(maximised
        ? [layout('layout.both', 'Show both panes', () => maximise(undefined))]
        : [
            layout('layout.editor', 'Maximise the editor', () => maximise('editor')),
            layout('layout.console', 'Maximise the console', () => maximise('console')),
          ]),
      {
        id: 'settings.open',
        label: 'Open the settings',
        group: 'Settings',
        shortcut: 'Mod+,',
        keywords: 'preferences, options',
        run: () => openSettings(true),
      },
      themeIs('system', 'as the system'),
      themeIs('light', 'light'),
      themeIs('dark', 'dark'),
      themeIs('contrast', 'high contrast'),
      {
        ...setting('settings.larger', 'Larger text in editor and console', resized(settings, 1)),
        keywords: 'font size, zoom, projector',
        enabled: sizes.some((size) => size < FONT_SIZE_PX.max),
      },
      {
        ...setting('settings.smaller', 'Smaller text in editor and console', resized(settings, -1)),
        keywords: 'font size, zoom',
        enabled: sizes.some((size) => size > FONT_SIZE_PX.min),
      },
      setting(
        'settings.wordWrap',
        wordWrap === 'on' ? 'Do not wrap lines of code' : 'Wrap lines of code',
        { wordWrap: wordWrap === 'on' ? 'off' : 'on' },
      ),
      setting(
        'settings.consoleWrap',
        consoleWrap ? 'Do not wrap lines of output' : 'Wrap lines of output',
        { consoleWrap: !consoleWrap },
      ),
      setting('settings.times', settings.consoleTimes ? 'Hide time stamps' : 'Show time stamps', {
        consoleTimes: !settings.consoleTimes,
      }),
      setting('settings.minimap', minimap ? 'Hide the minimap' : 'Show the minimap', {
        minimap: !minimap,
      }),
      setting(
        'settings.plainEditor',
        plainEditor ? 'Use the full editor' : 'Use the plain text editor',
        { plainEditor: !plainEditor },
      ),
      {
        id: 'settings.reset',
        label: 'Reset the settings to their defaults',
        group: 'Settings',
        run: resetSettings,
      },
    ];
  }, [store, settings, stacked, maximised]);
}

function resized(settings: Settings, by: number): Partial<Settings> {
  const moved = (px: number) => Math.min(FONT_SIZE_PX.max, Math.max(FONT_SIZE_PX.min, px + by));
  return {
    editorFontSizePx: moved(settings.editorFontSizePx),
    consoleFontSizePx: moved(settings.consoleFontSizePx),
  };
}
