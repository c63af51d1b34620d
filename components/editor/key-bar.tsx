'use client';

import {
  ArrowLeft,
  ArrowRight,
  IndentDecrease,
  IndentIncrease,
  Play,
  Redo2,
  Undo2,
} from 'lucide-react';
import type { KeyboardEvent, ReactNode, RefObject } from 'react';
import { usePlayground } from '@/components/playground/store-provider';
import { useMessages } from '@/components/ui/messages-provider';
import { fill } from '@/lib/messages/messages';
import { currentTabColumns, openLanguage } from '@/lib/store/selectors';
import { indent } from './plain-keys';
import { indentHere, moveCursor, type TouchKey, touchKeysOf, typeKey } from './touch-keys';
import { useKeyboardRoom } from './use-keyboard-room';

/**
 * Above a phone's keyboard, while the program has the focus: Run, and what such a keyboard hides. A tap
 * leaves the focus, and so the keyboard, where it is.
 */
export function KeyBar({ field }: { field: RefObject<HTMLTextAreaElement | null> }) {
  const { keys: texts } = useMessages().playground;
  const { run } = useMessages().toolbar;
  const language = usePlayground(openLanguage);
  const columns = usePlayground(currentTabColumns);
  const runProgram = usePlayground((state) => state.runProgram);
  useKeyboardRoom(field);

  /** Does it with the field, which needs the focus for the browser to remember it for undo. */
  const withField = (change: (field: HTMLTextAreaElement) => void) => () => {
    if (!field.current) return;
    field.current.focus({ preventScroll: true });
    change(field.current);
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: no element is a toolbar
    <div
      role="toolbar"
      aria-label={texts.bar}
      className="key-bar"
      translate="no"
      // The focus stays where it is; a click comes all the same.
      onMouseDown={(event) => event.preventDefault()}
      onKeyDown={moveFocus}
    >
      <div className="key-row">
        <Key isFirst label={texts.indent} onPress={withField((own) => indentHere(own, columns))}>
          <IndentIncrease className="size-5" aria-hidden="true" />
        </Key>
        <Key label={texts.outdent} onPress={withField((own) => indent(own, columns, true))}>
          <IndentDecrease className="size-5" aria-hidden="true" />
        </Key>
        <Key label={texts.left} onPress={withField((own) => moveCursor(own, -1))}>
          <ArrowLeft className="size-5" aria-hidden="true" />
        </Key>
        <Key label={texts.right} onPress={withField((own) => moveCursor(own, 1))}>
          <ArrowRight className="size-5" aria-hidden="true" />
        </Key>
        {touchKeysOf(language).map((key) => (
          <Key
            key={nameOf(key)}
            label={fill(texts.type, { text: nameOf(key) })}
            onPress={withField((own) => typeKey(own, key))}
          >
            <span className="font-mono">{nameOf(key)}</span>
          </Key>
        ))}
        <Key label={texts.undo} onPress={withField(() => document.execCommand('undo'))}>
          <Undo2 className="size-5" aria-hidden="true" />
        </Key>
        <Key label={texts.redo} onPress={withField(() => document.execCommand('redo'))}>
          <Redo2 className="size-5" aria-hidden="true" />
        </Key>
      </div>
      <button
        type="button"
        tabIndex={-1}
        className="key-run"
        onClick={() => {
          // The keyboard makes room for the output.
          field.current?.blur();
          void runProgram();
        }}
      >
        <Play className="size-4 fill-current" aria-hidden="true" />
        {run}
      </button>
    </div>
  );
}

const nameOf = (key: TouchKey) => (typeof key === 'string' ? key : key.join(''));

interface KeyProps {
  /** Tab leads to it, and arrows to the others. */
  isFirst?: boolean;
  label: string;
  onPress: () => void;
  children: ReactNode;
}

function Key({ isFirst, label, onPress, children }: KeyProps) {
  return (
    <button
      type="button"
      tabIndex={isFirst ? 0 : -1}
      aria-label={label}
      className="key"
      onClick={onPress}
    >
      {children}
    </button>
  );
}

/** From key to key by arrows, as in every toolbar. */
function moveFocus(event: KeyboardEvent<HTMLElement>) {
  const keys = [...event.currentTarget.querySelectorAll('button')];
  const at = keys.findIndex((key) => key === document.activeElement);
  const targets: Record<string, number> = {
    ArrowRight: (at + 1) % keys.length,
    ArrowLeft: (at - 1 + keys.length) % keys.length,
    Home: 0,
    End: keys.length - 1,
  };
  const target = targets[event.key];
  if (target === undefined) return;
  event.preventDefault();
  keys[target]?.focus();
}
