/** What a stream of terminal output consists of once its escapes are told apart. */
export interface EscapeHandler {
  /** Printable text, without any control character. */
  text(text: string): void;
  /** One C0 control but a line feed, e.g. 13 for a carriage return. */
  control(code: number): void;
  /** Line feeds, one right after the other. */
  lineFeeds(count: number): void;
  /** `CSI parameters final`; parameters are as sent, e.g. `1;31`. Private ones (`?25`) are not reported. */
  csi(final: string, parameters: string): void;
}

const ESC = 0x1b;
const MAX_CSI_LENGTH = 256;
/** A terminal would wait for the end of such a string for ever, and hide all output after it. */
const MAX_STRING_LENGTH = 4096;

function lineFeedsAt(text: string, at: number): number {
  let end = at;
  while (text.charCodeAt(end) === 0x0a) end += 1;
  return end - at;
}

/** C0, DEL and C1. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is this parser's job
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/g;

type State = 'ground' | 'escape' | 'csi' | 'string' | 'string-escape';

/**
 * Splits terminal output into text, controls and CSI sequences. It keeps its place between calls, so
 * a sequence may be cut anywhere. Everything that is none of these is dropped: OSC (titles, links,
 * clipboard), DCS, APC, PM, SOS, other escapes, and the C1 characters.
 */
export class EscapeParser {
  #state: State = 'ground';
  #pending = '';
  #stringLength = 0;

  write(chunk: string, handler: EscapeHandler): void {
    let at = 0;
    while (at < chunk.length) {
      if (this.#state === 'ground') {
        CONTROL.lastIndex = at;
        const next = CONTROL.exec(chunk)?.index ?? chunk.length;
        if (next > at)
          handler.text(at === 0 && next === chunk.length ? chunk : chunk.slice(at, next));
        if (next >= chunk.length) return;
        const feeds = lineFeedsAt(chunk, next);
        if (feeds > 0) handler.lineFeeds(feeds);
        else this.#ground(chunk.charCodeAt(next), handler);
        at = next + Math.max(1, feeds);
      } else if (this.#step(chunk.charCodeAt(at), handler)) {
        at += 1;
      }
    }
  }

  #ground(code: number, handler: EscapeHandler): void {
    if (code === ESC) this.#state = 'escape';
    else if (code < 0x20) handler.control(code);
  }

  /** Takes one character inside a sequence; false where it ends the sequence and belongs to the text after it. */
  #step(code: number, handler: EscapeHandler): boolean {
    if (this.#state === 'string' || this.#state === 'string-escape') return this.#inString(code);
    if (code === ESC) {
      this.#state = 'escape';
      this.#pending = '';
      return true;
    }
    if (code < 0x20 || code >= 0x7f) {
      this.#reset();
      return false;
    }
    const char = String.fromCharCode(code);
    if (this.#state === 'csi') return this.#inCsi(code, char, handler);

    if (this.#pending === '' && char === '[') this.#state = 'csi';
    else if (this.#pending === '' && ']PX^_'.includes(char)) {
      this.#state = 'string';
      this.#stringLength = 0;
    } else if (code < 0x30)
      this.#pending = char; // an intermediate, as in `ESC ( B`
    else this.#reset();
    return true;
  }

  #inCsi(code: number, char: string, handler: EscapeHandler): boolean {
    if (code >= 0x40) {
      const parameters = this.#pending;
      this.#reset();
      if (/^[\d;:]*$/.test(parameters) && parameters.length < MAX_CSI_LENGTH) {
        handler.csi(char, parameters);
      }
    } else if (this.#pending.length < MAX_CSI_LENGTH) {
      this.#pending += char;
    }
    return true;
  }

  #inString(code: number): boolean {
    this.#stringLength += 1;
    if (this.#state === 'string-escape') {
      const ended = code === 0x5c;
      this.#state = ended ? 'ground' : 'escape';
      return ended;
    }
    if (code === ESC) this.#state = 'string-escape';
    else if (code === 0x07 || code === 0x9c || code === 0x18 || code === 0x1a)
      this.#state = 'ground';
    else if (code === 0x0a || this.#stringLength > MAX_STRING_LENGTH) {
      this.#state = 'ground';
      return false;
    }
    return true;
  }

  #reset(): void {
    this.#state = 'ground';
    this.#pending = '';
  }
}
