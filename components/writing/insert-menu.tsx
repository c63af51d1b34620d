'use client';

import { Plus } from 'lucide-react';
import { useMessages } from '@/components/ui/messages-provider';
import { findLanguage } from '@/lib/agentbay/languages';
import {
  BLOCK_GROUPS,
  type BlockKind,
  blockSample,
  languageAt,
} from '@/lib/demos/write/block-samples';
import { insertBlock } from '@/lib/demos/write/insert-block';
import { fill } from '@/lib/messages/messages';
import { openText } from '@/lib/store/selectors';
import type { PlaygroundState } from '@/lib/store/slice';
import { MenuButton, MenuGroup, MenuItem } from './menu-button';
import { MAX_PICTURE_BYTES, pickPicture } from './pick-picture';
import { DEMO_PATH } from './source-store';
import { useWritingPage } from './writing-context';

/** Who has not put the cursor anywhere goes on at the end. */
const lineOfCursor = ({ cursor: { line, column } }: Pick<PlaygroundState, 'cursor'>) =>
  line === 1 && column === 1 ? Number.POSITIVE_INFINITY : line;

/** Puts blocks into the document, where the cursor is. */
export function InsertMenu() {
  const words = useMessages().writing.insert;
  const { store, source } = useWritingPage();

  const put = (block: string) => {
    const state = source.getState();
    const inserted = insertBlock(openText(state), lineOfCursor(state), block);
    state.setText(DEMO_PATH, inserted.markdown);
    // What is inserted next comes after it. The menu gives the focus back to its button first.
    setTimeout(() => source.getState().revealInEditor({ path: DEMO_PATH, line: inserted.endLine }));
  };
  const insert = (kind: BlockKind) => {
    const state = source.getState();
    const markdown = openText(state);
    const language = languageAt(markdown, lineOfCursor(state), findLanguage);
    put(blockSample(kind, { language, markdown, words: words.samples }));
  };
  const picture = () =>
    pickPicture((result) => {
      if ('url' in result) return put(`![${words.samples.picture}](${result.url})`);
      const reason =
        result.problem === 'kind'
          ? words.pictureKind
          : fill(words.pictureTooLarge, { kibibytes: MAX_PICTURE_BYTES / 1024 });
      store.setState({ notice: { kind: 'refused', reason } });
    });

  return (
    <MenuButton
      icon={<Plus className="size-4 text-muted" aria-hidden="true" />}
      text={words.button}
      label={words.label}
    >
      {(['code', 'tasks', 'text'] as const).map((group) => (
        <MenuGroup key={group} title={words.groups[group]}>
          {BLOCK_GROUPS[group].map((kind) => (
            <MenuItem key={kind} onChoose={() => insert(kind)}>
              {words.kinds[kind]}
            </MenuItem>
          ))}
          {group === 'text' ? <MenuItem onChoose={picture}>{words.kinds.picture}</MenuItem> : null}
        </MenuGroup>
      ))}
    </MenuButton>
  );
}
