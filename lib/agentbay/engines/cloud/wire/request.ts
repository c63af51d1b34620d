/** AgentBay's requests as they go over the wire: RPC style, the key in the form body, no signature. */
import 'server-only';
import { randomBytes } from 'node:crypto';

export const ACTIONS = [
  'CreateMcpSession',
  'CallMcpTool',
  'GetSession',
  'GetSessionDetail',
  'ListSession',
  'DeleteSessionAsync',
] as const;
export type Action = (typeof ACTIONS)[number];

export const API_VERSION = '2025-05-06';

export interface WireRequest {
  url: URL;
  headers: Record<string, string>;
  body: string;
}

type Fields = Record<string, string | undefined>;

/** Absent fields are left out. `query`: fields that stand in the address, not in the body. */
export function actionRequest(
  endpoint: string,
  apiKey: string,
  action: Action,
  fields: Fields,
  query: Fields = {},
): WireRequest {
  const url = new URL('/', endpoint);
  url.search = form({
    Action: action,
    Format: 'json',
    Version: API_VERSION,
    Timestamp: new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
    // A new one for each attempt: a repeat is not a replay.
    SignatureNonce: randomBytes(16).toString('hex'),
    ...query,
  });
  return {
    url,
    headers: {
      accept: 'application/json',
      'content-type': 'application/x-www-form-urlencoded',
      'x-acs-action': action,
      'x-acs-version': API_VERSION,
    },
    body: form({ Authorization: `Bearer ${apiKey}`, ...fields }),
  };
}

function form(fields: Fields): string {
  const given = Object.entries(fields).filter((pair): pair is [string, string] => {
    return pair[1] !== undefined;
  });
  return new URLSearchParams(given).toString();
}

/** Where and how a session's tools can be called without the API between. */
export interface ToolLink {
  /** Without a slash at its end. */
  url: string;
  token: string;
  /** The tool's server. */
  server: string;
}

/** A tool called by the session's own address. */
export function linkRequest(
  { url, token, server }: ToolLink,
  tool: string,
  args: unknown,
  requestId: string,
): WireRequest {
  return {
    url: new URL(`${url}/callTool`),
    headers: {
      accept: 'application/json',
      'content-type': 'application/json',
      'x-access-token': token,
    },
    body: JSON.stringify({ args, server, requestId, tool, token }),
  };
}
