'use client';

import { Settings2 } from 'lucide-react';
import { usePlayground } from '@/components/playground/store-provider';
import { useMessages } from '@/components/ui/messages-provider';

export function SettingsButton() {
  const { title } = useMessages().settings;
  const open = usePlayground((state) => state.settingsOpen);
  const openSettings = usePlayground((state) => state.openSettings);
  return (
    <button
      type="button"
      className="status-button"
      aria-haspopup="dialog"
      aria-expanded={open}
      aria-keyshortcuts="Control+, Meta+,"
      title={title}
      onClick={() => openSettings(true)}
    >
      <Settings2 className="size-3.5" aria-hidden="true" />
      <span className="max-xs:sr-only">{title}</span>
    </button>
  );
}
