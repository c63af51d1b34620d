/**
 * What the page and the frame of an HTML result (app/frame) say to each other. The frame's side is
 * in the program's hand: everything it says is checked, and it can say only these two things.
 */
import * as z from '../client/shape';

/** To the frame: the HTML, once; and how the page looks, at first and when that changes. */
export type ToFrame =
  | { type: 'show'; html: string; theme: FrameTheme }
  | { type: 'theme'; theme: FrameTheme };

/** Colours as CSS has them. */
export interface FrameTheme {
  scheme: 'light' | 'dark';
  colors: Record<string, string>;
}

/** `gone`: its document makes way for another. */
export type FromFrame = { type: 'gone' } | { type: 'height'; height: number };

/** Pixels that a frame may be high; beyond it scrolls. */
export const MAX_FRAME_HEIGHT = 2000;
const MIN_FRAME_HEIGHT = 16;

const fromFrame = z.discriminatedUnion('type', [
  z.object({ type: z.literal('gone') }),
  z.object({ type: z.literal('height'), height: z.number() }),
]);

/** A message of the frame, its height within bounds; undefined for anything else. */
export function readFrameMessage(data: unknown): FromFrame | undefined {
  const { data: message } = fromFrame.safeParse(data);
  if (message?.type !== 'height') return message;
  const height = Math.min(Math.max(Math.ceil(message.height), MIN_FRAME_HEIGHT), MAX_FRAME_HEIGHT);
  return { type: 'height', height };
}
