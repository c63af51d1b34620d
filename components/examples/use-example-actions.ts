import { useMemo } from 'react';
import { focusPane } from '@/components/actions/focus-pane';
import { useOfferedLanguages } from '@/components/playground/use-offered-languages';
import { useTexts } from '@/components/ui/messages-provider';
import type { Action } from '@/lib/actions/registry';
import { LANGUAGE_NAMES } from '@/lib/agentbay/languages';
import { EXAMPLES } from '@/lib/examples/catalogue';
import { wordsOfExample } from '@/lib/examples/words';
import { LOCALES } from '@/lib/messages/locales';
import { fill } from '@/lib/messages/messages';
import { useOpenExample } from './use-open-example';

/** Each example by its name. */
export function useExampleActions(): Action[] {
  const { locale, messages } = useTexts();
  const { action } = messages.examples;
  const openExample = useOpenExample();
  const offered = useOfferedLanguages();
  return useMemo(
    () =>
      EXAMPLES.filter(({ language }) => offered.includes(language)).map((example) => ({
        id: `example.${example.id}`,
        label: fill(action, {
          title: wordsOfExample(example, locale).title,
          language: LANGUAGE_NAMES[example.language].name,
        }),
        group: 'Examples',
        keywords: LOCALES.flatMap((each) => {
          const { title, topic } = wordsOfExample(example, each);
          return [title, topic];
        }).join(', '),
        // Without the server nothing runs either; the palette is not the place to say so.
        run: () =>
          void openExample(example).then(
            () => focusPane('editor'),
            () => {},
          ),
      })),
    [openExample, offered, locale, action],
  );
}
