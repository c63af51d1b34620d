'use client';

import { Dialog } from '@base-ui/react/dialog';
import clsx from 'clsx';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { usePlayground } from '@/components/playground/store-provider';
import { IconButton } from '@/components/ui/icon-button';
import type { Settings } from '@/lib/store/settings';
import { Choice } from './choice';
import { FontSize } from './font-size';
import { Switch } from './switch';

/** The panel stands beside the page, which stays in view: what is changed is seen at once. */
export function SettingsDialog() {
  const open = usePlayground((state) => state.settingsOpen);
  const openSettings = usePlayground((state) => state.openSettings);
  return (
    <Dialog.Root open={open} onOpenChange={(value) => openSettings(value)}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-20" />
        <Dialog.Popup className="settings-panel">
          <div className="flex items-center border-b border-line py-2 pr-2 pl-4">
            <Dialog.Title className="text-[0.9375rem] font-semibold">Settings</Dialog.Title>
            <Dialog.Close
              render={
                <IconButton label="Close settings" className="ml-auto">
                  <X className="size-4" aria-hidden="true" />
                </IconButton>
              }
            />
          </div>
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
  const settings = usePlayground((state) => state.settings);
  const change = usePlayground((state) => state.changeSettings);
  /** What a control of the setting needs. */
  const bind = <Key extends keyof Settings>(key: Key) => ({
    value: settings[key],
    onChange: (value: Settings[Key]) => change({ [key]: value }),
  });

  return (
    <>
      <Group title="Look">
        <Choice
          label="Theme"
          options={[
            ['system', 'System'],
            ['light', 'Light'],
            ['dark', 'Dark'],
            ['contrast', 'High contrast'],
          ]}
          {...bind('theme')}
        />
        <Choice
          label="Motion"
          options={[
            ['system', 'System'],
            ['reduced', 'Reduced'],
            ['full', 'Full'],
          ]}
          {...bind('motion')}
        />
      </Group>
      <Group title="Layout" className="max-sm:hidden">
        <Choice
          label="Panes"
          options={[
            ['auto', 'Automatic'],
            ['side', 'Side by side'],
            ['stacked', 'Stacked'],
          ]}
          {...bind('panes')}
        />
        <Switch label="Console first" {...bind('consoleFirst')} />
      </Group>
      <Group title="Editor">
        <FontSize label="Editor text size" {...bind('editorFontSizePx')} />
        <Choice
          label="Tab width"
          options={[
            ['auto', 'By language'],
            [2, '2'],
            [4, '4'],
            [8, '8'],
          ]}
          {...bind('tabWidth')}
        />
        <Choice
          label="Wrap long lines of code"
          hint="Automatic: only where the window is narrow."
          options={[
            ['auto', 'Automatic'],
            ['on', 'On'],
            ['off', 'Off'],
          ]}
          {...bind('wordWrap')}
        />
        <Switch label="Minimap" {...bind('minimap')} />
        <Switch
          label="Plain text editor"
          hint="A simple text field: light, and good with screen readers and touch."
          {...bind('plainEditor')}
        />
      </Group>
      <Group title="Console">
        <FontSize label="Console text size" {...bind('consoleFontSizePx')} />
        <Switch label="Wrap long lines of output" {...bind('consoleWrap')} />
        <Switch
          label="Time stamps"
          hint="Before each line: seconds since the program began."
          {...bind('consoleTimes')}
        />
      </Group>
    </>
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
  const reset = usePlayground((state) => state.resetSettings);
  return (
    <div className="flex items-center justify-between gap-2 border-t border-line px-4 py-2">
      <button type="button" className="settings-action" onClick={reset}>
        Reset to defaults
      </button>
      <Dialog.Close className="settings-action">Done</Dialog.Close>
    </div>
  );
}
