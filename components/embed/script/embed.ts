/** What a reader can do with an embed: run, stop, answer, change, take back, copy. */
import { LANGUAGE_NAMES } from '@/lib/agentbay/languages';
import { copyText } from '@/lib/client/clipboard';
import type { Texts } from '@/lib/messages/messages';
import { writeProgram } from '@/lib/share/fragment';
import { toNode } from '../element';
import { endView, labelView, outView } from '../output-view';
import type { EmbedData, EmbedProgram } from '../page-data';
import type { GivenCode } from './around';
import { Editor } from './editor';
import { askForGuess } from './guess';
import { LiveOutput } from './live-output';
import { EmbedRun } from './run';

const SAID_MS = 4000;

const part = <T extends HTMLElement>(id: string) => document.getElementById(id) as T;

export class Embed {
  readonly #data: EmbedData;
  readonly #texts: Texts;
  readonly #run: EmbedRun;
  readonly #editor: Editor;
  #program: EmbedProgram | undefined;
  #output: LiveOutput | undefined;
  /** What stood where a run's output stands now. */
  #recorded: Node[] | undefined;
  #isDrawing = false;
  #wasWaiting = false;

  constructor(data: EmbedData, texts: Texts) {
    this.#data = data;
    this.#texts = texts;
    this.#run = new EmbedRun(texts, () => this.#draw());
    this.#editor = new Editor(part('lines'), texts);
    part('run').addEventListener('click', () => this.#runOrStop());
    part('copy').addEventListener('click', () => void this.#copy());
    part('reset').addEventListener('click', () => this.#reset());
    document.getElementById('edit')?.addEventListener('click', () => this.#edit());
    part('ask').addEventListener('submit', (event) => {
      event.preventDefault();
      this.#answer((line) => this.#run.answer(line));
    });
    part('end-input').addEventListener('click', () =>
      this.#answer((rest) => this.#run.endInput(rest)),
    );
    addEventListener('keydown', (event) => {
      const { key, ctrlKey, metaKey } = event;
      if (key === 'Enter' && (ctrlKey || metaKey) && !part('run').hidden) {
        event.preventDefault();
        if (!this.#run.isActive) this.#runOrStop();
      } else if (key === 'Escape' && this.#run.isActive) void this.#run.stop();
    });
    setInterval(() => this.#run.tick(), 1000);
  }

  /** Shows what can be done with the program. */
  begin(program: EmbedProgram): void {
    this.#program = program;
    part('copy').hidden = false;
    // A frame without an origin may not ask our server for anything.
    if (self.origin === 'null') {
      this.#say(this.#texts.messages.embed.closedIn);
      return;
    }
    const { snippet, predict } = this.#data;
    const allow = () => this.#allow();
    if (predict && snippet) askForGuess({ snippet, program, texts: this.#texts }, allow);
    else allow();
  }

  /** Takes the code of the page around the frame. */
  take({ code, language, title, readonly }: GivenCode): void {
    const { name } = LANGUAGE_NAMES[language];
    const shown = title ?? name;
    document.title = `${shown} · Runbay`;
    const head = document.querySelector('h1');
    if (head) head.textContent = shown;
    const aside = document.querySelector('.language');
    if (aside) aside.textContent = title === undefined ? '' : name;
    if (readonly) document.getElementById('edit')?.remove();
    part('shown').replaceChildren();
    this.#editor.show(code, language, 1);
    this.begin({ code, language, files: [], timeoutS: this.#data.timeoutS });
    void this.#linkTo(code);
  }

  #allow(): void {
    part('run').hidden = false;
    const edit = document.getElementById('edit');
    if (edit) edit.hidden = false;
  }

  /** The program as it is now; where only some lines are shown, with those around them. */
  #current(): EmbedProgram | undefined {
    const program = this.#program;
    const text = this.#editor.text;
    if (!program || text === undefined) return program;
    const { before, after } = this.#parts(program.code);
    return { ...program, code: [...before, text, ...after].join('\n') };
  }

  #parts(code: string) {
    const lines = code.split('\n');
    const { from, to } = this.#data.lines ?? { from: 1, to: lines.length };
    return {
      before: lines.slice(0, from - 1),
      shown: lines.slice(from - 1, to).join('\n'),
      after: lines.slice(to),
      first: from,
    };
  }

  #runOrStop(): void {
    if (this.#run.isActive) {
      void this.#run.stop();
      return;
    }
    const program = this.#current();
    if (!program) return;
    const { embed } = this.#texts.messages;
    const out = toNode(outView([], this.#texts)) as HTMLElement;
    const shown = part('shown');
    this.#recorded ??= [...shown.childNodes];
    shown.replaceChildren(toNode(labelView(embed.output)), out, toNode(endView('active', '…')));
    part('reset').hidden = false;
    this.#output = new LiveOutput(this.#run.transcript, this.#texts, out);
    void this.#run.start(program);
  }

  #edit(): void {
    const program = this.#program;
    if (!program || this.#editor.text !== undefined) return;
    const { shown, first } = this.#parts(program.code);
    this.#editor.open(shown, program.language, first);
    part('edit').hidden = true;
    part('reset').hidden = false;
    part('code').addEventListener('input', () => this.#linkSoon());
  }

  #reset(): void {
    const program = this.#program;
    if (!program) return;
    const { shown, first } = this.#parts(program.code);
    this.#run.drop();
    this.#output = undefined;
    this.#editor.close();
    this.#editor.show(shown, program.language, first);
    if (this.#recorded) part('shown').replaceChildren(...this.#recorded);
    this.#recorded = undefined;
    const edit = document.getElementById('edit');
    if (edit) edit.hidden = false;
    const open = part<HTMLAnchorElement>('open');
    if (this.#data.snippet) open.href = this.#data.snippet.page;
    else void this.#linkTo(program.code);
    part('run').focus({ preventScroll: true });
    part('reset').hidden = true;
    this.#draw();
  }

  async #copy(): Promise<void> {
    const { embed } = this.#texts.messages;
    const code = this.#current()?.code ?? '';
    this.#say((await copyText(code)) ? embed.copied : embed.notCopied);
  }

  #say(text: string): void {
    const said = part('said');
    said.textContent = text;
    setTimeout(() => {
      if (said.textContent === text) said.textContent = '';
    }, SAID_MS);
  }

  #linkTimer: ReturnType<typeof setTimeout> | undefined;

  #linkSoon(): void {
    clearTimeout(this.#linkTimer);
    this.#linkTimer = setTimeout(() => void this.#linkTo(this.#current()?.code ?? ''), 300);
  }

  /** The program as it stands here, in a link that holds it whole. */
  async #linkTo(code: string): Promise<void> {
    if (!this.#program) return;
    const open = part<HTMLAnchorElement>('open');
    open.href = `/${await writeProgram({ ...this.#program, code })}`;
    open.hidden = false;
  }

  #answer(send: (text: string) => void): void {
    const field = part<HTMLInputElement>('answer');
    const text = field.value;
    field.value = '';
    send(text);
  }

  /** Once a frame at most, however much comes. */
  #draw(): void {
    if (this.#isDrawing) return;
    this.#isDrawing = true;
    const draw = () => {
      this.#isDrawing = false;
      this.#drawNow();
    };
    // A frame that is out of view is not painted, and still has to keep up.
    if (document.hidden) setTimeout(draw, 100);
    else requestAnimationFrame(draw);
  }

  #drawNow(): void {
    const { embed } = this.#texts.messages;
    const { isActive, phase, status, facts, spoken } = this.#run;
    const run = part('run');
    run.classList.toggle('is-stop', isActive);
    part('run-word').textContent = isActive ? embed.stop : embed.run;
    const isWaiting = phase === 'running' && facts?.inputPrompt !== undefined;
    part('ask').hidden = !isWaiting;
    if (isWaiting && !this.#wasWaiting) part('answer').focus({ preventScroll: true });
    if (!isWaiting && this.#wasWaiting && part('ask').contains(document.activeElement)) run.focus();
    this.#wasWaiting = isWaiting;
    const heard = part('spoken');
    if (heard.textContent !== spoken) heard.textContent = spoken;
    if (!this.#output) return;
    this.#output.update();
    this.#drawEnd(
      isWaiting
        ? {
            ...status,
            tone: 'waiting',
            headline: this.#texts.messages.console.status.waiting,
            facts: [],
          }
        : status,
    );
  }

  #drawEnd({ tone, headline, facts }: EmbedRun['status']): void {
    const end = part('shown').lastElementChild as HTMLElement;
    end.hidden = false;
    end.dataset.tone = tone;
    const words = end.lastElementChild as HTMLElement;
    words.textContent = [headline, ...facts].join(' · ');
  }
}
