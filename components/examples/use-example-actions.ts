import { useMemo } from 'react';
import { focusPane } from '@/components/actions/focus-pane';
import type { Action } from '@/lib/actions/registry';
import { LANGUAGE_NAMES } from '@/lib/agentbay/languages';
import { EXAMPLES } from '@/lib/examples/catalogue';
import { useOpenExample } from './use-open-example';

/** Each example by its name. */
export function useExampleActions(): Action[] {
  const openExample = useOpenExample();
  return useMemo(
    () =>
      EXAMPLES.map((example) => ({
        id: `example.${example.id}`,
        label: `Example: ${example.title} (${LANGUAGE_NAMES[example.language].name})`,
        group: 'Examples',
        keywords: [example.title, example.topic].join(', '),
        // Without the server nothing runs either; the palette is not the place to say so.
        run: () =>
          void openExample(example).then(
            () => focusPane('editor'),
            () => {},
          ),
      })),
    [openExample],
  );
}
