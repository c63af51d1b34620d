/** What blocks give while their demo is written, kept for the files that are made of it. */
import type { EngineName, RunEvent } from '@/lib/agentbay/contract';
import type { Receipt, ReceiptEvent } from '@/lib/agentbay/receipt';
import type { RunbayApi } from '@/lib/client/api';
import type { CodePart, DemoDocument } from '../document';
import type { RecordedBlocks } from '../recorded';

export interface Recordings {
  /** The same with an ear to it. */
  api: RunbayApi;
  /** By the ids that the blocks of a document have in it: those whose code has run as it stands there. */
  recordedOf(document: DemoDocument): RecordedBlocks;
  /** What was recorded before, of a document as it was then. */
  add(document: DemoDocument, recorded: RecordedBlocks): void;
}

export function createRecordings(api: RunbayApi): Recordings {
  const receipts = new Map<string, Receipt>();
  const running = new Map<string, ReceiptEvent[]>();
  const keyOf = ({ language, code }: Pick<CodePart, 'language' | 'code'>) => `${language}\n${code}`;

  async function* heard(key: string, given: AsyncIterable<RunEvent>): AsyncIterable<RunEvent> {
    const events: ReceiptEvent[] = [];
    let engine: EngineName = 'local';
    let runId: string | undefined;
    try {
      for await (const event of given) {
        if (event.type === 'start') {
          engine = event.engine;
          runId = event.runId;
          running.set(runId, events);
        }
        if (event.type === 'done') {
          const { type: _, result: __, executionCount: ___, ...end } = event;
          if (end.exit.reason !== 'stopped') {
            const facts = { ranAtMs: Date.now(), engine, languageVersion: '' } as const;
            receipts.set(key, { ...facts, sandbox: 'session', events, end, truncated: false });
          }
        }
        keep(events, event);
        yield event;
      }
    } finally {
      if (runId !== undefined) running.delete(runId);
    }
  }

  return {
    api: {
      ...api,
      run: (request, signal) => heard(keyOf(request), api.run(request, signal)),
      sendInput: (runId, text, end) => {
        running.get(runId)?.push({ type: 'typed', text });
        return api.sendInput(runId, text, end);
      },
    },
    recordedOf({ parts }) {
      const found: RecordedBlocks = {};
      for (const part of parts) {
        const receipt = part.kind === 'code' ? receipts.get(keyOf(part)) : undefined;
        if (part.kind === 'code' && receipt) found[part.id] = receipt;
      }
      return found;
    },
    add({ parts }, recorded) {
      for (const part of parts) {
        const receipt = part.kind === 'code' ? recorded[part.id] : undefined;
        if (part.kind === 'code' && receipt) receipts.set(keyOf(part), receipt);
      }
    },
  };
}

function keep(events: ReceiptEvent[], event: RunEvent): void {
  if (event.type === 'queued' || event.type === 'start' || event.type === 'done') return;
  const last = events.at(-1);
  const isMore = event.type === 'stdout' || event.type === 'stderr';
  if (isMore && last?.type === event.type) last.text += event.text;
  else events.push({ ...event });
}
