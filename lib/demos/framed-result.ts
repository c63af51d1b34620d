/** Results within a frame of another page, where the frame that HTML would need may not stand. */
import type { ResultEvent, RichItem } from '../agentbay/contract';
import type { RunbayApi } from '../client/api';
import { bestForm, nameOfItem } from '../console/rich-forms';
import type { RecordedBlocks } from './recorded';

/** `instead`: what is said where it has no other form. */
export function framedItem(item: RichItem, instead: string): RichItem {
  if (bestForm(item)?.kind !== 'html') return item;
  const { html: _, ...rest } = item;
  return bestForm(rest) || nameOfItem(rest) ? rest : { ...rest, text: instead };
}

const framedEvent = <E extends { type: string }>(event: E | ResultEvent, instead: string) =>
  isResult(event) ? { ...event, item: framedItem(event.item, instead) } : event;

const isResult = (event: { type: string }): event is ResultEvent => event.type === 'result';

export function framedRecorded(recorded: RecordedBlocks, instead: string): RecordedBlocks {
  const entries = Object.entries(recorded).map(([id, receipt]) => [
    id,
    { ...receipt, events: receipt.events.map((event) => framedEvent(event, instead)) },
  ]);
  return Object.fromEntries(entries);
}

export function framedApi(api: RunbayApi, instead: () => string): RunbayApi {
  return {
    ...api,
    run: async function* (request, signal) {
      for await (const event of api.run(request, signal)) yield framedEvent(event, instead());
    },
  };
}
