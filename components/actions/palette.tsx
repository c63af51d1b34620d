'use client';

import { Dialog } from '@base-ui/react/dialog';
import { type RefObject, useMemo, useRef, useState } from 'react';
import { useExampleActions } from '@/components/examples/use-example-actions';
import { useProgramsActions } from '@/components/programs/use-programs-actions';
import { Kbd } from '@/components/ui/kbd';
import { useMessages } from '@/components/ui/messages-provider';
import { useCommandKey } from '@/components/ui/platform';
import { SearchField } from '@/components/ui/search-field';
import { useOptions } from '@/components/ui/use-options';
import { type ActionSection, findActions } from '@/lib/actions/find-actions';
import { loadRecent, noteRecent } from '@/lib/actions/recent';
import type { Action } from '@/lib/actions/registry';
import { browserStorage } from '@/lib/client/browser';
import { useActions, useAllActions, useOverlay } from './actions-provider';
import { ariaKeys, keysOf } from './shortcut';

/** Everything that the page can do, in one list that is searched by typing. */
export function Palette() {
  const texts = useMessages().actions;
  const { overlay, setOverlay } = useOverlay();
  useActions(useExampleActions());
  useActions(useProgramsActions());
  // An action may move the focus or open a dialog: it runs when this one has gone.
  const chosen = useRef<Action>(undefined);

  const runChosen = (open: boolean) => {
    if (open) return;
    const action = chosen.current;
    chosen.current = undefined;
    // The focus goes back to where it was first.
    if (action) setTimeout(action.run);
  };

  return (
    <Dialog.Root
      open={overlay === 'palette'}
      onOpenChange={(open) => setOverlay(open ? 'palette' : undefined)}
      onOpenChangeComplete={runChosen}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <Dialog.Popup className="palette">
          <Dialog.Title className="sr-only">{texts.title}</Dialog.Title>
          <Contents chosen={chosen} />
          <Dialog.Close className="sr-only">{texts.close}</Dialog.Close>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Contents({ chosen }: { chosen: RefObject<Action | undefined> }) {
  const texts = useMessages().actions;
  const { setOverlay } = useOverlay();
  const actions = useAllActions();
  const [query, setQuery] = useState('');
  const [recent] = useState(() => loadRecent(browserStorage()));
  const sections = useMemo(
    () => findActions(actions, query, recent, texts.groups),
    [actions, query, recent, texts],
  );
  const titleOf = (name: ActionSection['name']) =>
    name === 'found' || name === 'lastUsed' ? texts[name] : texts.groups[name];
  const found = sections.flatMap((section) => section.actions);

  const choose = (index: number) => {
    const action = found[index];
    if (!action || action.enabled === false) return;
    chosen.current = action;
    noteRecent(browserStorage(), action.id);
    setOverlay(undefined);
  };
  const { active, setActive, comboboxProps, listId, optionId } = useOptions(
    found.length,
    query,
    choose,
  );

  return (
    <>
      <SearchField
        aria-label={texts.search}
        placeholder={texts.placeholder}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
        {...comboboxProps}
      />
      <div id={listId} role="listbox" aria-label={texts.title} className="option-list">
        {sections.map(({ name, actions: members }) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options, not of form fields
          <div key={name} role="group" aria-label={titleOf(name)}>
            <div className="option-heading" aria-hidden="true">
              {titleOf(name)}
            </div>
            {members.map((action) => {
              const index = found.indexOf(action);
              return (
                <ActionOption
                  key={action.id}
                  id={optionId(index)}
                  action={action}
                  active={index === active}
                  onPoint={() => setActive(index)}
                  onChoose={() => choose(index)}
                />
              );
            })}
          </div>
        ))}
      </div>
      <p className="option-none" aria-live="polite">
        {found.length === 0 ? texts.none : ''}
      </p>
    </>
  );
}

interface ActionOptionProps {
  id: string;
  action: Action;
  active: boolean;
  onPoint: () => void;
  onChoose: () => void;
}

function ActionOption({ id, action, active, onPoint, onChoose }: ActionOptionProps) {
  const apple = useCommandKey() === '⌘';
  const { label, shortcut, enabled = true } = action;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the text field has the keys
    // biome-ignore lint/a11y/useFocusableInteractive: the text field keeps the focus
    <div
      id={id}
      role="option"
      aria-selected={active}
      aria-disabled={!enabled}
      aria-keyshortcuts={shortcut && ariaKeys(shortcut)}
      className="option"
      onPointerMove={active ? undefined : onPoint}
      onClick={onChoose}
    >
      <span className="min-w-0 truncate">{label}</span>
      {shortcut ? (
        <span className="ml-auto shrink-0 text-muted pointer-coarse:hidden">
          <Kbd name={keysOf(shortcut, apple)} />
        </span>
      ) : null}
    </div>
  );
}
