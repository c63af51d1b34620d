'use client';

import { useId, useState } from 'react';
import { useMessages } from '@/components/ui/messages-provider';
import { copyText } from '@/lib/client/clipboard';

interface LinkFieldProps {
  label: string;
  value: string;
  /** More than one line of room. */
  isLong?: boolean;
}

/** A text that is there to be copied. */
export function LinkField({ label, value, isLong = false }: LinkFieldProps) {
  const words = useMessages().share.links;
  const id = useId();
  const [copied, setCopied] = useState<string>();
  const action = copied === value ? words.copiedShort : words.copy;
  const field = {
    id,
    readOnly: true,
    value,
    spellCheck: false,
    onFocus: ({ target }: { target: HTMLInputElement | HTMLTextAreaElement }) => target.select(),
  };
  return (
    <div className="share-link">
      <label htmlFor={id} className="share-label">
        {label}
      </label>
      <span className="share-copy" data-long={isLong}>
        {isLong ? (
          <textarea {...field} rows={4} className="share-field" />
        ) : (
          <input {...field} className="share-field" />
        )}
        <button
          type="button"
          className="snippet-button"
          aria-label={`${action}: ${label}`}
          onClick={() => void copyText(value).then((done) => setCopied(done ? value : undefined))}
        >
          {action}
        </button>
      </span>
    </div>
  );
}
