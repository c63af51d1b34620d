/** Keeps the rows on the page as the transcript has them. */
import type { Item, Transcript } from '@/lib/console/transcript';
import { fillPlural, type Texts } from '@/lib/messages/messages';
import { h, toNode } from '../element';
import { itemView, shownItems } from '../output-view';

/** Rows that are on the page at once; a reader of an embed looks at the last ones. */
const MAX_ROWS = 1000;
/** Within this many pixels of its end the output follows what comes. */
const NEAR_END_PX = 24;

export class LiveOutput {
  readonly #transcript: Transcript;
  readonly #texts: Texts;
  readonly #scroller: HTMLElement;
  readonly #rows: HTMLElement;
  readonly #note = toNode(h('p', { class: 'none' })) as HTMLElement;
  /** What each row shows, in order. */
  #shown: Item[] = [];
  #missing = 0;

  constructor(transcript: Transcript, texts: Texts, scroller: HTMLElement) {
    this.#transcript = transcript;
    this.#texts = texts;
    this.#scroller = scroller;
    this.#rows = scroller.firstElementChild as HTMLElement;
    this.#rows.replaceChildren();
  }

  /** Draws what has changed since the last time. */
  update(): void {
    const { droppedLines } = this.#transcript;
    const items = shownItems(this.#transcript);
    const dirty = this.#transcript.takeDirty();
    if (dirty >= items.length && this.#shown.length > 0) return;
    const scroller = this.#scroller;
    const wasAtEnd =
      scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR_END_PX;
    const first = Math.max(0, items.length - MAX_ROWS);
    const missing = first + droppedLines;
    this.#dropFirst(missing - this.#missing);
    this.#missing = missing;
    this.#replaceFrom(Math.max(0, dirty - first), items.slice(first));
    this.#sayMissing();
    // A picture is looked at from its top.
    if (wasAtEnd && items.at(-1)?.kind === 'text') scroller.scrollTop = scroller.scrollHeight;
  }

  #dropFirst(count: number): void {
    const gone = Math.min(Math.max(0, count), this.#shown.length);
    this.#note.remove();
    for (let row = 0; row < gone; row += 1) this.#rows.firstChild?.remove();
    this.#shown = this.#shown.slice(gone);
  }

  #replaceFrom(dirty: number, items: readonly Item[]): void {
    let same = 0;
    while (same < dirty && same < this.#shown.length && this.#shown[same] === items[same])
      same += 1;
    while (this.#rows.childElementCount > same) this.#rows.lastChild?.remove();
    const added = document.createDocumentFragment();
    for (const item of items.slice(same)) added.append(toNode(itemView(item, this.#texts)));
    this.#rows.append(added);
    this.#shown = [...items];
  }

  #sayMissing(): void {
    if (this.#missing === 0) return;
    const { locale, messages } = this.#texts;
    this.#note.textContent = fillPlural(locale, messages.embed.earlierLines, this.#missing);
    this.#rows.prepend(this.#note);
  }
}
