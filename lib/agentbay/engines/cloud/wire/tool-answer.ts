/** What a tool gave, out of either form of answer: that of the API, and that of a session's own address. */
import 'server-only';
import { AgentBayFailure, quoted } from './failure';
import { field, isObject, type Json, objectIn, parseJson, textField } from './json';
import type { HttpAnswer } from './transport';

export interface ToolAnswer {
  requestId: string | undefined;
  text: string;
  isError: boolean;
}

/** `data`: what CallMcpTool answered as its Data. Throws an AgentBayFailure. */
export function readToolData(data: unknown, requestId: string | undefined): ToolAnswer {
  const object = objectIn(data);
  const found = object && contentOf(object);
  if (found === undefined) {
    throw new AgentBayFailure('broken', 'answered CallMcpTool without content', { requestId });
  }
  return { ...found, requestId };
}

/** Throws an AgentBayFailure. */
export function readLinkAnswer({ status, body }: HttpAnswer, requestId: string): ToolAnswer {
  const json = objectIn(parseJson(body));
  if (status < 200 || status > 299) {
    const said = json && textField(json, 'Message', 'ErrMsg', 'Error');
    const what = `answered callTool with HTTP ${status}${said ? `: ${quoted(said)}` : ''}`;
    throw new AgentBayFailure(status >= 500 ? 'server' : 'refused', what, { requestId });
  }
  const data = json && objectIn(field(json, 'Data'));
  const result = data && objectIn(field(data, 'Result'));
  const found = result && contentOf(result);
  if (found === undefined) {
    throw new AgentBayFailure('broken', 'answered callTool without content', { requestId });
  }
  return { ...found, requestId };
}

function contentOf(object: Json): Omit<ToolAnswer, 'requestId'> | undefined {
  const content = field(object, 'Content');
  const isError = field(object, 'IsError') === true;
  if (typeof content === 'string') return { text: content, isError };
  if (!Array.isArray(content)) return undefined;
  const texts = content.flatMap((part: unknown) => {
    const text = isObject(part) ? field(part, 'Text') : undefined;
    return typeof text === 'string' ? [text] : [];
  });
  // A tool that has nothing to say is not a broken answer.
  if (texts.length === 0 && content.length > 0) return undefined;
  return { text: texts.join('\n'), isError };
}
