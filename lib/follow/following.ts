/** Whether a student looks at the teacher's editor, or at work of their own. */

/** `ready`: the teacher shows nothing yet. */
export type Following = 'ready' | 'following' | 'own';

export type FollowEvent =
  /** The teacher shows something. */
  | 'shown'
  /** The teacher shows nothing any longer. */
  | 'over'
  /** The student has typed into what was shown, or wants their own. */
  | 'left'
  /** The key to come back. */
  | 'back';

/** Who waits is taken along by the first thing shown; who has left comes back by themselves only. */
export function followed(state: Following, event: FollowEvent, isShown: boolean): Following {
  switch (event) {
    case 'shown':
      return state === 'ready' ? 'following' : state;
    case 'over':
      return state === 'following' ? 'ready' : state;
    case 'left':
      return 'own';
    case 'back':
      return isShown ? 'following' : 'ready';
  }
}

/** What a student tells the teacher: message kind and key, and its data. */
export const FOLLOWING_KIND = 'following';
export const FOLLOWING_KEY = 'now';

/** Of those in the room, how many follow. `told` is what each has last said, by the student's id. */
export function countFollowers(
  present: readonly string[],
  told: ReadonlyMap<string, unknown>,
): number {
  return present.filter((id) => told.get(id) === true).length;
}
