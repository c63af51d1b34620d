'use client';

import { Settings2 } from 'lucide-react';
import { usePlayground } from '@/components/playground/store-provider';

export function SettingsButton() {
  const open = usePlayground((state) => state.settingsOpen);
  const openSettings = usePlayground((state) => state.openSettings);
  return (
    <button
      type="button"
      className="status-button"
      aria-haspopup="dialog"
      aria-expanded={open}
      aria-keyshortcuts="Control+, Meta+,"
      title="Settings"
      onClick={() => openSettings(true)}
    >
      <Settings2 className="size-3.5" aria-hidden="true" />
      <span className="max-xs:sr-only">Settings</span>
    </button>
  );
}
