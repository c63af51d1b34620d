'use client';

import { useId } from 'react';
import { useMessages } from '@/components/ui/messages-provider';
import { Select } from '@/components/ui/select';
import { EMBED_THEMES, type EmbedTheme } from '@/lib/share/embed-code';

interface EmbedThemeFieldProps {
  value: EmbedTheme;
  onChange: (theme: EmbedTheme) => void;
}

/** Which colours an embed has. */
export function EmbedThemeField({ value, onChange }: EmbedThemeFieldProps) {
  const words = useMessages().sharing.embed;
  const id = useId();
  return (
    <div className="share-choice">
      <label htmlFor={id}>{words.theme}</label>
      <Select
        id={id}
        className="min-w-40"
        value={value}
        onChange={({ target }) => onChange(target.value as EmbedTheme)}
      >
        {EMBED_THEMES.map((one) => (
          <option key={one} value={one}>
            {words.themes[one]}
          </option>
        ))}
      </Select>
    </div>
  );
}
