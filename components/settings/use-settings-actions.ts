import { useMemo } from 'react';
import { usePlayground, usePlaygroundStore } from '@/components/playground/store-provider';
import { useMessages } from '@/components/ui/messages-provider';
import { useTouch } from '@/components/ui/use-media-query';
import type { Action } from '@/lib/actions/registry';
import type { LocaleChoice } from '@/lib/client/locale-cookie';
import { LOCALE_NAMES, LOCALES } from '@/lib/messages/locales';
import { fill } from '@/lib/messages/messages';
import { FONT_SIZE_PX, KEYS, type Settings, THEMES, wantsPlainEditor } from '@/lib/store/settings';
import { usePageLanguage } from './use-page-language';

/** Everything about settings and layout that the palette can offer, worded for the state of now. */
export function useSettingsActions(): Action[] {
  const { settings: words, playground } = useMessages();
  const texts = words.actions;
  const { choice, choose } = usePageLanguage();
  const store = usePlaygroundStore();
  const settings = usePlayground((state) => state.settings);
  const stacked = usePlayground((state) => state.appearance.arrangement.startsWith('stacked'));
  const maximised = usePlayground((state) => state.maximised);
  const touch = useTouch();

  return useMemo(() => {
    const { changeSettings, setShare, resetSettings, openSettings, maximise } = store.getState();
    const { theme, minimap, consoleWrap, consoleFirst, wordWrap } = settings;
    const isPlain = wantsPlainEditor(settings, touch);
    const sizes = [settings.editorFontSizePx, settings.consoleFontSizePx];
    const setting = (id: string, label: string, change: Partial<Settings>): Action => ({
      id,
      label,
      group: 'Settings',
      run: () => changeSettings(change),
    });
    const themeIs = (id: Settings['theme']): Action => ({
      ...setting(`settings.theme.${id}`, texts.themes[id], { theme: id }),
      keywords: texts.themeKeywords,
      enabled: id !== theme,
    });
    const keysAre = (id: Settings['keys']): Action => ({
      ...setting(`settings.keys.${id}`, texts.keys[id], { keys: id }),
      keywords: texts.keysKeywords,
      enabled: id !== settings.keys,
    });
    const languageIs = (id: LocaleChoice): Action => ({
      id: `settings.language.${id}`,
      label:
        id === 'auto'
          ? texts.languageAsBrowser
          : fill(texts.language, { name: LOCALE_NAMES[id].name }),
      group: 'Settings',
      keywords: texts.languageKeywords,
      enabled: id !== choice,
      run: () => choose(id),
    });
    const layout = (id: string, label: string, run: () => void): Action => ({
      id,
      label,
      group: 'Layout',
      run,
    });

    return [
      layout('layout.stack', stacked ? playground.sideBySide : playground.stack, () =>
        changeSettings({ panes: stacked ? 'side' : 'stacked' }),
      ),
      layout('layout.swap', playground.swap, () => changeSettings({ consoleFirst: !consoleFirst })),
      layout('layout.reset', texts.resetPanes, () => setShare(undefined)),
      ...(maximised
        ? [layout('layout.both', playground.showBothPanes, () => maximise(undefined))]
        : [
            layout('layout.editor', playground.maximise.editor, () => maximise('editor')),
            layout('layout.console', playground.maximise.console, () => maximise('console')),
          ]),
      {
        id: 'settings.open',
        label: texts.open,
        group: 'Settings',
        shortcut: 'Mod+,',
        keywords: texts.openKeywords,
        run: () => openSettings(true),
      },
      ...THEMES.map(themeIs),
      ...LOCALES.map(languageIs),
      languageIs('auto'),
      {
        ...setting('settings.larger', texts.larger, resized(settings, 1)),
        keywords: texts.largerKeywords,
        enabled: sizes.some((size) => size < FONT_SIZE_PX.max),
      },
      {
        ...setting('settings.smaller', texts.smaller, resized(settings, -1)),
        keywords: texts.smallerKeywords,
        enabled: sizes.some((size) => size > FONT_SIZE_PX.min),
      },
      setting('settings.wordWrap', wordWrap === 'on' ? texts.unwrapCode : texts.wrapCode, {
        wordWrap: wordWrap === 'on' ? 'off' : 'on',
      }),
      setting('settings.consoleWrap', consoleWrap ? texts.unwrapOutput : texts.wrapOutput, {
        consoleWrap: !consoleWrap,
      }),
      setting('settings.times', settings.consoleTimes ? texts.hideTimes : texts.showTimes, {
        consoleTimes: !settings.consoleTimes,
      }),
      ...KEYS.map(keysAre),
      setting('settings.minimap', minimap ? texts.hideMinimap : texts.showMinimap, {
        minimap: !minimap,
      }),
      setting('settings.plainEditor', isPlain ? texts.fullEditor : texts.plainEditor, {
        plainEditor: isPlain ? 'off' : 'on',
      }),
      {
        id: 'settings.reset',
        label: texts.reset,
        group: 'Settings',
        run: resetSettings,
      },
    ];
  }, [store, settings, stacked, maximised, touch, choice, choose, texts, playground]);
}

function resized(settings: Settings, by: number): Partial<Settings> {
  const moved = (px: number) => Math.min(FONT_SIZE_PX.max, Math.max(FONT_SIZE_PX.min, px + by));
  return {
    editorFontSizePx: moved(settings.editorFontSizePx),
    consoleFontSizePx: moved(settings.consoleFontSizePx),
  };
}
