'use client';

import { Radio, Undo2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Kbd } from '@/components/ui/kbd';
import { useMessages } from '@/components/ui/messages-provider';
import { LIVE_CODE_LIMIT } from '@/lib/follow/teacher-live';
import { LiveCode } from './live-code';
import { type FollowedRoom, useTeacherLive } from './use-teacher-live';

interface FollowPanelProps {
  room: FollowedRoom;
  /** Makes the student's own version of a block and puts the cursor there. */
  onTake: (block: string, code: string, at: number) => void;
  /** Shows the student's own version of a block. */
  onShow: (block: string) => void;
}

/** The teacher's editor within a room; nothing at all while the teacher shows nothing. */
export function FollowPanel({ room, onTake, onShow }: FollowPanelProps) {
  const words = useMessages().follow.student;
  const { live, state, leave, back } = useTeacherLive(room);
  const [said, setSaid] = useState('');
  const isOwn = state === 'own' && live !== undefined;

  const goBack = () => {
    back();
    setSaid(words.following);
  };
  useEscape(isOwn, goBack);

  const take = (code: string, at: number) => {
    if (!live) return;
    leave();
    setSaid(words.left);
    onTake(live.block, code, at);
  };

  return (
    <>
      <p className="sr-only" role="status">
        {said}
      </p>
      {isOwn ? (
        <aside className="follow-own" aria-label={words.title}>
          <span>{words.own}</span>
          <button
            type="button"
            className="snippet-button"
            aria-keyshortcuts="Escape"
            onClick={goBack}
          >
            <Undo2 className="size-4" aria-hidden="true" />
            {words.back}
            <Kbd name={words.backKey} />
          </button>
        </aside>
      ) : null}
      {state === 'following' && live ? (
        <section className="follow" aria-label={words.title}>
          <header>
            <h2>
              <Radio className="size-4" aria-hidden="true" />
              {words.title}
            </h2>
            <span className="follow-phase" data-phase={live.phase}>
              {words.phases[live.phase]}
            </span>
            <button type="button" className="snippet-button" onClick={() => onShow(live.block)}>
              {words.toBlock}
            </button>
            <button
              type="button"
              className="snippet-button"
              onClick={() => take(live.code, live.code.length)}
            >
              {words.take}
            </button>
          </header>
          <LiveCode live={live} onType={take} />
          {live.code.length >= LIVE_CODE_LIMIT ? <p className="follow-hint">{words.cut}</p> : null}
          <p className="follow-hint">{words.takeHint}</p>
          {live.output === '' ? null : (
            <>
              <h3>{words.output}</h3>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
              <pre className="follow-output" tabIndex={0} translate="no">
                {live.output}
              </pre>
            </>
          )}
        </section>
      ) : null}
    </>
  );
}

/** The one key back; what else listens to it, a dialog or a menu, comes first. */
function useEscape(isOn: boolean, onEscape: () => void): void {
  useEffect(() => {
    if (!isOn) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
      if (document.querySelector('[role="dialog"], [role="listbox"], [role="menu"]')) return;
      onEscape();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  });
}
