import 'server-only';
import type { Receipt } from '@/lib/agentbay/receipt';
import { readDocument } from '@/lib/demos/document';
import { recordDemo } from '@/lib/demos/record-demo';
import { AppError } from '@/lib/errors';
import { receiptOfNewRun, receiptOfRun } from '@/lib/sessions/receipts';
import type { SnippetContent, SnippetCreated } from '@/lib/snippets/contract';
import { checkReceiptWish, checkRunId } from '@/lib/snippets/snippet-request';
import type { Recorded } from '@/lib/snippets/store';
import type { Client } from './client';
import { limitRuns } from './rate-limit';

/** The fields of a request that `receiptWanted` reads. */
export const RECEIPT_FIELDS = ['runId', 'receipt'] as const;

interface Answer {
  /** To be kept. */
  receipt?: Recorded;
  /** For the answer to the request. */
  answer: Pick<SnippetCreated, 'receipt' | 'recording'>;
}

interface Wish {
  runId?: unknown;
  receipt?: unknown;
}

/**
 * The receipt that a request asks for: of the run it names, where that was the same program and input in
 * the same session; else, where it says `receipt: "run"`, of a run made now, which counts as the client's.
 * Undefined where there is neither. The checks come at once, the rest when `get` is called.
 */
export function receiptWanted(body: Wish): {
  get(
    content: SnippetContent,
    client: Client,
    request: Request,
    requestId: string,
  ): Promise<Answer>;
} {
  const runId = checkRunId(body.runId);
  const wish = checkReceiptWish(body.receipt);
  return {
    async get(content, { sessionId, key, address }, { signal }, requestId) {
      if (content.kind === 'demo') {
        if (wish === undefined) return { answer: { recording: 'missing' } };
        await limitRuns(key);
        const asker = { client: key, address, requestId, signal };
        const made = await recordDemo(readDocument(content.markdown), asker);
        requireListener(signal);
        return { receipt: made.recorded, answer: { recording: made.recording } };
      }
      const known = runId && (await receiptOfRun(runId, sessionId, content));
      if (known) return answerOf(known);
      if (wish === undefined) return answerOf(undefined);
      await limitRuns(key);
      const receipt = await receiptOfNewRun(content, { client: key, address, requestId, signal });
      requireListener(signal);
      return answerOf(receipt);
    },
  };
}

/** Nobody would ever learn the secret of what is made for who has gone. */
function requireListener(signal: AbortSignal): void {
  if (signal.aborted) throw new AppError('bad_request', 'The request was given up meanwhile.');
}

function answerOf(receipt: Receipt | undefined): Answer {
  return receipt === undefined ? { answer: {} } : { receipt, answer: { receipt } };
}
