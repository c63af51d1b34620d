/** One message of an event stream. */
export interface ServerMessage {
  /** `message` where the stream does not name it. */
  event: string;
  data: string;
}

/**
 * The messages of a `text/event-stream` body (WHATWG HTML 9.2.6), as they arrive. Comments, ids and
 * retry times are skipped, and so is a message that the end of the stream cuts.
 */
export async function* readServerMessages(
  body: ReadableStream<Uint8Array>,
): AsyncGenerator<ServerMessage, void, undefined> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  const message = new MessageBuilder();
  let rest = '';
  try {
    while (true) {
      const { value, done } = await reader.read();
      if (done) return;
      const chunk = decoder.decode(value, { stream: true });
      rest += chunk;
      // A long message comes in many chunks: looking through all of them each time would take for ever.
      if (!/[\r\n]/.test(chunk)) continue;
      const lines = rest.split(/\r\n|\n|\r(?!$)/);
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const complete = message.line(line);
        if (complete) yield complete;
      }
    }
  } finally {
    // Left early or failed: the server learns at once that nobody reads on.
    await reader.cancel().catch(() => {});
  }
}

class MessageBuilder {
  #event = '';
  #data: string[] = [];

  line(line: string): ServerMessage | undefined {
    if (line === '') return this.#complete();
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') this.#event = value;
    else if (field === 'data') this.#data.push(value);
    return undefined;
  }

  #complete(): ServerMessage | undefined {
    const event = this.#event || 'message';
    const data = this.#data;
    this.#event = '';
    this.#data = [];
    return data.length > 0 ? { event, data: data.join('\n') } : undefined;
  }
}
