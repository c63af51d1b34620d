/** What the wall says of students, in words. */

import { fill, fillPlural, type Texts } from '@/lib/messages/messages';
import type { ItemProgress, ReportedError } from '@/lib/rooms/contract';
import type { Standing, WallItem } from '@/lib/rooms/wall-view';

const MINUTE_MS = 60_000;

function timeWords(ms: number, { messages, locale }: Texts): string {
  const words = messages.rooms.wall;
  const minutes = Math.floor(ms / MINUTE_MS);
  const written = (count: number) => new Intl.NumberFormat(locale).format(count);
  if (minutes < 60) return fill(words.minutesShort, { count: written(minutes) });
  return fill(words.hoursShort, { count: written(Math.floor(minutes / 60)) });
}

export function errorWords({ name, message, line }: ReportedError, { messages }: Texts): string {
  const { error, errorLine } = messages.rooms.wall;
  return line === undefined
    ? fill(error, { name, message })
    : fill(errorLine, { name, line, message });
}

export function nameOfItem({ kind, label }: WallItem, { messages }: Texts): string {
  return fill(messages.rooms.wall.item[kind], { label });
}

/** `running` is a state of its own here, whatever came before it. */
export function stateOf(progress: ItemProgress | undefined): ItemProgress['state'] | 'running' {
  if (progress === undefined) return 'open';
  return progress.isRunning ? 'running' : progress.state;
}

/** `Block 2: error, 3 tries` */
export function itemWords(
  item: WallItem,
  progress: ItemProgress | undefined,
  texts: Texts,
): string {
  const words = texts.messages.rooms.wall;
  const state = words.states[stateOf(progress)];
  const tries = progress?.tries ?? 0;
  const values = { item: nameOfItem(item, texts), state };
  if (tries === 0) return fill(words.itemState, values);
  const count = fillPlural(texts.locale, words.tries, tries);
  return fill(words.itemTries, { ...values, tries: count });
}

/** How long a student stands so: since the hand went up, or the tries fail; the first minute goes without saying. */
export function standingWords(
  standing: Standing,
  sinceMs: number | undefined,
  nowMs: number,
  texts: Texts,
): string {
  const words = texts.messages.rooms.wall;
  const name = words.standing[standing];
  if (sinceMs === undefined || nowMs - sinceMs < MINUTE_MS) return name;
  return fill(words.since, { standing: name, time: timeWords(nowMs - sinceMs, texts) });
}
