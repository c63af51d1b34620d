'use client';

import { Check, Copy, Download, Eraser, Search } from 'lucide-react';
import { useEffect, useState } from 'react';
import { MaximiseButton } from '@/components/playground/maximise-button';
import { usePlayground } from '@/components/playground/store-provider';
import { PreparedButton } from '@/components/prompt/prepared-input';
import { IconButton } from '@/components/ui/icon-button';
import { useTexts } from '@/components/ui/messages-provider';
import { copyText } from '@/lib/client/clipboard';
import { useDownload } from './use-download';

interface ConsoleButtonsProps {
  onSearch: () => void;
}

/** What can be done with the output as a whole. */
export function ConsoleButtons({ onSearch }: ConsoleButtonsProps) {
  const texts = useTexts();
  const words = texts.messages.console;
  const transcript = usePlayground((state) => state.transcript);
  const isEmpty = usePlayground((state) => state.outputVersion >= 0 && state.transcript.isEmpty);
  const clearOutput = usePlayground((state) => state.clearOutput);
  const download = useDownload();
  const [copied, setCopied] = useState(false);

  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 1500);
    return () => clearTimeout(timer);
  }, [copied]);

  const copy = () => {
    void copyText(transcript.toText(texts)).then(setCopied);
  };

  return (
    <div className="ml-auto flex gap-1 max-sm:gap-0">
      <PreparedButton />
      <IconButton
        label={words.search.open}
        aria-keyshortcuts="Control+F Meta+F"
        aria-disabled={isEmpty}
        onClick={onSearch}
      >
        <Search className="size-4" aria-hidden="true" />
      </IconButton>
      <IconButton label={copied ? words.copied : words.copy} aria-disabled={isEmpty} onClick={copy}>
        {copied ? (
          <Check className="size-4" aria-hidden="true" />
        ) : (
          <Copy className="size-4" aria-hidden="true" />
        )}
      </IconButton>
      <IconButton label={words.download} aria-disabled={isEmpty} onClick={download}>
        <Download className="size-4" aria-hidden="true" />
      </IconButton>
      <IconButton label={words.clear} aria-disabled={isEmpty} onClick={clearOutput}>
        <Eraser className="size-4" aria-hidden="true" />
      </IconButton>
      <MaximiseButton pane="console" />
    </div>
  );
}
