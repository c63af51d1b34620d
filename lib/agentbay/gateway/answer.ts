/** The envelope of every answer. */
import 'server-only';
import type { Refusal } from './refusal';

/** What an action gives: `Data`, and fields beside it. */
export interface Outcome {
  Data?: unknown;
  MaxResults?: number;
  NextToken?: string;
  TotalCount?: number;
}

export interface AnswerBody extends Outcome {
  RequestId: string;
  Success: boolean;
  Code: string;
  Message: string;
  HttpStatusCode: number;
}

export interface GatewayAnswer {
  /** Of HTTP. */
  status: number;
  /** Seconds after which a repeat makes sense. */
  retryAfterS?: number;
  body: AnswerBody;
}

export function succeeded(requestId: string, outcome: Outcome): GatewayAnswer {
  return {
    status: 200,
    body: {
      RequestId: requestId,
      Success: true,
      Code: 'ok',
      Message: '',
      HttpStatusCode: 200,
      ...outcome,
    },
  };
}

/** `outcome` goes with a refusal where a client looks at `Data` first. */
export function refused(requestId: string, refusal: Refusal, outcome: Outcome = {}): GatewayAnswer {
  const { code, message, told, status, retryAfterS } = refusal;
  return {
    status,
    ...(retryAfterS === undefined ? {} : { retryAfterS: Math.ceil(retryAfterS) }),
    body: {
      RequestId: requestId,
      Success: false,
      Code: code,
      Message: message,
      HttpStatusCode: told,
      ...outcome,
    },
  };
}

/** The form of a tool's answer (the Model Context Protocol's). */
export function toolResult(text: string, isError: boolean): Outcome {
  return { Data: { content: [{ type: 'text', text }], isError } };
}
