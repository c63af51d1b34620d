import type { Plural } from '../messages';

export const console = {
  title: 'Console',
  output: 'Program output',
  copy: 'Copy',
  copied: 'Copied',
  clear: 'Clear',
  jumpToLatest: 'Jump to latest',
  dropped: {
    one: 'The first line is no longer shown.',
    other: 'The first {count} lines are no longer shown.',
  } as Plural,
  empty: {
    /** `{run}` is the button's name. */
    pressRun: 'Press {run} and what your program prints appears here, while it runs.',
    /** The same, where the server's engine gives everything at once. */
    pressRunAtEnd: 'Press {run} and what your program prints appears here, when it has ended.',
    /** Each stands behind a picture of its keys; who hears the page hears their names as well. */
    runs: 'runs',
    runsSpoken: 'with {key} and Enter,',
    stops: 'stops',
    stopsSpoken: 'with Escape.',
    printedNothing: 'The program printed nothing.',
    /** `{lessons}` is a link. */
    learn: 'New to programming? {lessons} begin with the first line.',
    lessons: 'Short lessons',
  },
  input: {
    label: 'Program input',
    send: 'Send',
    sendHint: 'Send the line (Enter)',
    end: 'End input',
    endHint: 'No more input (Ctrl+D)',
  },
  status: {
    label: 'Program status',
    ready: 'Ready',
    starting: 'Starting…',
    queued: 'Queued: place {place}',
    running: 'Running…',
    runningFor: '{seconds} s of {limit} s',
    /** Where the engine gives everything at once. */
    outputAtEnd: 'output comes at the end',
    stopping: 'Stopping…',
    waiting: 'Waiting for input',
    finished: 'Finished',
    failed: 'Failed',
    stopped: 'Stopped by you',
    notRun: 'Not run',
    brokenOff: 'Broken off',
    exit: 'exit {code}',
    outputCut: 'output cut',
    cpu: 'CPU {time}',
  },
  /** How a run ended, where the server does not say it in a sentence. */
  reasons: {
    signalled: 'Ended by a signal',
    timed_out: 'Timed out',
    memory_exceeded: 'Out of memory',
    output_exceeded: 'Stopped: too much output',
    process_limit: 'Stopped: too many processes',
  },
  /** At the line where it was. */
  mark: '{end}.',
  /** What is said aloud. */
  spoken: {
    runs: 'The program runs.',
    waits: 'The program waits for input. {prompt}',
    stopped: 'Stopped by you.',
    problem: '{title}.',
    end: '{headline} after {time}.',
    endWithCode: '{headline} with exit code {code} after {time}.',
  },
  time: {
    seconds: '{seconds} s',
    minutes: '{minutes} min {seconds} s',
    spokenSeconds: '{seconds} seconds',
    spokenMinutes: '{minutes} min {seconds} seconds',
  },
  /** The hint of an address that the program has printed. */
  opensAddress: 'Opens {host} in a new tab:\n{address}',
  goesToLine: 'Go to line {line} of {file}',
  search: {
    /** The button, and the field that it opens. */
    open: 'Find in the output',
    label: 'Find in the output',
    keywords: 'search, look for, text',
    count: '{n} of {all}',
    none: 'Not found',
    matchCase: 'Match capital letters',
    previous: 'Previous match (Shift+Enter)',
    next: 'Next match (Enter)',
    close: 'Close the search (Escape)',
  },
  download: 'Download as text',
  downloadAction: 'Download the output',
  downloadKeywords: 'save, text file, export',
};
