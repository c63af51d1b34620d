/** Tells the class what the teacher's editor shows: the latest, and no oftener than the room takes it. */
import { boundedLive, isSameLive, LIVE_PAUSE_MS, type TeacherLive } from './teacher-live';

export interface Broadcast {
  /** What is to be seen now. */
  show(live: TeacherLive): void;
  /** Nothing more is shown, also to those who come later. */
  end(): void;
}

interface Surroundings {
  /** `undefined`: takes away what was shown. Rejects where it did not get there. */
  send: (live: TeacherLive | undefined) => Promise<void>;
  /** Hears whether the last one got there, when that changes. */
  onArrival: (arrives: boolean) => void;
}

/** After a failure it is tried again so much later. */
const RETRY_MS = 3000;

export function createBroadcast({ send, onArrival }: Surroundings): Broadcast {
  let wanted: TeacherLive | undefined;
  let told: TeacherLive | undefined;
  let isSending = false;
  let hasEnded = false;
  let arrives = true;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const noteArrival = (now: boolean) => {
    if (arrives !== now) onArrival(now);
    arrives = now;
  };
  const pump = () => {
    if (isSending || timer !== undefined || hasEnded || isSameLive(wanted, told)) return;
    isSending = true;
    const sent = wanted;
    send(sent).then(
      () => {
        told = sent;
        noteArrival(true);
        rest(LIVE_PAUSE_MS);
      },
      () => {
        noteArrival(false);
        rest(RETRY_MS);
      },
    );
  };
  const rest = (pauseMs: number) => {
    isSending = false;
    if (hasEnded) return;
    timer = setTimeout(() => {
      timer = undefined;
      pump();
    }, pauseMs);
  };

  return {
    show(live) {
      wanted = boundedLive(live);
      pump();
    },
    end() {
      if (hasEnded) return;
      hasEnded = true;
      clearTimeout(timer);
      // Who reads it later sees nothing; where it fails the room's end takes it away.
      if (told !== undefined || isSending) send(undefined).catch(() => {});
    },
  };
}
