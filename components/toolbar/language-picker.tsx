'use client';

import { usePlayground } from '@/components/playground/store-provider';
import { useOfferedLanguages } from '@/components/playground/use-offered-languages';
import { useMessages } from '@/components/ui/messages-provider';
import { Select } from '@/components/ui/select';
import { LANGUAGE_NAMES, type Language } from '@/lib/agentbay/languages';

export function LanguagePicker() {
  const texts = useMessages().toolbar;
  const language = usePlayground((state) => state.language);
  const offered = useOfferedLanguages();
  const setLanguage = usePlayground((state) => state.setLanguage);

  return (
    <Select
      aria-label={texts.language}
      // As wide as the longest name, whichever is chosen: nothing moves when saved work arrives.
      className="w-28 shrink sm:w-32"
      value={language}
      onChange={({ target }) => setLanguage(target.value as Language)}
    >
      {offered.map((id) => (
        <option key={id} value={id}>
          {LANGUAGE_NAMES[id].name}
        </option>
      ))}
    </Select>
  );
}
