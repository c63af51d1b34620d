/** What the stage and the speaker's window tell each other, within one browser and without the server. */
import * as z from '../client/shape';

export interface FromStage {
  from: 'stage';
  /** Which slide is shown, counted from 0. */
  at: number;
  isBlank: boolean;
  isRunning: boolean;
}

export const NOTES_COMMANDS = [
  'hello',
  'next',
  'previous',
  'first',
  'last',
  'blank',
  'run',
  'stop',
] as const;

export interface FromNotes {
  from: 'notes';
  command: (typeof NOTES_COMMANDS)[number];
}

const stage = z.object({
  from: z.literal('stage'),
  at: z.number(),
  isBlank: z.boolean(),
  isRunning: z.boolean(),
});
const notes = z.object({ from: z.literal('notes'), command: z.enum(NOTES_COMMANDS) });

interface Ends<In, Out> {
  tell(message: Out): void;
  close(): void;
  onMessage: ((message: In) => void) | undefined;
}

/** Nothing is told where the browser has no such channel. */
function open<In, Out>(reference: string, shape: z.Shape<In>): Ends<In, Out> {
  const channel =
    typeof BroadcastChannel === 'undefined'
      ? undefined
      : new BroadcastChannel(`runbay.present ${reference}`);
  const ends: Ends<In, Out> = {
    tell: (message) => channel?.postMessage(message),
    close: () => channel?.close(),
    onMessage: undefined,
  };
  if (channel) {
    channel.onmessage = ({ data }) => {
      const read = shape.safeParse(data);
      if (read.success) ends.onMessage?.(read.data);
    };
  }
  return ends;
}

/** The audience's window. `reference` names the document. */
export function openStage(reference: string) {
  return open<FromNotes, FromStage>(reference, notes);
}

/** The speaker's window. */
export function openNotes(reference: string) {
  return open<FromStage, FromNotes>(reference, stage);
}
