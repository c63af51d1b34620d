'use client';

import clsx from 'clsx';
import { CornerDownLeft } from 'lucide-react';
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useState,
} from 'react';
import { usePlayground } from '@/components/playground/store-provider';
import { useMessages } from '@/components/ui/messages-provider';
import type { Segment } from '@/lib/console/text-line';
import { isWaitingForInput } from '@/lib/store/selectors';
import { Pieces } from './output-row';

interface ProgramInputProps {
  field: RefObject<HTMLInputElement | null>;
  /** What stands before the field in its row. */
  prompt: readonly Segment[];
  /** Called when the field goes away while it holds the focus. */
  onLeave: () => void;
}

/**
 * The line that the program waits for, right after its prompt. Between two prompts it stays, out of
 * sight: the keyboard of a phone would close and open again, and what is typed ahead goes to the program as
 * in a terminal.
 */
export function ProgramInput({ field, prompt, onLeave }: ProgramInputProps) {
  const words = useMessages().console.input;
  const waiting = usePlayground(isWaitingForInput);
  const sendLine = usePlayground((state) => state.sendLine);
  const endInput = usePlayground((state) => state.endInput);
  const [line, setLine] = useState('');

  useEffect(() => {
    if (waiting) field.current?.focus({ preventScroll: true });
  }, [waiting, field]);
  useEffect(
    () => () => {
      if (document.activeElement === document.body) onLeave();
    },
    [onLeave],
  );

  const answer = (send: (text: string) => Promise<void>, text: string) => {
    setLine('');
    void send(text);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'd' && event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      answer(endInput, line);
    }
  };
  const onPaste = (event: ClipboardEvent<HTMLInputElement>) => {
    const text = event.clipboardData.getData('text').replace(/\r\n?/g, '\n');
    if (!text.includes('\n')) return;
    // A field of one line would join the pasted lines; the program is meant to read them one by one.
    event.preventDefault();
    const { selectionStart, selectionEnd } = event.currentTarget;
    const before = line.slice(0, selectionStart ?? line.length);
    const after = line.slice(selectionEnd ?? line.length);
    answer(sendLine, `${before}${text.replace(/\n$/, '')}${after}`);
  };

  return (
    <form
      className={clsx('out-input', !waiting && 'out-input-idle')}
      onSubmit={(event) => {
        event.preventDefault();
        answer(sendLine, line);
      }}
    >
      {waiting && prompt.length > 0 ? (
        <span className="out-row" data-first>
          <Pieces segments={prompt} />
        </span>
      ) : null}
      <input
        ref={field}
        aria-label={words.label}
        value={line}
        onChange={(event) => setLine(event.target.value)}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        autoComplete="off"
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
        enterKeyHint="send"
        size={1}
      />
      {waiting ? (
        <>
          <button type="submit" className="out-input-button" title={words.sendHint}>
            <CornerDownLeft className="size-3.5" role="img" aria-label={words.send} />
          </button>
          <button
            type="button"
            className="out-input-button"
            title={words.endHint}
            aria-keyshortcuts="Control+D"
            onClick={() => answer(endInput, line)}
          >
            {words.end}
          </button>
        </>
      ) : null}
    </form>
  );
}
