'use client';

import { Check, Copy, Eraser } from 'lucide-react';
import { useEffect, useState } from 'react';
import { MaximiseButton } from '@/components/playground/maximise-button';
import { usePlayground } from '@/components/playground/store-provider';
import { IconButton } from '@/components/ui/icon-button';
import { copyText } from '@/lib/client/clipboard';
import { Announcer } from './announcer';
import { ConsoleOutput } from './console-output';
import { ConsoleStatus } from './console-status';

export function ConsolePane() {
  return (
    <section id="console" aria-label="Console" className="flex h-full min-w-0 flex-col bg-surface">
      <h2 className="sr-only sm:hidden">Console</h2>
      <div className="pane-head max-sm:hidden">
        <h2 className="font-medium">Console</h2>
        <ConsoleActions />
      </div>
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
    void copyText(transcript.toText()).then(setCopied);
  };

  return (
    <div className="ml-auto flex gap-1">
      <IconButton label={copied ? 'Copied' : 'Copy'} aria-disabled={isEmpty} onClick={copy}>
        {copied ? (
          <Check className="size-4" aria-hidden="true" />
        ) : (
          <Copy className="size-4" aria-hidden="true" />
        )}
      </IconButton>
      <IconButton label="Clear" aria-disabled={isEmpty} onClick={clearOutput}>
        <Eraser className="size-4" aria-hidden="true" />
      </IconButton>
      <MaximiseButton pane="console" />
    </div>
  );
}
