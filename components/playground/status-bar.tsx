'use client';

import { RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { SettingsButton } from '@/components/settings/settings-button';
import { useMessages } from '@/components/ui/messages-provider';
import { LANGUAGE_NAMES } from '@/lib/agentbay/languages';
import { formatBytes } from '@/lib/console/format';
import { fill } from '@/lib/messages/messages';
import { isActive } from '@/lib/store/selectors';
import { LayoutButtons } from './layout-buttons';
import { usePlayground } from './store-provider';

export function StatusBar() {
  const texts = useMessages().playground;
  const server = usePlayground((state) => state.server);
  const language = usePlayground((state) => state.language);
  const { line, column } = usePlayground((state) => state.cursor);
  const info = server?.languages.find(({ id }) => id === language);

  return (
    <footer className="status-bar">
      <span className="max-sm:hidden">
        {server ? texts.engines[server.engine] : texts.connecting}
      </span>
      {info ? (
        <span>
          {LANGUAGE_NAMES[info.id].runtime} {info.version}
        </span>
      ) : null}
      <SessionState />
      <span className="ml-auto tabular-nums max-xs:sr-only">
        {fill(texts.cursor, { line, column })}
      </span>
      {server ? <Limits /> : null}
      <span className="flex items-center max-xs:ml-auto">
        <LayoutButtons />
        <SettingsButton />
      </span>
    </footer>
  );
}

function Limits() {
  const words = useMessages().playground.limits;
  const limits = usePlayground((state) => state.server?.limits);
  if (!limits) return null;
  const output = fill(words.output, { size: formatBytes(limits.outputBytes) });
  // Elsewhere they are not ours to say.
  const isOurs = limits.memoryBytes > 0;
  const parts = [
    fill(words.memory, { size: formatBytes(limits.memoryBytes) }),
    fill(words.processes, { count: limits.processes }),
    output,
    limits.network ? words.network : words.noNetwork,
  ];
  return <span className="max-lg:hidden">{isOurs ? parts.join(' · ') : output}</span>;
}

function SessionState() {
  const texts = useMessages().playground;
  const session = usePlayground((state) => state.session);
  const active = usePlayground(isActive);
  const resetSession = usePlayground((state) => state.resetSession);
  const [note, setNote] = useState<'clearing' | 'notCleared'>();
  if (!session) return null;

  const reset = () => {
    setNote('clearing');
    resetSession().then(
      () => setNote(undefined),
      () => setNote('notCleared'),
    );
  };
  return (
    <span className="flex items-center gap-1">
      <span className="max-sm:hidden">
        {note ? texts[note] : texts.session[active ? 'busy' : session.state]}
      </span>
      <button
        type="button"
        className="status-button"
        aria-disabled={active}
        onClick={active ? undefined : reset}
        title={texts.startCleanHint}
      >
        <RotateCcw className="size-3" aria-hidden="true" />
        {texts.startClean}
      </button>
    </span>
  );
}
