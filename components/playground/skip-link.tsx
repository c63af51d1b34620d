'use client';

import { useMessages } from '@/components/ui/messages-provider';

export function SkipLink() {
  const texts = useMessages().playground;
  return (
    <a href="#editor" className="skip-link">
      {texts.skipToEditor}
    </a>
  );
}
