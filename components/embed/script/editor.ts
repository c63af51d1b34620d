/** The program in a field, over its lines in colours, which give the field its size. */
import { indent, newLine } from '@/components/editor/plain-keys';
import { LANGUAGE_NAMES, type Language } from '@/lib/agentbay/languages';
import { createLineColours } from '@/lib/highlight/line-colours';
import type { Piece } from '@/lib/highlight/pieces';
import { fill, type Texts } from '@/lib/messages/messages';
import { lineView, readLines } from '../code-view';
import { h, toNode } from '../element';

export class Editor {
  readonly #lines: HTMLElement;
  readonly #texts: Texts;
  readonly #colour = createLineColours();
  #field: HTMLTextAreaElement | undefined;

  /** `lines` holds the program's lines and nothing else. */
  constructor(lines: HTMLElement, texts: Texts) {
    this.#lines = lines;
    this.#texts = texts;
  }

  /** What stands in the field; undefined while there is none. */
  get text(): string | undefined {
    return this.#field?.value;
  }

  /** Shows a text to be read, its first line under that number. */
  show(text: string, language: Language, first: number): void {
    this.#draw(readLines(this.#colour(text, language)), first);
  }

  open(text: string, language: Language, first: number): void {
    const draw = (changed: string) => this.#draw(this.#colour(changed, language), first);
    draw(text);
    const label = fill(this.#texts.messages.embed.editLabel, {
      language: LANGUAGE_NAMES[language].name,
    });
    const field = toNode(
      h('textarea', {
        ...{ 'aria-label': label, spellcheck: 'false', autocapitalize: 'off', autocomplete: 'off' },
        ...{ autocorrect: 'off', translate: 'no', wrap: 'off' },
      }),
    ) as HTMLTextAreaElement;
    field.value = text;
    field.addEventListener('input', () => draw(field.value));
    field.addEventListener('keydown', keysOf(LANGUAGE_NAMES[language].indentColumns));
    this.#lines.after(field);
    this.#field = field;
    this.#frame.removeAttribute('tabindex');
    field.setSelectionRange(0, 0);
    field.focus({ preventScroll: true });
  }

  close(): void {
    this.#field?.remove();
    this.#field = undefined;
    this.#frame.setAttribute('tabindex', '0');
  }

  #draw(lines: readonly (readonly Piece[])[], first: number): void {
    const views = lines.map((pieces, at) => lineView(pieces, first + at));
    this.#lines.replaceChildren(...views.map(toNode));
    this.#frame.style.setProperty('--count', String(views.length));
  }

  get #frame(): HTMLElement {
    return this.#lines.parentElement as HTMLElement;
  }
}

/** Tab indents, until Escape has let it go. */
function keysOf(columns: number): (event: KeyboardEvent) => void {
  let tabLeaves = false;
  return (event) => {
    const { key, ctrlKey, metaKey, altKey, shiftKey, isComposing } = event;
    if (isComposing) return;
    if (key === 'Escape') tabLeaves = true;
    else if (key !== 'Shift' && key !== 'Tab') tabLeaves = false;
    if (ctrlKey || metaKey || altKey) return;
    const field = event.target as HTMLTextAreaElement;
    if (key === 'Tab' && !tabLeaves) {
      event.preventDefault();
      indent(field, columns, shiftKey);
    } else if (key === 'Enter' && !shiftKey) {
      event.preventDefault();
      newLine(field, columns);
    }
  };
}
