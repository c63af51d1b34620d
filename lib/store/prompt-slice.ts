import type { CompletionResponse } from '../agentbay/contract';
import type { Language } from '../agentbay/languages';
import { loadHistory, type PromptHistory, saveHistory, withEntry } from './prompt-history';
import { isActive } from './selectors';
import type { SliceContext } from './slice';

export interface PromptSlice {
  /** What stands at the prompt of each language and has not been entered. */
  promptText: Partial<Record<Language, string>>;
  setPromptText(text: string): void;
  /** Runs what stands at the prompt, and empties it. Nothing happens while something runs or where nothing stands. */
  enterPrompt(): Promise<void>;
  /** What was entered in the current language, the newest last; other tabs may have added to it. */
  promptHistory(): readonly string[];
  /** What may stand at `cursor` in `code`, as the current language's context has it. Rejects where it cannot be asked. */
  completePrompt(code: string, cursor: number, signal: AbortSignal): Promise<CompletionResponse>;
}

export function createPromptSlice({ set, get, api, storage }: SliceContext): PromptSlice {
  let history: PromptHistory = {};
  const current = () => {
    history = loadHistory(storage) ?? history;
    return history;
  };

  return {
    promptText: {},

    setPromptText(text) {
      const { promptText, language } = get();
      set({ promptText: { ...promptText, [language]: text } });
    },
    async enterPrompt() {
      const { promptText, language } = get();
      const code = promptText[language]?.trimEnd() ?? '';
      if (code === '' || isActive(get())) return;
      history = { ...current(), [language]: withEntry(current()[language] ?? [], code) };
      saveHistory(storage, history);
      get().setPromptText('');
      await get().runCell(code);
    },
    promptHistory: () => current()[get().language] ?? [],

    async completePrompt(code, cursor, signal) {
      await get().ensureSession();
      return api.complete({ code, cursor, language: get().language }, signal);
    },
  };
}
