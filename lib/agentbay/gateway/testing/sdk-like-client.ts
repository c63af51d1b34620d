/**
 * For tests only: a client that speaks AgentBay's wire as its SDK was seen to (docs/agentbay.md), and reads
 * answers as that does. Written by hand; it shares nothing with the gateway or with the cloud engine.
 */
import { randomBytes } from 'node:crypto';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';

export interface WireAnswer {
  status: number;
  headers: Record<string, unknown>;
  body: {
    RequestId: string;
    Success: boolean;
    Code: string;
    Message: string;
    HttpStatusCode: number;
    Data?: unknown;
    MaxResults?: number;
    NextToken?: string;
    TotalCount?: number;
  };
}

export interface ClientOptions {
  /** `http://host:port`, or `https://host:port` with `ca`. */
  endpoint: string;
  apiKey: string;
  ca?: string;
  /** Where actions are posted. Default `/`. */
  path?: string;
}

export interface CodeResult {
  requestId: string;
  success: boolean;
  result: string;
  errorMessage?: string;
  logs: { stdout: string[]; stderr: string[] };
  results: Record<string, unknown>[];
  executionTime: number;
  executionCount: number;
}

export interface CallOptions {
  query?: Record<string, string>;
  signal?: AbortSignal;
  headers?: Record<string, string>;
}

export class SdkLikeClient {
  readonly #options: ClientOptions;

  constructor(options: ClientOptions) {
    this.#options = options;
  }

  /** One action; the body goes in chunks, as the SDK sends it. */
  send(
    action: string,
    form: Record<string, string>,
    { query = {}, signal, headers = {} }: CallOptions = {},
  ): Promise<WireAnswer> {
    const { endpoint, apiKey, ca, path = '/' } = this.#options;
    const url = new URL(path, endpoint);
    url.search = new URLSearchParams({
      Action: action,
      Format: 'json',
      Version: '2025-05-06',
      Timestamp: new Date().toISOString(),
      SignatureNonce: randomBytes(16).toString('hex'),
      ...query,
    }).toString();
    const body = new URLSearchParams({ Authorization: `Bearer ${apiKey}`, ...form }).toString();
    const settings = {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-acs-action': action,
        'x-acs-version': '2025-05-06',
        'user-agent': 'AlibabaCloud (linux; x64) Node.js TeaDSL/1',
        ...headers,
      },
      ...(signal === undefined ? {} : { signal }),
      ...(ca === undefined ? {} : { ca }),
    };
    return new Promise((resolve, reject) => {
      const make = url.protocol === 'https:' ? requestHttps : requestHttp;
      const sending = make(url, settings, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          try {
            resolve({
              status: answer.statusCode ?? 0,
              headers: answer.headers,
              body: JSON.parse(text),
            });
          } catch {
            reject(new Error(`HTTP ${answer.statusCode} with no JSON: ${text.slice(0, 200)}`));
          }
        });
      });
      sending.on('error', reject);
      const half = Math.floor(body.length / 2);
      sending.write(body.slice(0, half));
      sending.end(body.slice(half));
    });
  }

  /** The session's id. Throws `[Code] Message`. */
  async create(labels?: Record<string, string>): Promise<string> {
    const { body } = await this.send('CreateMcpSession', {
      ImageId: 'code_latest',
      SdkStats:
        '{"source":"sdk","sdk_language":"typescript","sdk_version":"0.15.1","is_release":true}',
      ...(labels === undefined ? {} : { Labels: JSON.stringify(labels) }),
    });
    requireSuccess(body);
    return (body.Data as { SessionId: string }).SessionId;
  }

  callTool(sessionId: string, name: string, args: unknown, options?: CallOptions) {
    const form = {
      SessionId: sessionId,
      Name: name,
      Args: JSON.stringify(args),
      AutoGenSession: 'false',
      Server: '',
    };
    return this.send('CallMcpTool', form, options);
  }

  async runCode(
    sessionId: string,
    code: string,
    language: string,
    timeoutS = 60,
    options?: CallOptions,
  ): Promise<CodeResult> {
    const args = { code, language, timeout_s: timeoutS };
    const { body } = await this.callTool(sessionId, 'run_code', args, options);
    return codeResult(body);
  }

  /** Waits until the session is gone, as the SDK does, but asks more often. */
  async delete(sessionId: string): Promise<void> {
    const { body } = await this.send('DeleteSessionAsync', { SessionId: sessionId });
    requireSuccess(body);
    for (let attempt = 0; attempt < 300; attempt += 1) {
      const detail = await this.send('GetSessionDetail', {}, { query: { SessionId: sessionId } });
      if (detail.body.Code === 'InvalidMcpSession.NotFound') return;
      if ((detail.body.Data as { Status?: string }).Status === 'FINISH') return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`The session ${sessionId} did not end.`);
  }
}

function requireSuccess({ Success, Code, Message }: WireAnswer['body']): void {
  if (!Success) throw new Error(`[${Code}] ${Message}`);
}

function codeResult(body: WireAnswer['body']): CodeResult {
  const none = { logs: { stdout: [], stderr: [] }, results: [], executionTime: 0 };
  const failed = (errorMessage: string): CodeResult => ({
    ...{ requestId: body.RequestId, success: false, result: '', errorMessage, ...none },
    executionCount: 0,
  });
  // In this order: an answer without Data is not looked at any further.
  if (!body.Data) return failed('Invalid response data format');
  if (!body.Success && body.Code) return failed(`[${body.Code}] ${body.Message}`);
  const data = body.Data as { content: { type: string; text: string }[]; isError: boolean };
  const text = data.content[0]?.text ?? '';
  if (data.isError) return failed(text);
  const said = JSON.parse(text);
  const results = (said.result as (string | object)[]).map((item) =>
    typeof item === 'string' ? JSON.parse(item) : item,
  ) as Record<string, unknown>[];
  const main = results.find(({ isMainResult }) => isMainResult) ?? results[0];
  return {
    requestId: body.RequestId,
    success: said.executionError === '',
    result: (main?.['text/plain'] as string | undefined) ?? said.stdout.join(''),
    ...(said.executionError === '' ? {} : { errorMessage: said.executionError }),
    logs: { stdout: said.stdout, stderr: said.stderr },
    results,
    executionTime: said.executionTime,
    executionCount: said.executionCount,
  };
}
