'use client';

import { type ReactNode, useId } from 'react';
import { useMessages } from '@/components/ui/messages-provider';
import { Select } from '@/components/ui/select';
import { LIFETIMES } from './lifetimes';

interface CheckFieldProps {
  checked: boolean;
  onChange: (checked: boolean) => void;
  children: ReactNode;
}

export function CheckField({ checked, onChange, children }: CheckFieldProps) {
  return (
    <label className="share-check">
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>{children}</span>
    </label>
  );
}

interface LifetimeFieldProps<Choice extends string> {
  value: Choice;
  onChange: (choice: Choice) => void;
  /** A choice before the others. */
  first?: { value: Choice; label: string };
}

/** How long a shared program stays. */
export function LifetimeField<Choice extends string>({
  value,
  onChange,
  first,
}: LifetimeFieldProps<Choice>) {
  const words = useMessages().share.dialog;
  const id = useId();
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <label htmlFor={id} className="share-label">
        {words.lifetime}
      </label>
      <Select
        id={id}
        className="min-w-40"
        value={value}
        onChange={({ target }) => onChange(target.value as Choice)}
      >
        {first ? <option value={first.value}>{first.label}</option> : null}
        {LIFETIMES.map((one) => (
          <option key={one} value={one}>
            {words.lifetimes[one]}
          </option>
        ))}
      </Select>
    </div>
  );
}
