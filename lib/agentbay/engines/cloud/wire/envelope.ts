/** What every answer of AgentBay's API has around its data, or the failure that it tells. */
import 'server-only';
import { AgentBayFailure, quoted } from './failure';
import { field, isObject, type Json, objectIn, parseJson, textField } from './json';
import type { HttpAnswer } from './transport';

export interface Envelope {
  /** Undefined where the answer had none. */
  requestId: string | undefined;
  /** As it came; some answers have it as a string of JSON. */
  data: unknown;
  nextToken: string | undefined;
}

const SESSION_GONE = /^InvalidMcpSession\.NotFound\b/;
const THROTTLED = /^(Throttling|ServiceUnavailable|FlowControl|QuotaExceeded)\b/i;
const UNAUTHORIZED = /^(Unauthorized|Forbidden|InvalidApiKey|InvalidAccessKey|NoPermission)\b/i;

/** Throws an AgentBayFailure for everything but a success. */
export function readEnvelope(action: string, { status, headers, body }: HttpAnswer): Envelope {
  const json = parseJson(body);
  if (!isObject(json)) {
    const kind = status >= 500 ? 'server' : 'broken';
    throw new AgentBayFailure(kind, `answered ${action} with HTTP ${status} and no JSON`);
  }
  const requestId = textField(json, 'RequestId');
  const isGood = status >= 200 && status < 300 && field(json, 'Success') !== false;
  if (!isGood) throw refusal(action, status, headers, json, requestId);
  return { requestId, data: field(json, 'Data'), nextToken: textField(json, 'NextToken') };
}

function refusal(
  action: string,
  status: number,
  headers: Record<string, string>,
  json: Json,
  requestId: string | undefined,
): AgentBayFailure {
  const data = objectIn(field(json, 'Data'));
  const code = textField(json, 'Code') ?? '';
  const message = textField(json, 'Message', 'ErrMsg') ?? (data && textField(data, 'ErrMsg')) ?? '';
  const said = [code && `[${quoted(code)}]`, quoted(message)].filter(Boolean).join(' ');
  const what = `refused ${action}: ${said === '' ? `HTTP ${status}` : said.replace(/[.\s]+$/, '')}`;
  if (SESSION_GONE.test(code)) return new AgentBayFailure('session_gone', what, { requestId });
  if (status === 429 || THROTTLED.test(code)) {
    const retryAfterS = secondsOf(headers['retry-after']) ?? 5;
    return new AgentBayFailure('throttled', what, { requestId, retryAfterS });
  }
  if (status === 401 || status === 403 || UNAUTHORIZED.test(code)) {
    return new AgentBayFailure('unauthorized', what, { requestId });
  }
  return new AgentBayFailure(status >= 500 ? 'server' : 'refused', what, { requestId });
}

function secondsOf(text: string | undefined): number | undefined {
  const seconds = Number(text);
  return text !== undefined && seconds > 0 && seconds <= 600 ? seconds : undefined;
}
