/** The picture of a shared program, and what other sites say of it. */
export const picture = {
  output: 'Output',
  /** In place of the output where the reader is to guess it. */
  guess: 'What does it print?',
  /** What is drawn on the page only. */
  chart: '[chart]',
  html: '[HTML]',
  /** In a description. */
  printed: 'Output: {output}',
  /** For those who cannot see the picture. */
  alt: 'The first lines of “{title}”, a {language} program.',
  altWithOutput: 'The first lines of “{title}”, a {language} program, and its output.',
  /** The start page's picture. */
  startAlt: 'Runbay: a Python program in the editor and its output beside it.',
};
