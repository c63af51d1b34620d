'use client';

import { Check, Copy, Eraser } from 'lucide-react';
import { useEffect, useState } from 'react';
import { MaximiseButton } from '@/components/playground/maximise-button';
import { usePlayground } from '@/components/playground/store-provider';
import { PreparedButton, PreparedInput } from '@/components/prompt/prepared-input';
import { IconButton } from '@/components/ui/icon-button';
import { useMessages, useTexts } from '@/components/ui/messages-provider';
import { copyText } from '@/lib/client/clipboard';
import { Announcer } from './announcer';
import { ConsoleOutput } from './console-output';
import { ConsoleStatus } from './console-status';

export function ConsolePane() {
  const { title } = useMessages().console;
  return (
    <section id="console" aria-label={title} className="flex h-full min-w-0 flex-col bg-surface">
      <h2 className="sr-only sm:hidden">{title}</h2>
      <div className="pane-head max-sm:hidden">
        <h2 className="font-medium">{title}</h2>
        <ConsoleActions />
      </div>
      <PreparedInput />
      <ConsoleOutput />
      <div className="relative flex shrink-0 border-t border-line">
        <ConsoleStatus />
        <div className="flex items-center pr-1 sm:hidden">
          <ConsoleActions />
        </div>
      </div>
      <Announcer />
    </section>
  );
}

function ConsoleActions() {
  const texts = useTexts();
  const words = texts.messages.console;
  const transcript = usePlayground((state) => state.transcript);
  const isEmpty = usePlayground((state) => state.outputVersion >= 0 && state.transcript.isEmpty);
  const clearOutput = usePlayground((state) => state.clearOutput);
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
    <div className="ml-auto flex gap-1">
      <PreparedButton />
      <IconButton label={copied ? words.copied : words.copy} aria-disabled={isEmpty} onClick={copy}>
        {copied ? (
          <Check className="size-4" aria-hidden="true" />
        ) : (
          <Copy className="size-4" aria-hidden="true" />
        )}
      </IconButton>
      <IconButton label={words.clear} aria-disabled={isEmpty} onClick={clearOutput}>
        <Eraser className="size-4" aria-hidden="true" />
      </IconButton>
      <MaximiseButton pane="console" />
    </div>
  );
}
