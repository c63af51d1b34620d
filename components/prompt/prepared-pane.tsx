'use client';

import { X } from 'lucide-react';
import { type DragEvent, useEffect, useId, useRef, useState } from 'react';
import { replaceText } from '@/components/editor/plain-keys';
import { usePlayground, usePlaygroundStore } from '@/components/playground/store-provider';
import { IconButton } from '@/components/ui/icon-button';
import { useLocale, useMessages } from '@/components/ui/messages-provider';
import { lineCount } from '@/lib/agentbay/delivery';
import { LANGUAGE_NAMES } from '@/lib/agentbay/languages';
import { formatBytes } from '@/lib/console/format';
import { fill, fillPlural } from '@/lib/messages/messages';
import { byteCount, KEPT_CHARACTERS } from '@/lib/store/prepared-input';
import { textOfFile } from './text-of-file';

const DEFAULT_LIMIT_BYTES = 1024 * 1024;
/** Characters; a longer text takes the place of another without the browser's help, and so without undo. */
const MAX_UNDO = 100_000;

/** The field for standard input that a program is given without asking its user. */
export function PreparedPane() {
  const store = usePlaygroundStore();
  const language = usePlayground((state) => state.language);
  const text = usePlayground((state) => state.preparedInputs[language]?.text ?? '');
  const on = usePlayground((state) => state.preparedInputs[language]?.on ?? true);
  const limitBytes = usePlayground(
    (state) => state.server?.limits.stdinBytes ?? DEFAULT_LIMIT_BYTES,
  );
  const wantsFocus = usePlayground((state) => state.preparedWantsFocus);
  const texts = useMessages().prompt.prepared;
  const locale = useLocale();
  const field = useRef<HTMLTextAreaElement>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const id = useId();
  const [refusal, setRefusal] = useState('');

  useEffect(() => {
    if (!wantsFocus) return;
    field.current?.focus();
    store.getState().focusedPrepared();
  }, [wantsFocus, store]);

  const change = (value: string): boolean => {
    const isTooLong = byteCount(value) > limitBytes;
    setRefusal(isTooLong ? fill(texts.tooLong, { limit: formatBytes(limitBytes) }) : '');
    if (!isTooLong) store.getState().setPreparedText(value);
    return !isTooLong;
  };
  const takeFile = async (file: File | undefined) => {
    if (!file) return;
    const content = file.size > limitBytes ? 'too_long' : await textOfFile(file);
    if (content === 'too_long') {
      setRefusal(fill(texts.fileTooLong, { name: file.name, limit: formatBytes(limitBytes) }));
    } else if (content === undefined) {
      setRefusal(fill(texts.noText, { name: file.name }));
    } else if (content.length > MAX_UNDO || !field.current) {
      change(content);
    } else {
      field.current.focus();
      replaceText(field.current, 0, field.current.value.length, content);
    }
  };
  const onDrop = (event: DragEvent) => {
    const [file] = event.dataTransfer.files;
    if (!file) return;
    event.preventDefault();
    event.stopPropagation();
    void takeFile(file);
  };
  const close = () => {
    store.getState().openPrepared(false);
    const buttons = document.querySelectorAll<HTMLElement>('[data-prepared-button]');
    [...buttons].find((button) => button.checkVisibility())?.focus();
  };
  const isKept = text.length <= KEPT_CHARACTERS;

  return (
    // biome-ignore lint/a11y/useSemanticElements: the fields in it are no form
    <div
      role="group"
      aria-labelledby={`${id}-title`}
      className="prepared"
      data-own-drop
      onDragOver={(event) => {
        if (event.dataTransfer.types.includes('Files')) event.preventDefault();
      }}
      onDrop={onDrop}
    >
      <div className="prepared-head">
        <h3 id={`${id}-title`} className="font-medium">
          {fill(texts.titleFor, { language: LANGUAGE_NAMES[language].name })}
        </h3>
        <label className="prepared-use">
          <input
            type="checkbox"
            checked={on}
            onChange={({ target }) => store.getState().switchPrepared(target.checked)}
          />
          {texts.use}
        </label>
        <IconButton label={texts.close} onClick={close}>
          <X className="size-4" aria-hidden="true" />
        </IconButton>
      </div>
      <textarea
        ref={field}
        rows={4}
        value={text}
        aria-label={texts.field}
        aria-describedby={`${id}-hint ${id}-count`}
        placeholder={texts.placeholder}
        onChange={({ target }) => change(target.value)}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        autoCorrect="off"
        data-on={on || undefined}
      />
      <div className="prepared-foot">
        <p id={`${id}-count`} className="tabular-nums">
          {fillPlural(locale, texts.count, lineCount(text), { size: formatBytes(byteCount(text)) })}
        </p>
        <button type="button" className="prepared-link" onClick={() => chooser.current?.click()}>
          {texts.fromFile}
        </button>
        <input
          ref={chooser}
          type="file"
          hidden
          aria-label={texts.fromFile}
          onChange={({ target }) => {
            void takeFile(target.files?.[0]);
            target.value = '';
          }}
        />
        <button
          type="button"
          className="prepared-link"
          aria-disabled={text === ''}
          onClick={() => {
            if (field.current && text !== '') replaceText(field.current, 0, text.length, '');
            field.current?.focus();
          }}
        >
          {texts.clear}
        </button>
      </div>
      <p id={`${id}-hint`} className="text-muted">
        {on ? texts.hint : texts.hintOff}
      </p>
      <p aria-live="polite" className="text-danger">
        {refusal}
      </p>
      {isKept ? null : <p className="text-muted">{texts.notKept}</p>}
    </div>
  );
}
