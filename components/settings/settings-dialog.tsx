'use client';

import { Dialog } from '@base-ui/react/dialog';
import clsx from 'clsx';
import type { ReactNode } from 'react';
import { usePlayground } from '@/components/playground/store-provider';
import { DialogHead } from '@/components/ui/dialog-head';
import { useMessages } from '@/components/ui/messages-provider';
import { LOCALE_NAMES, LOCALES } from '@/lib/messages/locales';
import {
  KEYS,
  MOTIONS,
  PANES,
  PLAIN_EDITORS,
  type Settings,
  TAB_WIDTHS,
  THEMES,
  WORD_WRAPS,
} from '@/lib/store/settings';
import { Choice } from './choice';
import { FontSize } from './font-size';
import { Switch } from './switch';
import { usePageLanguage } from './use-page-language';

/** The panel stands beside the page, which stays in view: what is changed is seen at once. */
export function SettingsDialog() {
  const texts = useMessages().settings;
  const open = usePlayground((state) => state.settingsOpen);
  const openSettings = usePlayground((state) => state.openSettings);
  return (
    <Dialog.Root open={open} onOpenChange={(value) => openSettings(value)}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-20" />
        <Dialog.Popup className="settings-panel">
          <DialogHead title={texts.title} close={texts.close} />
          <div className="min-h-0 flex-1 overflow-y-auto px-4 pb-4">
            <Groups />
          </div>
          <Footer />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Groups() {
  const texts = useMessages().settings;
  const settings = usePlayground((state) => state.settings);
  const change = usePlayground((state) => state.changeSettings);
  /** What a control of the setting needs. */
  const bind = <Key extends keyof Settings>(key: Key) => ({
    value: settings[key],
    onChange: (value: Settings[Key]) => change({ [key]: value }),
  });

  return (
    <>
      <Group title={texts.groups.look}>
        <LanguageChoice />
        <Choice
          label={texts.theme}
          options={THEMES.map((theme) => [theme, texts.themes[theme]] as const)}
          {...bind('theme')}
        />
        <Choice
          label={texts.motion}
          options={MOTIONS.map((motion) => [motion, texts.motions[motion]] as const)}
          {...bind('motion')}
        />
      </Group>
      <Group title={texts.groups.layout} className="max-sm:hidden">
        <Choice
          label={texts.panes}
          options={PANES.map((panes) => [panes, texts.paneChoices[panes]] as const)}
          {...bind('panes')}
        />
        <Switch label={texts.consoleFirst} {...bind('consoleFirst')} />
      </Group>
      <Group title={texts.groups.editor}>
        <FontSize label={texts.editorFontSize} {...bind('editorFontSizePx')} />
        <Choice
          label={texts.tabWidth}
          options={TAB_WIDTHS.map(
            (width) => [width, width === 'auto' ? texts.tabWidthAuto : String(width)] as const,
          )}
          {...bind('tabWidth')}
        />
        <Choice
          label={texts.wordWrap}
          hint={texts.wordWrapHint}
          options={WORD_WRAPS.map((wrap) => [wrap, texts.wordWraps[wrap]] as const)}
          {...bind('wordWrap')}
        />
        <Choice
          label={texts.keys}
          hint={texts.keyHints[settings.keys]}
          options={KEYS.map((keys) => [keys, texts.keyChoices[keys]] as const)}
          {...bind('keys')}
        />
        <Switch label={texts.minimap} {...bind('minimap')} />
        <Choice
          label={texts.plainEditor}
          hint={texts.plainEditorHint}
          options={PLAIN_EDITORS.map((plain) => [plain, texts.plainEditors[plain]] as const)}
          {...bind('plainEditor')}
        />
      </Group>
      <Group title={texts.groups.console}>
        <FontSize label={texts.consoleFontSize} {...bind('consoleFontSizePx')} />
        <Switch label={texts.consoleWrap} {...bind('consoleWrap')} />
        <Switch
          label={texts.consoleTimes}
          hint={texts.consoleTimesHint}
          {...bind('consoleTimes')}
        />
      </Group>
    </>
  );
}

function LanguageChoice() {
  const texts = useMessages().settings;
  const { choice, choose } = usePageLanguage();
  return (
    <Choice
      label={texts.language}
      options={[
        ['auto', texts.asBrowser] as const,
        ...LOCALES.map(
          (locale) => [locale, LOCALE_NAMES[locale].name, LOCALE_NAMES[locale].tag] as const,
        ),
      ]}
      value={choice}
      onChange={choose}
    />
  );
}

interface GroupProps {
  title: string;
  className?: string;
  children: ReactNode;
}

function Group({ title, className, children }: GroupProps) {
  return (
    <div className={clsx('border-line pt-3 not-first:mt-4 not-first:border-t', className)}>
      <h3 className="text-xs font-semibold text-muted">{title}</h3>
      <div className="flex flex-col gap-3 pt-2">{children}</div>
    </div>
  );
}

function Footer() {
  const texts = useMessages().settings;
  const reset = usePlayground((state) => state.resetSettings);
  return (
    <div className="flex items-center justify-between gap-2 border-t border-line px-4 py-2">
      <button type="button" className="settings-action" onClick={reset}>
        {texts.reset}
      </button>
      <Dialog.Close className="settings-action">{texts.done}</Dialog.Close>
    </div>
  );
}
