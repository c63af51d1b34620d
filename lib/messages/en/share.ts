import type { Plural } from '../messages';

export const share = {
  /** The page of a shared program. */
  page: {
    /** Where it has no title. */
    untitled: 'A {language} program',
    description: '{language}, with the output of a run. Read it, run it, change it.',
    toPlayground: 'Runbay: open the playground',
    open: 'Open in the playground',
    openHint: 'Your own program there is kept.',
    copyLink: 'Copy link',
    copied: 'Link copied',
    notCopied: 'Copy the address from the address bar',
    actions: 'What can be done with this program',
    program: 'Program',
    files: 'Other files',
    input: 'Prepared input',
    inputIsNone: 'Nothing is prepared: input is typed while the program runs.',
    output: 'Recorded output',
    noOutput: 'The program printed nothing.',
    noReceipt: 'No run of this program has been recorded.',
    ran: 'Run by this server on {time} with {runtime} {version}.',
    inSession: "It ran in its author's session, and may have read files that are not shown here.",
    cut: 'The recording is cut: the program gave more than is kept.',
    moreLines: {
      one: '{count} more line is left out here; {all} has it.',
      other: '{count} more lines are left out here; {all} has them.',
    } as Plural,
    wholeText: 'the Markdown form',
    about: 'About',
    shared: 'Shared on {time}',
    revised: 'Changed on {time}',
    timeLimit: {
      one: 'stops after {count} second',
      other: 'stops after {count} seconds',
    } as Plural,
    expires: 'Removed on {time}',
    history: 'History',
    revision: 'Revision {number}',
    recorded: 'with output',
    shown: 'shown',
    older: 'This is revision {number} of {latest}.',
    newest: 'Show the newest',
    download: 'Also as',
    formats: {
      txt: 'Text',
      md: 'Markdown',
      json: 'JSON',
      ipynb: 'Notebook',
      zip: 'Zip',
      html: 'Web page',
      file: 'File',
    },
  },
  /** Pages in place of one that cannot be shown. */
  missing: {
    tab: 'No such program',
    title: 'There is no program at this link',
    text: 'A letter of the link may be missing or mistyped. Ask whoever sent it to copy it again.',
  },
  gone: {
    tab: 'Program removed',
    title: 'This program has been removed',
    text: 'Its author has deleted it, or its time was up. It cannot be brought back.',
  },
  busy: {
    tab: 'Too many requests',
    title: 'Too many links that lead nowhere',
    text: {
      one: 'From your address came many links that do not exist. Wait {count} second, then try again; links that exist open all the same.',
      other:
        'From your address came many links that do not exist. Wait {count} seconds, then try again; links that exist open all the same.',
    } as Plural,
  },
  unavailable: {
    tab: 'Not available now',
    title: 'Shared programs cannot be read at the moment',
    text: {
      one: 'The server cannot reach where they are kept. Nothing is lost; try again in {count} second.',
      other:
        'The server cannot reach where they are kept. Nothing is lost; try again in {count} seconds.',
    } as Plural,
  },
  /** In the playground, when a link has been opened. */
  opened: {
    titled: '“{title}” is open.',
    untitled: 'The {language} program of the link is open.',
    bringBack: 'Bring mine back',
    dismiss: 'Dismiss',
    failures: {
      missing: 'There is no program at this link. A letter of it may be missing.',
      gone: 'The program of this link has been removed by its author, or its time was up.',
      damaged:
        'This link is damaged: a part of it is missing, or it is of a newer version of this page.',
    },
  },
  dialog: {
    title: 'Share this program',
    sharedTitle: 'Shared',
    close: 'Close',
    titleLabel: 'Title',
    titlePlaceholder: 'What it does, in a few words',
    /** What goes with the link. */
    contents: {
      label: 'Whoever has the link sees',
      program: '{name}, {lines}',
      lines: { one: '{count} line', other: '{count} lines' } as Plural,
      files: {
        one: '{count} other file: {names}',
        other: '{count} other files: {names}',
      } as Plural,
      input: 'the prepared input, {lines}',
      output: 'the output of the last run: {end}',
      outputOfNewRun: 'the output of a run that the server makes when you share it',
      noOutput: 'no output',
    },
    withOutput: 'With the output of a run',
    listed: 'Search engines may list it',
    lifetime: 'Remove it',
    lifetimes: {
      forever: 'never',
      day: 'after a day',
      week: 'after a week',
      month: 'after 30 days',
      year: 'after a year',
    },
    share: 'Share',
    shareAnyway: 'Share anyway',
    sending: 'Sharing…',
    whole: 'Copy a link that stores nothing',
    wholeHint:
      'Share keeps a copy on this server. The other link holds the program itself: nothing is sent or kept, and no output goes with it.',
    wholeCopied: 'Link copied. It holds the whole program.',
    wholeLong: {
      one: 'Link copied. With {count} character it is too long for many chats.',
      other: 'Link copied. With {count} characters it is too long for many chats; better share it.',
    } as Plural,
    notCopied: 'The browser does not let this page copy.',
  },
  secrets: {
    title: 'This looks like something secret',
    place: '{path}, line {line}: {kind}',
    kinds: {
      private_key: 'a private key',
      key: 'a key or token',
      password: 'a password',
      address: 'an address with a password',
    },
    advice: 'Whoever has the link could read it. Take it out, or share anyway.',
  },
  links: {
    ready: 'Here are the links.',
    copied: 'The link is copied.',
    link: 'Link',
    markdown: 'Markdown',
    secret: 'Secret link to change or delete it',
    secretHint:
      'Only here: keep it, and give it to nobody. This browser keeps it too, and lets you change the program on its page.',
    qr: 'The link as a QR code',
    open: 'Open its page',
    noOutput: 'No output goes with it.',
    copy: 'Copy',
    copiedShort: 'Copied',
  },
  /** What the author can do on the program's page. */
  manage: {
    title: 'You can change this',
    hint: 'This address holds the secret: whoever has it can do the same. Give away the link without it.',
    hintOwn: 'You have shared it from this browser, which has kept the secret.',
    asItIs: 'as it is',
    save: 'Save',
    remove: 'Delete…',
    removeHint:
      'The program, its output and its history are removed for good. The link will say so.',
    removeForGood: 'Delete for good',
    keep: 'Keep it',
  },
};
