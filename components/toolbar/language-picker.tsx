'use client';

import { Select } from '@base-ui/react/select';
import { Check, ChevronsUpDown } from 'lucide-react';
import { usePlayground } from '@/components/playground/store-provider';
import { useMessages } from '@/components/ui/messages-provider';
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '@/lib/agentbay/languages';

const items = LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value].name }));

export function LanguagePicker() {
  const texts = useMessages().toolbar;
  const language = usePlayground((state) => state.language);
  const setLanguage = usePlayground((state) => state.setLanguage);
  const server = usePlayground((state) => state.server);
  const versionOf = (id: Language) => server?.languages.find((info) => info.id === id)?.version;

  return (
    <Select.Root
      items={items}
      value={language}
      onValueChange={(value) => value && setLanguage(value)}
      modal={false}
    >
      <Select.Trigger
        aria-label={texts.language}
        className="flex h-8 min-w-0 items-center justify-between gap-1.5 rounded-md border border-line bg-raised pr-1.5 pl-2.5 font-medium hover:border-line-strong data-popup-open:border-line-strong sm:min-w-32 pointer-coarse:h-10"
      >
        <Select.Value />
        <Select.Icon className="text-muted">
          <ChevronsUpDown className="size-3.5" aria-hidden="true" />
        </Select.Icon>
      </Select.Trigger>
      <Select.Portal>
        <Select.Positioner
          className="z-20 outline-none"
          sideOffset={6}
          align="start"
          alignItemWithTrigger={false}
        >
          <Select.Popup className="min-w-44 rounded-lg border border-line bg-raised p-1 shadow-pop outline-none">
            <Select.List>
              {items.map(({ value, label }) => (
                <Select.Item
                  key={value}
                  value={value}
                  label={label}
                  className="flex min-h-8 items-center gap-2 rounded-md px-2 outline-none select-none data-highlighted:bg-hover pointer-coarse:min-h-10"
                >
                  <Select.ItemText className="font-medium">{label}</Select.ItemText>
                  <span className="ml-auto text-xs text-muted">{versionOf(value)}</span>
                  <span className="size-4">
                    <Select.ItemIndicator>
                      <Check className="size-4 text-accent" aria-hidden="true" />
                    </Select.ItemIndicator>
                  </span>
                </Select.Item>
              ))}
            </Select.List>
          </Select.Popup>
        </Select.Positioner>
      </Select.Portal>
    </Select.Root>
  );
}
