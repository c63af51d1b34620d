'use client';

import { useActions } from '@/components/actions/actions-provider';
import { useSettingsActions } from './use-settings-actions';

/** Offers settings and layout in the palette. Belongs inside an ActionsProvider. */
export function SettingsActions() {
  useActions(useSettingsActions());
  return null;
}
