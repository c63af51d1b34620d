'use client';

import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { Locale } from '@/lib/messages/locales';
import type { Messages, Texts } from '@/lib/messages/messages';

const TextsContext = createContext<Texts | undefined>(undefined);

interface MessagesProviderProps extends Texts {
  children: ReactNode;
}

export function MessagesProvider({ locale, messages, children }: MessagesProviderProps) {
  const texts = useMemo(() => ({ locale, messages }), [locale, messages]);
  return <TextsContext value={texts}>{children}</TextsContext>;
}

/** The same as one value, for code outside of React that makes words. */
export function useTexts(): Texts {
  const texts = useContext(TextsContext);
  if (!texts) throw new Error('This component belongs inside a MessagesProvider.');
  return texts;
}

/** Every text of the page, in the visitor's language. */
export function useMessages(): Messages {
  return useTexts().messages;
}

export function useLocale(): Locale {
  return useTexts().locale;
}
