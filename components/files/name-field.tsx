import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { partsOfPath } from '@/lib/store/shown-path';

interface NameFieldProps {
  label: string;
  /** Absent for a file that is new. */
  path?: string | undefined;
  placeholder?: string;
  /** The element that says why a name was not taken. */
  errorId: string;
  /** Takes the name, or tells why not: then it returns false. */
  onName: (name: string) => boolean;
  /** The field is done; `byKey` where the focus was in it until then. */
  onClose: (byKey: boolean) => void;
}

/** The name of a file, typed where it will stand: Enter takes it, Escape leaves it as it was. */
export function NameField({
  label,
  path = '',
  errorId,
  placeholder,
  onName,
  onClose,
}: NameFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  const [name, setName] = useState(path);
  const [refused, setRefused] = useState(false);
  // Enter and Escape take the field away, which then loses the focus.
  const done = useRef(false);

  useEffect(() => {
    const { folder, name: last } = partsOfPath(path);
    const dot = last.lastIndexOf('.');
    field.current?.focus();
    field.current?.setSelectionRange(folder.length, folder.length + (dot > 0 ? dot : last.length));
    field.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [path]);

  const close = (byKey: boolean) => {
    done.current = true;
    onClose(byKey);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape' || onName(name.trim())) close(true);
    else setRefused(true);
  };
  const onBlur = () => {
    if (done.current) return;
    const wanted = name.trim();
    if (wanted !== '' && wanted !== path) onName(wanted);
    close(false);
  };

  return (
    <input
      ref={field}
      className="name-field"
      aria-label={label}
      aria-invalid={refused}
      aria-describedby={refused ? errorId : undefined}
      placeholder={placeholder}
      value={name}
      onChange={({ target }) => {
        setName(target.value);
        setRefused(false);
      }}
      onKeyDown={onKeyDown}
      onBlur={onBlur}
      size={Math.max(12, Math.min(name.length + 2, 40))}
      autoCapitalize="off"
      autoComplete="off"
      autoCorrect="off"
      spellCheck={false}
      dir="auto"
    />
  );
}
