'use client';

import { RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { SettingsButton } from '@/components/settings/settings-button';
import { formatBytes } from '@/lib/console/format';
import { isActive } from '@/lib/store/selectors';
import { LayoutButtons } from './layout-buttons';
import { usePlayground } from './store-provider';

const ENGINES = { local: 'Local sandbox', cloud: 'AgentBay cloud' } as const;

export function StatusBar() {
  const server = usePlayground((state) => state.server);
  const language = usePlayground((state) => state.language);
  const { line, column } = usePlayground((state) => state.cursor);
  const info = server?.languages.find(({ id }) => id === language);

  return (
    <footer className="status-bar">
      <span className="max-sm:hidden">{server ? ENGINES[server.engine] : 'Connecting…'}</span>
      {info ? (
        <span>
          {info.name} {info.version}
        </span>
      ) : null}
      <SessionState />
      <span className="ml-auto tabular-nums max-xs:sr-only">
        Ln {line}, Col {column}
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
  const limits = usePlayground((state) => state.server?.limits);
  if (!limits) return null;
  const parts = [
    `${formatBytes(limits.memoryBytes)} memory`,
    `${limits.processes} processes`,
    `${formatBytes(limits.outputBytes)} output`,
    limits.network ? 'network' : 'no network',
  ];
  return <span className="max-lg:hidden">{parts.join(' · ')}</span>;
}

const SESSION_WORDS = {
  none: 'new session',
  ready: 'session ready',
  busy: 'session busy',
} as const;

function SessionState() {
  const session = usePlayground((state) => state.session);
  const active = usePlayground(isActive);
  const resetSession = usePlayground((state) => state.resetSession);
  const [note, setNote] = useState<string>();
  if (!session) return null;

  const reset = () => {
    setNote('Clearing…');
    resetSession().then(
      () => setNote(undefined),
      () => setNote('Not cleared'),
    );
  };
  return (
    <span className="flex items-center gap-1">
      <span className="max-sm:hidden">
        {note ?? SESSION_WORDS[active ? 'busy' : session.state]}
      </span>
      <button
        type="button"
        className="status-button"
        aria-disabled={active}
        onClick={active ? undefined : reset}
        title="Start clean: throw away the session's files and variables"
      >
        <RotateCcw className="size-3" aria-hidden="true" />
        Start clean
      </button>
    </span>
  );
}
