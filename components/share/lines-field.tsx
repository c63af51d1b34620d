'use client';

import { useId } from 'react';
import { useMessages } from '@/components/ui/messages-provider';

export interface LineFields {
  first: string;
  last: string;
}

interface LinesFieldProps {
  label: string;
  value: LineFields;
  onChange: (value: LineFields) => void;
  /** Lines that the program has. */
  count: number;
}

/** Some lines of the program; empty fields mean none in particular. */
export function LinesField({ label, value, onChange, count }: LinesFieldProps) {
  const words = useMessages().sharing.options;
  const id = useId();
  const field = (name: keyof LineFields) => (
    <input
      type="number"
      inputMode="numeric"
      min={1}
      max={count}
      aria-label={`${label}: ${words[name]}`}
      className="share-field share-number"
      value={value[name]}
      onChange={({ target }) => onChange({ ...value, [name]: target.value })}
    />
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would break the line
    <div role="group" aria-labelledby={id} className="share-lines">
      <span id={id}>{label}</span>
      {field('first')}
      <span aria-hidden="true">–</span>
      {field('last')}
    </div>
  );
}
