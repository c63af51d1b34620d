'use client';

import { BookOpen, Command, FolderOpen, Share2 } from 'lucide-react';
import { useOverlay } from '@/components/actions/actions-provider';
import { Kbd } from '@/components/ui/kbd';
import { useMessages } from '@/components/ui/messages-provider';
import { useCommandKey } from '@/components/ui/platform';

const button =
  'inline-flex h-8 min-w-8 shrink-0 items-center justify-center gap-1.5 rounded-md border border-line bg-raised font-medium hover:border-line-strong pointer-coarse:h-10 pointer-coarse:min-w-10';

export function ExamplesButton() {
  const { overlay, setOverlay } = useOverlay();
  const texts = useMessages().toolbar;
  return (
    <button
      type="button"
      aria-label={texts.examples}
      title={texts.examples}
      aria-haspopup="dialog"
      aria-expanded={overlay === 'examples'}
      onClick={() => setOverlay('examples')}
      className={`${button} lg:px-2.5`}
    >
      <BookOpen className="size-4 text-muted" aria-hidden="true" />
      <span className="max-lg:hidden">{texts.examples}</span>
    </button>
  );
}

export function ProgramsButton() {
  const { overlay, setOverlay } = useOverlay();
  const texts = useMessages().toolbar;
  return (
    <button
      type="button"
      aria-label={texts.programs}
      title={texts.programs}
      aria-haspopup="dialog"
      aria-expanded={overlay === 'programs'}
      aria-keyshortcuts="Control+O Meta+O"
      onClick={() => setOverlay('programs')}
      className={button}
    >
      <FolderOpen className="size-4 text-muted" aria-hidden="true" />
    </button>
  );
}

export function ShareButton() {
  const { overlay, setOverlay } = useOverlay();
  const texts = useMessages().toolbar;
  return (
    <button
      type="button"
      aria-label={texts.share}
      title={texts.share}
      aria-haspopup="dialog"
      aria-expanded={overlay === 'share'}
      aria-keyshortcuts="Control+S Meta+S"
      onClick={() => setOverlay('share')}
      className={`${button} lg:px-2.5`}
    >
      <Share2 className="size-4 text-muted" aria-hidden="true" />
      <span className="max-lg:hidden">{texts.share}</span>
    </button>
  );
}

export function CommandsButton() {
  const { overlay, setOverlay } = useOverlay();
  const texts = useMessages().toolbar;
  const commandKey = useCommandKey();
  return (
    <button
      type="button"
      aria-label={texts.commands}
      title={texts.commandsHint}
      aria-haspopup="dialog"
      aria-expanded={overlay === 'palette'}
      aria-keyshortcuts="Control+K Meta+K"
      onClick={() => setOverlay('palette')}
      className={`${button} lg:px-2`}
    >
      <Command className="size-4 text-muted" aria-hidden="true" />
      <span className="hidden text-muted lg:pointer-fine:inline">
        <Kbd name={`${commandKey} K`} />
      </span>
    </button>
  );
}
