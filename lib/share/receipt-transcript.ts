/** What a recorded run showed, as the console showed it. */
import type { DoneEvent } from '../agentbay/contract';
import type { Receipt } from '../agentbay/receipt';
import { Transcript } from '../console/transcript';
import type { Texts } from '../messages/messages';
import { showError, showHint, showInterrupt, showItem } from '../store/show';

/** The receipt's end as the event that it was. */
export function doneOf({ end }: Pick<Receipt, 'end'>): DoneEvent {
  return { type: 'done', result: '', executionCount: 1, ...end };
}

/** The recorded events, shown one after the other. */
export function transcriptOf(receipt: Receipt, texts: Texts): Transcript {
  const transcript = new Transcript();
  const done = doneOf(receipt);
  let failed: Extract<Receipt['events'][number], { type: 'error' }> | undefined;
  for (const event of receipt.events) {
    if (event.type === 'stdout' || event.type === 'stderr')
      transcript.write(event.type, event.text);
    else if (event.type === 'typed') transcript.echo(event.text);
    else if (event.type === 'result') showItem(transcript, event.item);
    else if (event.type === 'error') {
      failed = event;
      // It is our own way to interrupt; whether it was, the end says.
      if (event.name !== 'KeyboardInterrupt') showError(transcript, event);
    }
  }
  if (failed?.name === 'KeyboardInterrupt') showInterrupt(transcript, done, failed);
  showHint(transcript, done, failed, { limits: undefined, texts });
  return transcript;
}
