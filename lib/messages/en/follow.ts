import type { Plural } from '../messages';

/** In a room: the teacher's editor live, and the teacher's notes on lines. */
export const follow = {
  teacher: {
    /** On the stage and the wall. */
    followers: { one: '{count} follows', other: '{count} follow' } as Plural,
    live: 'The class sees this live',
    /** On the wall: to the stage, which the room follows. */
    present: 'Show live',
    liveHint: 'Who is in the room can follow what you type, run and mark.',
    failed: 'The class does not see this at the moment: the connection is lost.',
  },
  student: {
    title: 'Live from the teacher',
    waiting: 'What the teacher types appears here.',
    code: 'The teacher’s code',
    output: 'Output',
    noOutput: 'Not run yet',
    phases: {
      idle: 'Not run yet',
      running: 'Running',
      asking: 'Waiting for input',
      done: 'Finished',
      failed: 'Ended with an error',
      stopped: 'Stopped',
    },
    takeHint:
      'Type into it to go on by yourself: your own copy is made, and nothing of it is lost.',
    take: 'Go on by myself',
    own: 'You work on your own version. The teacher’s is still live.',
    back: 'Follow again',
    backKey: 'Esc',
    following: 'You follow the teacher.',
    left: 'You work on your own version. Escape brings you back to the teacher’s.',
    toBlock: 'Show it in the document',
    cut: 'Only the beginning is shown.',
  },
  notes: {
    title: 'A note from the teacher',
    announced: 'A note from the teacher on line {line}: {text}',
    line: 'Line {line}',
    gone: 'That line is gone. It was: {code}',
    dismiss: 'Put the note away',
    show: 'Show the line',
    lineButton: 'Line {line}: {code}',
    lineButtonNoted: 'Line {line}, with a note: {code}',
    empty: 'empty',
    field: 'Note on line {line}',
    placeholder: 'What should be looked at here?',
    send: 'Leave the note',
    change: 'Change the note',
    remove: 'Take the note away',
    cancel: 'Cancel',
    sent: 'The note on line {line} is there.',
    removed: 'The note on line {line} is gone.',
    failed: 'The note could not be left. Try again.',
    seen: 'Put away by the student',
    hint: 'Click on a line’s number to leave a note there. It ends with the room.',
  },
};
