'use client';

import { useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Message, MessageLink } from '@/components/ui/message';
import { useTexts } from '@/components/ui/messages-provider';
import { useMediaQuery } from '@/components/ui/use-media-query';
import { pathOfRef } from '@/lib/lessons/lesson-ref';
import { LOCALE_NAMES } from '@/lib/messages/locales';
import { fill } from '@/lib/messages/messages';
import type { RoomHead, Student } from '@/lib/rooms/contract';
import {
  groupErrors,
  type Standing,
  sortStudents,
  standingOf,
  USUAL_STUCK_MINUTES,
  type WallItem,
  type WallOrder,
} from '@/lib/rooms/wall-view';
import { ErrorGroups } from './error-groups';
import { LinkNote } from './link-note';
import { Poster, PosterDialog } from './poster';
import { StudentCard } from './student-card';
import { StudentPanel } from './student-panel';
import { useNow } from './use-now';
import { useWall, useWallState } from './wall-context';
import { WallHead } from './wall-head';
import { STANDINGS, WallToolbar } from './wall-toolbar';

/** So often it is looked who has become stuck. */
const NOW_EVERY_MS = 5000;

interface WallProps {
  room: RoomHead;
  items: readonly WallItem[];
  /** This server's address, as the class finds it. */
  address: string;
}

/** The teacher's wall: who is stuck, which errors are the same, and each student's code. */
export function Wall({ room, items, address }: WallProps) {
  const texts = useTexts();
  const words = texts.messages.rooms.wall;
  const wall = useWall();
  const { students, aheadMs, link } = useWallState((state) => state);
  const nowMs = useNow(NOW_EVERY_MS, aheadMs);
  const [minutes, setMinutes] = useState(USUAL_STUCK_MINUTES);
  const [order, setOrder] = useState<WallOrder>('need');
  const [shown, setShown] = useState<Standing>();
  const [groupId, setGroupId] = useState<string>();
  const [openId, setOpenId] = useState<string>();
  const [isPosterOpen, setPosterOpen] = useState(false);
  const main = useRef<HTMLElement>(null);
  const list = useRef<HTMLUListElement>(null);

  const standings = useMemo(
    () => new Map(students.map((one) => [one.id, standingOf(one, items, nowMs, minutes)])),
    [students, items, nowMs, minutes],
  );
  const standing = (student: Student): Standing => standings.get(student.id) ?? 'working';
  const groups = useMemo(() => groupErrors(students, items), [students, items]);
  const group = groups.find(({ id }) => id === groupId);
  const counts = Object.fromEntries(
    STANDINGS.map((one) => [one, students.filter((student) => standing(student) === one).length]),
  ) as Record<Standing, number>;
  const visible = sortStudents(students, order, standing, items, texts.locale).filter(
    (student) =>
      (shown === undefined || standing(student) === shown) &&
      (group === undefined || group.students.includes(student.id)),
  );
  const open = students.find(({ id }) => id === openId);
  const here = students.filter(({ isHere }) => isHere).length;
  const ends = new Intl.DateTimeFormat(LOCALE_NAMES[texts.locale].dates, {
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(room.endsAtMs);

  // As student.css has it.
  const isCovered = useMediaQuery('(max-width: 63.99rem)') && open !== undefined;

  const close = () => {
    flushSync(() => setOpenId(undefined));
    list.current?.querySelector<HTMLElement>(`[data-student="${openId}"]`)?.focus();
  };

  if (link === 'over') {
    return (
      <Message title={texts.messages.rooms.over.title}>
        <p ref={focusIt} tabIndex={-1}>
          {words.ended}
        </p>
        <MessageLink href={pathOfRef(room.demo)}>{texts.messages.rooms.over.toDemo}</MessageLink>
      </Message>
    );
  }
  return (
    <div className="wall" data-has-panel={open !== undefined}>
      <WallHead room={room} isCovered={isCovered} onPoster={() => setPosterOpen(true)} />
      <main ref={main} className="wall-main" tabIndex={-1} inert={isCovered}>
        <p className="wall-facts">
          {students.length === 0 ? null : (
            <strong>{fill(words.ofAll, { here, all: students.length })}</strong>
          )}
          <LinkNote
            link={link}
            lost={texts.messages.rooms.link.lostWall}
            onRetry={() => wall.retry()}
          />
          <span suppressHydrationWarning>{fill(words.ends, { time: ends })}</span>
        </p>
        {students.length === 0 ? (
          <section className="wall-empty" aria-label={texts.messages.rooms.poster.title}>
            <p>{words.nobody}</p>
            <Poster code={room.code} address={address} />
          </section>
        ) : (
          <>
            <WallToolbar
              counts={counts}
              all={students.length}
              shown={shown}
              onShow={setShown}
              order={order}
              onOrder={setOrder}
              minutes={minutes}
              onMinutes={setMinutes}
            />
            <ErrorGroups groups={groups} chosen={group?.id} onChoose={setGroupId} />
            {visible.length === 0 ? <p className="wall-none">{words.nobodyHere}</p> : null}
            <ul ref={list} className="wall-cards" aria-label={words.list}>
              {visible.map((student) => (
                <StudentCard
                  key={student.id}
                  student={student}
                  items={items}
                  standing={standing(student)}
                  nowMs={nowMs}
                  isOpen={student.id === openId}
                  onOpen={() => setOpenId(student.id === openId ? undefined : student.id)}
                />
              ))}
            </ul>
          </>
        )}
      </main>
      {open ? (
        <StudentPanel
          student={open}
          items={items}
          onClose={close}
          onRemove={() => {
            flushSync(() => setOpenId(undefined));
            main.current?.focus();
          }}
        />
      ) : null}
      <PosterDialog
        code={room.code}
        address={address}
        isOpen={isPosterOpen}
        onOpenChange={setPosterOpen}
      />
      <HandsSaid students={students} />
    </div>
  );
}

/** Says who has raised a hand since the page was opened, and counts hands in the name of the tab. */
function HandsSaid({ students }: { students: readonly Student[] }) {
  const words = useTexts().messages.rooms.wall;
  const [said, setSaid] = useState('');
  const known = useRef<Map<string, number | undefined>>(undefined);
  const hands = students.filter(({ handAtMs }) => handAtMs !== undefined).length;
  useEffect(() => {
    const before = known.current;
    known.current = new Map(students.map(({ id, handAtMs }) => [id, handAtMs]));
    const raised = students.find(
      ({ id, handAtMs }) => handAtMs !== undefined && before?.get(id) !== handAtMs,
    );
    if (before && raised) setSaid(fill(words.handRaised, { name: raised.nickname }));
  }, [students, words]);
  useEffect(() => {
    const plain = document.title.replace(/^\(\d+\) /, '');
    document.title = hands > 0 ? `(${hands}) ${plain}` : plain;
  }, [hands]);
  return (
    <p role="status" className="sr-only">
      {said}
    </p>
  );
}

/** What stood there had it. */
function focusIt(element: HTMLElement | null): void {
  element?.focus();
}
