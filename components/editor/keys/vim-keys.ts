import { initVimMode, StatusBar, VimMode } from 'monaco-vim';
import type { monaco } from '../monaco';

export interface VimCommands {
  /** `:run` and `:make`. */
  run(): void;
  /** Escape in normal mode. Returns false where nothing runs. */
  stop(): boolean;
  /** `:w` */
  save(): void;
  /** `:q` */
  leave(): void;
}

export interface VimWords {
  /** What `:w` answers. */
  saved: string;
  /** The names of the field for `:` and of that for `/`. */
  command: string;
  search: string;
}

/** The part of the keymap that is not in its types. */
interface VimApi {
  defineEx(name: string, prefix: string, run: () => void): void;
}

/** Gives the editor Vim's keys, and the line `node` Vim's status. Returns how to take them away. */
export function startVim(
  editor: monaco.editor.IStandaloneCodeEditor,
  node: HTMLElement,
  commands: VimCommands,
  words: VimWords,
): () => void {
  let mode = 'normal';
  // Before Vim's own listener, which keeps Escape for itself.
  const listener = editor.onKeyDown((event) => {
    const { key } = event.browserEvent;
    if (key === 'Escape' && mode === 'normal') commands.stop();
    // It has no use there, so it may leave the editor.
    if (key === 'Tab' && (mode === 'normal' || mode === 'visual')) event.stopPropagation();
  });
  const vim = initVimMode(editor, node, statusLine(words));
  vim.on('vim-mode-change', (event: { mode: string }) => {
    mode = event.mode;
  });

  const { Vim } = VimMode as unknown as { Vim: VimApi };
  const say = (text: string) => vim.openNotification(text);
  const save = () => {
    commands.save();
    say(words.saved);
  };
  // The field of the command has the focus until the command is done.
  const leave = () => setTimeout(commands.leave);
  Vim.defineEx('write', 'w', save);
  Vim.defineEx('quit', 'q', leave);
  Vim.defineEx('wq', 'wq', leave);
  Vim.defineEx('xit', 'x', leave);
  Vim.defineEx('run', 'run', commands.run);
  Vim.defineEx('make', 'mak', commands.run);

  return () => {
    listener.dispose();
    vim.dispose();
  };
}

/** Vim's own status line, with names for what is only drawn there. */
function statusLine({ command, search }: VimWords) {
  return class extends StatusBar {
    constructor(node: HTMLElement, editor: ConstructorParameters<typeof StatusBar>[1]) {
      super(node, editor);
      const [mode, , message] = node.children;
      for (const said of [mode, message]) said?.setAttribute('aria-live', 'polite');
    }

    override setSec(...args: Parameters<StatusBar['setSec']>) {
      const close = super.setSec(...args);
      for (const input of document.querySelectorAll('.vim-status input')) {
        const prefix = input.parentElement?.textContent?.trim();
        input.setAttribute('aria-label', prefix === ':' ? command : search);
      }
      return close;
    }
  };
}
