import { fill, type Messages } from '../messages/messages';

type TimeWords = Messages['console']['time'];

/** `0.42 s`, `12.3 s`, `2 min 5 s`: a measured time, short. */
export function formatSeconds(seconds: number, words: TimeWords): string {
  return written(seconds, words.seconds, words.minutes);
}

/** The same to be read aloud: `0.42 seconds`. */
export function speakSeconds(seconds: number, words: TimeWords): string {
  return written(seconds, words.spokenSeconds, words.spokenMinutes);
}

function written(time: number, ofSeconds: string, ofMinutes: string): string {
  if (time >= 60) {
    return fill(ofMinutes, { minutes: Math.floor(time / 60), seconds: Math.round(time % 60) });
  }
  const digits = time >= 10 ? 1 : time < 0.01 && time > 0 ? 3 : 2;
  return fill(ofSeconds, { seconds: time.toFixed(digits) });
}

/** `512 B`, `3.4 KiB`, `12.3 MiB`, `2 GiB`. */
export function formatBytes(bytes: number): string {
  const units = ['B', 'KiB', 'MiB', 'GiB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  const text = unit === 0 || value >= 100 ? value.toFixed(0) : value.toFixed(1);
  return `${text.replace(/\.0$/, '')} ${units[unit]}`;
}
