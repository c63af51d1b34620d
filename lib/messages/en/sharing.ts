import type { Plural } from '../messages';

/** What the share dialog says about revisions, options of the links, embedding and the picture. */
export const sharing = {
  revision: {
    legend: 'Share it as',
    same: 'A new revision of “{title}”',
    sameHint: 'Under the same link, which shows it from then on.',
    fresh: 'A new program',
    freshHint:
      'With a link of its own. “{title}” stays as it is, and is named as where it comes from.',
    untitled: 'program {id}',
    changes: 'What changes',
    looking: 'Looking…',
    unchanged: 'Nothing: it is the same as revision {number}.',
    lines: 'Show the lines',
    kinds: {
      added: '{name} is new: {added}',
      removed: '{name} goes: {removed}',
      changed: '{name}: {added}, {removed}',
    },
    added: { one: '{count} line more', other: '{count} lines more' } as Plural,
    removed: { one: '{count} line less', other: '{count} lines less' } as Plural,
    timeLimit: {
      one: 'It stops after {count} second.',
      other: 'It stops after {count} seconds.',
    } as Plural,
    newer: 'You have opened revision {number}; the newest is {latest}.',
    kept: 'Revision {number} stays as it is; this becomes revision {next}.',
    fork: 'Made from “{title}”. The new link names it; nothing changes there.',
    save: 'Save revision',
    edit: 'Change it in the playground',
  },
  saved: {
    revision: 'Revision {number} is saved.',
  },
  options: {
    title: 'Options of the link',
    predict: 'The reader predicts the output first',
    fixed: 'Always revision {number}, also when there are newer ones',
    lines: 'Mark lines',
    first: 'first',
    last: 'last',
  },
  embed: {
    title: 'Embed in a page',
    theme: 'Colours',
    themes: { auto: "as the reader's system", light: 'light', dark: 'dark' },
    readonly: 'Can be run, not changed',
    hidden: 'Recorded output only on request',
    lines: 'Show only lines',
    block: 'Show',
    whole: 'The whole page',
    code: 'Embed code',
    look: 'See how it looks',
  },
  picture: {
    title: 'Image',
    alt: 'Picture of “{title}” with its output',
    address: 'Address of the image',
    download: 'Download the image',
    missing:
      'The picture cannot be shown now. Its address works as soon as the server has made it.',
  },
};
