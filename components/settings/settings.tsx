'use client';

import dynamic from 'next/dynamic';
import { useEffect, useState } from 'react';
import { usePlayground, usePlaygroundStore } from '@/components/playground/store-provider';
import { useSettingsInPage } from './use-settings-in-page';

const SettingsDialog = dynamic(
  () => import('./settings-dialog').then(({ SettingsDialog }) => SettingsDialog),
  { ssr: false },
);

/** Puts the settings into effect, and shows their panel once it is asked for. */
export function Settings() {
  useSettingsInPage();
  useSettingsKey();
  const open = usePlayground((state) => state.settingsOpen);
  const [wanted, setWanted] = useState(false);
  if (open && !wanted) setWanted(true);
  return wanted ? <SettingsDialog /> : null;
}

/** Ctrl+, or Cmd+, as in other editors. */
function useSettingsKey() {
  const store = usePlaygroundStore();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== ',' || !(event.ctrlKey || event.metaKey)) return;
      if (event.shiftKey || event.altKey || event.defaultPrevented) return;
      event.preventDefault();
      const { settingsOpen, openSettings } = store.getState();
      openSettings(!settingsOpen);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [store]);
}
