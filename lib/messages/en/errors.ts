import type { Plural } from '../messages';

export const errors = {
  notFound: {
    /** The tab's name. */
    tab: 'Page not found',
    title: 'There is no page here',
    text: 'The address may be mistyped, or what it pointed to is gone.',
    toPlayground: 'Open the playground',
  },
  page: {
    title: 'The page stopped working',
    text: 'Your program is saved in this browser. Try again; if it keeps happening, reload the page.',
    tryAgain: 'Try again',
  },
  /** What the page itself finds wrong. `http_error` is an answer without a reason. */
  problems: {
    offline: {
      title: 'The server cannot be reached',
      detail: 'The request did not get through to the server, or its answer did not get back.',
    },
    connection_lost: {
      title: 'The connection was lost while the program ran',
      detail:
        'The server stops a program that nobody watches. What it had printed until then is shown above.',
    },
    unreadable_answer: {
      title: 'The server gave an answer that this page does not understand',
      detail: 'The page may be older than the server.',
    },
    http_error: {
      title: 'The server refused the request',
      detail: 'It answered with status {status} and no reason.',
    },
  },
  /** What the reader can do, by the problem's code. */
  advice: {
    offline: 'Check your connection, then run again. Your program is kept.',
    connection_lost: 'Check your connection, then run again.',
    unreadable_answer: 'Reload the page. Your program is kept.',
    busy: 'Wait a moment, then run again.',
    too_large: 'Make the program smaller, then run again.',
    forbidden: 'Reload the page, then run again. Your program is kept.',
    conflict: 'Wait for the other program to end, or stop it.',
    engine_unavailable: 'Try again in a moment. Your program is kept.',
    else: 'Run again. If it keeps happening, pass on the reference below.',
  },
  busyFor: {
    one: 'Wait {count} second, then run again.',
    other: 'Wait {count} seconds, then run again.',
  } as Plural,
  /** The same where something is shared or changed, not run. */
  sharing: {
    offline: 'Check your connection, then try again. Your program is kept.',
    unreadable_answer: 'Reload the page, then try again. Your program is kept.',
    busy: 'Wait a moment, then try again.',
    unauthorized: 'Open the secret link that you got when you shared it, then try again.',
    forbidden: 'Open the secret link again, whole, or reload this page.',
    gone: 'It cannot be brought back. Share the program anew; it gets a link of its own.',
    too_large: 'Make it smaller, then try again; other files and prepared input count too.',
    engine_unavailable: 'Try again in a moment, or share it without its output.',
    store_full:
      'A link that stores nothing still works. Whoever runs this server can make room, and old shares of yours that you delete do so too.',
    store_unavailable: 'Nothing is lost. Try again in a moment.',
    else: 'Try again. If it keeps happening, pass on the reference {id}.',
  },
  sharingBusyFor: {
    one: 'Wait {count} second, then try again.',
    other: 'Wait {count} seconds, then try again.',
  } as Plural,
  /** All of a problem in one line. */
  inOneLine: '{title}. {detail} {advice}',
  /** Where a line of input did not get through. */
  typeAgain: 'Type the line again.',
  reference: 'Reference {id}',
};
