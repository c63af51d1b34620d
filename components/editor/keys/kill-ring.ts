/** What was killed last; kills in a row become one. */
export class KillRing {
  text = '';
  #isOpen = false;

  kill(text: string): void {
    this.text = this.#isOpen ? this.text + text : text;
    this.#isOpen = true;
  }

  /** Copied, and complete with that. */
  put(text: string): void {
    this.text = text;
    this.#isOpen = false;
  }

  /** Something else was done: the next kill begins anew. */
  close(): void {
    this.#isOpen = false;
  }
}
