/** What runs the blocks of the document that is being written. */
import { createPageApi } from '@/lib/client/page-api';
import { createDemoStore, type DemoStore, newPageSandbox } from '@/lib/demos/demo-store';
import { readDocument } from '@/lib/demos/document';
import { publicMarkdown } from '@/lib/demos/public-demo';
import { createRecordings, type Recordings } from '@/lib/demos/write/recording-api';
import type { Texts } from '@/lib/messages/messages';

export interface DemoStores {
  demo: DemoStore;
  recordings: Recordings;
}

export function createDemoStores(markdown: string, texts: () => Texts): DemoStores {
  const recordings = createRecordings(createPageApi());
  const { parts } = readDocument(publicMarkdown(markdown));
  const demo = createDemoStore(
    parts.filter((part) => part.kind === 'code'),
    {
      api: recordings.api,
      sandbox: newPageSandbox(),
      now: () => performance.now(),
      loadCreateStore: async () => {
        const { createPageStore } = await import('@/lib/store/page-store');
        return (api) => createPageStore(api, texts);
      },
    },
  );
  return { demo, recordings };
}
