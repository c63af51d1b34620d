export const examples = {
  title: 'Examples',
  close: 'Close the examples',
  search: 'Search examples',
  placeholder: 'Search by name, topic or level…',
  none: 'No example fits. Try fewer words.',
  languages: 'Language of the examples',
  all: 'All',
  ownPrograms: 'Your programs that were replaced',
  ownProgram: 'Your program',
  replacedOn: 'Replaced on {date}.',
  preview: 'Preview',
  open: 'Open',
  openInEditor: 'Open in the editor',
  /** What follows a description. */
  more: '{description} {more}',
  asksForInput: 'It asks for input.',
  needs: 'It needs {libraries}.',
  notLoaded: 'The example cannot be loaded: the server cannot be reached.',
  codeOf: 'Code of {title}',
  toList: 'All examples',
  /** The offer to undo. */
  notice: 'Notice',
  replaced: 'Your {language} program was replaced.',
  bringBack: 'Bring it back',
  dismiss: 'Dismiss',
  /** In the palette. */
  action: 'Example: {title} ({language})',
};
