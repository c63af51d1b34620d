import { LANGUAGE_NAMES, USUAL_LANGUAGES } from '@/lib/agentbay/languages';
import { sentencesOfProblem } from '@/lib/client/problem-words';
import { fill, type Texts } from '@/lib/messages/messages';
import { programFromFiles } from '@/lib/share/files/program-from-files';
import type { LinkFailure, readLink } from '@/lib/share/read-link';
import { openDraft, takeUp } from '@/lib/share/take-up';
import type { Draft } from '@/lib/store/drafts';
import { DEFAULT_TIMEOUT_S } from '@/lib/store/editor-slice';
import type { PlaygroundStore } from '@/lib/store/playground-store';
import { shownPath } from '@/lib/store/shown-path';
import type { Incoming } from '@/lib/store/workspace-slice';
import type { Outcome } from './opened-program';
import { wordsOfNote } from './refusal-words';

/** Each puts a program into the editor and tells what came of it. */

export function openLink(
  store: PlaygroundStore,
  linked: Awaited<ReturnType<typeof readLink>>,
  texts: Texts,
): Outcome {
  const words = texts.messages.share.opened;
  if ('failure' in linked) {
    return { said: saidOfFailure(linked.failure, texts), notes: [], own: undefined };
  }
  const { program, title, from } = linked;
  const said = title
    ? fill(words.titled, { title })
    : fill(words.untitled, { language: LANGUAGE_NAMES[program.language].name });
  return { said, notes: [], own: takeUp(store, program, from) };
}

function saidOfFailure(failure: LinkFailure, texts: Texts): string {
  if (typeof failure === 'string') return texts.messages.share.opened.failures[failure];
  return sentencesOfProblem(failure.problem, texts);
}

/** Rejects with a Refusal where there is no program in them. */
export async function openFiles(
  store: PlaygroundStore,
  files: readonly Incoming[],
  texts: Texts,
): Promise<Outcome> {
  const { language, timeoutS, server } = store.getState();
  const offered = server?.languages.map(({ id }) => id) ?? USUAL_LANGUAGES;
  const found = await programFromFiles(files, { language, timeoutS, offered });
  const { program, name, rest, notes } = found;
  const own = takeUp(store, program);
  if (rest.length > 0) {
    void store
      .getState()
      .fileWork()
      .then((work) => work.add(rest));
  }
  const said = fill(texts.messages.programs.opened.named, { name: shownPath(name) });
  return { said, notes: notes.map((note) => wordsOfNote(note, texts)), own };
}

export function openKept(
  store: PlaygroundStore,
  draft: Draft,
  name: string,
  texts: Texts,
): Outcome {
  const own = openDraft(store, draft);
  store.getState().forgetReplaced();
  return { said: fill(texts.messages.programs.opened.named, { name }), notes: [], own };
}

export function openBlank(store: PlaygroundStore, texts: Texts): Outcome {
  const { language } = store.getState();
  const own = takeUp(store, { language, code: '', files: [], timeoutS: DEFAULT_TIMEOUT_S });
  return { said: texts.messages.programs.opened.new, notes: [], own };
}
