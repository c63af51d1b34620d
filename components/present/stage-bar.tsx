import {
  ChevronLeft,
  ChevronRight,
  CircleHelp,
  Contrast,
  Maximize,
  NotebookText,
  Play,
  Square,
  X,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useHasScript } from '@/components/demo/demo-provider';
import { IconButton } from '@/components/ui/icon-button';
import { useMessages } from '@/components/ui/messages-provider';
import { fill } from '@/lib/messages/messages';
import type { StageCommand } from '@/lib/present/keys';

interface StageBarProps {
  /** From 0. */
  index: number;
  count: number;
  /** Undefined: nothing on this slide can be run. */
  run: 'run' | 'stop' | undefined;
  /** Where the presentation came from. */
  leaveUrl: string;
  onCommand: (command: StageCommand) => void;
  children: ReactNode;
}

const ICON = 'size-4';
/** A phone has neither a second window nor these keys. */
const WIDE = 'max-sm:hidden';

/** What the keys do, for who has none at hand. */
export function StageBar({ index, count, run, leaveUrl, onCommand, children }: StageBarProps) {
  const words = useMessages().present;
  const hasScript = useHasScript();
  const button = (command: StageCommand, label: string, Icon: typeof Play, place?: string) => (
    <IconButton
      label={label}
      className={place}
      // Neither a key nor a button is heard before there is a script.
      aria-disabled={hasScript ? undefined : true}
      onClick={() => onCommand(command)}
    >
      <Icon className={ICON} aria-hidden="true" />
    </IconButton>
  );
  return (
    <nav className="stage-bar" aria-label={words.bar}>
      {button('previous', words.previous, ChevronLeft)}
      <span className="stage-number">{fill(words.number, { number: index + 1, count })}</span>
      {button('next', words.next, ChevronRight)}
      {run === undefined ? null : button(run, words[run], run === 'run' ? Play : Square)}
      <span className="stage-bar-gap">{children}</span>
      {button('notes', words.notes, NotebookText, WIDE)}
      {button('contrast', words.contrast, Contrast)}
      {button('fullScreen', words.fullScreen, Maximize)}
      {button('help', words.help, CircleHelp, WIDE)}
      <a className="stage-leave" href={leaveUrl} aria-label={words.leave} title={words.leave}>
        <X className={ICON} aria-hidden="true" />
      </a>
    </nav>
  );
}
