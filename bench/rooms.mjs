// A room of 100 students: how late the teacher's wall hears of them, and what that costs the server.
// @ts-check
import { simulateClass } from './room-class.mjs';

const PEOPLE = 100;
const SECONDS = 30;
/** About as often as somebody who types and runs reports. */
const REPORT_EVERY_MS = 3000;
const RUN_EVERY_MS = 20_000;

/** @param {{ url: string, pid: number }} server */
export async function measureRooms({ url, pid }) {
  const lesson = { url, pid, people: PEOPLE, seconds: SECONDS, reportEveryMs: REPORT_EVERY_MS };
  return {
    reporting: await simulateClass(lesson),
    reportingAndRunning: await simulateClass({ ...lesson, runEveryMs: RUN_EVERY_MS }),
  };
}
