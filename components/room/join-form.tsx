'use client';

import { type FormEvent, useId, useRef, useState } from 'react';
import { useHasScript } from '@/components/demo/demo-provider';
import { useTexts } from '@/components/ui/messages-provider';
import { problemOf } from '@/lib/client/problem';
import { wordsOfProblem } from '@/lib/client/problem-words';
import { fill } from '@/lib/messages/messages';
import { joinRoom } from '@/lib/rooms/client/room-api';
import {
  type Joined,
  KEPT_AT_MOST_HOURS,
  NICKNAME_LIMIT,
  type RoomHead,
} from '@/lib/rooms/contract';
import { cleanNickname } from '@/lib/rooms/nickname';

interface JoinFormProps {
  room: RoomHead;
  onJoined: (joined: Joined) => void;
}

/** The door of a room: a nickname and nothing else, and what is kept of whoever goes in. */
export function JoinForm({ room, onJoined }: JoinFormProps) {
  const texts = useTexts();
  const words = texts.messages.rooms.join;
  const id = useId();
  const hasScript = useHasScript();
  // What is typed before there is a script stays in the field.
  const field = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState('');
  const [isBusy, setBusy] = useState(false);
  const join = async () => {
    const nickname = field.current?.value ?? '';
    if (isBusy) return;
    if (cleanNickname(nickname) === undefined) {
      setSaid(fill(words.wrongNickname, { limit: NICKNAME_LIMIT }));
      return;
    }
    setBusy(true);
    setSaid('');
    try {
      onJoined(await joinRoom(room.code, nickname));
    } catch (error) {
      setSaid(wordsOfProblem(problemOf(error), texts).detail);
      setBusy(false);
    }
  };
  return (
    <>
      {room.isLocked ? (
        <p className="room-notice">{words.locked}</p>
      ) : (
        <form
          className="room-form"
          onSubmit={(event: FormEvent) => {
            event.preventDefault();
            void join();
          }}
        >
          <label htmlFor={`${id}-name`} className="share-label">
            {words.nickname}
          </label>
          <div className="room-field">
            <input
              ref={field}
              id={`${id}-name`}
              className="share-field"
              autoComplete="off"
              autoCapitalize="words"
              spellCheck={false}
              enterKeyHint="go"
              aria-describedby={`${id}-hint ${id}-said`}
              aria-invalid={said !== ''}
            />
            <button
              type="submit"
              className="snippet-button is-main"
              // Before there is a script it would only load the page again.
              disabled={!hasScript}
              aria-disabled={isBusy}
            >
              {isBusy ? words.joining : words.go}
            </button>
          </div>
          <p id={`${id}-hint`} className="share-hint">
            {fill(words.nicknameHint, { limit: NICKNAME_LIMIT })}
          </p>
          <p id={`${id}-said`} role="alert" className="share-failure">
            {said}
          </p>
        </form>
      )}
      <section className="room-kept" aria-labelledby={`${id}-kept`}>
        <h2 id={`${id}-kept`}>{words.kept.title}</h2>
        <ul>
          <li>{words.kept.what}</li>
          <li>{words.kept.who}</li>
          <li>{words.kept.how}</li>
          <li>{fill(words.kept.end, { hours: KEPT_AT_MOST_HOURS })}</li>
        </ul>
      </section>
    </>
  );
}
