import type { Plural } from '../messages';

export const learn = {
  tab: 'Learn',
  title: 'Learn to program',
  description: 'Short lessons whose programs run on the page: {groups}.',
  intro:
    'Short lessons whose programs run right on the page. There is nothing to install and no account. What you have done is kept in this browser and nowhere else.',
  toPlayground: 'Playground',
  toHome: 'Runbay: open the playground',
  search: 'Search lessons',
  placeholder: 'Search lessons, e.g. loops or append…',
  find: 'Search',
  /** How many fit. */
  found: { one: '{count} lesson', other: '{count} lessons' } as Plural,
  none: 'No lesson fits. Try fewer words.',
  empty: 'There are no lessons on this server.',
  /** Under the title of a group. */
  finishedOf: '{done} of {all} finished',
  minutes: { one: 'about {count} minute', other: 'about {count} minutes' } as Plural,
  minutesShort: '{count} min',
  states: { new: 'Not begun', begun: 'Begun', finished: 'Finished' },
  /** A part of a lesson that fits what was looked for. */
  inIt: 'In it: {section}',
  goOn: 'Go on where you left off',
  goNext: 'Next lesson for you',
  doneOf: '{done} of {all} done',
  forget: 'Forget what I have done',
  forgotten: 'Everything is forgotten.',
  undo: 'Undo',
  missing: {
    tab: 'No such lesson',
    title: 'There is no such lesson',
    text: 'It may have been renamed, or the address is not complete.',
  },
  lesson: {
    path: 'You are here',
    place: '{group}, lesson {number} of {all}',
    /** A link to the same lesson in another language. */
    readIn: 'Read this lesson in {language}',
    contents: 'In this lesson',
    progress: 'What you have done of this lesson',
    finish: 'Mark as finished',
    finished: 'You have finished this lesson.',
    reopen: 'Not finished yet',
    finishHint: 'A lesson counts as finished when its exercises are passed, or when you say so.',
    finishHintPlain:
      'A lesson counts as finished when you have run everything in it, or when you say so.',
    notKept: 'This browser keeps nothing, so your progress lasts only until the page is left.',
    next: 'Next lesson',
    previous: 'Previous lesson',
    toAll: 'All lessons',
    asMarkdown: 'This lesson as Markdown',
    needsScript:
      'With JavaScript switched off you can read everything here. To run the programs, switch it on.',
    end: 'That was the last lesson of this series.',
  },
};
