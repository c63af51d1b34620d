export const playground = {
  title: 'Runbay: a code playground',
  description: 'Write Python or JavaScript, run it in a real sandbox, and watch its output arrive.',
  needsScript:
    'To write and run programs this page needs JavaScript, which is switched off in this browser. Programs that others have shared can be read without it.',
  toLessons: 'Read the lessons',
  skipToEditor: 'Skip to the editor',
  /** The two tabs of a phone. */
  view: 'View',
  code: 'Code',
  output: 'Output',
  /** Follows the name of the tab. */
  lineMarked: ', line {line} is marked',
  resizePanes: 'Resize editor and console',
  sideBySide: 'Put the panes side by side',
  stack: 'Stack the panes',
  swap: 'Swap the panes',
  maximise: { editor: 'Maximise the editor', console: 'Maximise the console' },
  showBothPanes: 'Show both panes',
  showBoth: 'Show both',
  engines: { local: 'Local sandbox', cloud: 'AgentBay cloud' },
  connecting: 'Connecting…',
  cursor: 'Ln {line}, Col {column}',
  limits: {
    memory: '{size} memory',
    processes: '{count} processes',
    output: '{size} output',
    network: 'network',
    noNetwork: 'no network',
  },
  session: { none: 'new session', ready: 'session ready', busy: 'session busy' },
  startClean: 'Start clean',
  startCleanHint: "Start clean: throw away the session's files and variables",
  clearing: 'Clearing…',
  notCleared: 'Not cleared',
  /** The bar above a phone's keyboard. */
  keys: {
    bar: 'Keys for code',
    indent: 'Indent',
    outdent: 'Outdent',
    left: 'Cursor left',
    right: 'Cursor right',
    undo: 'Undo',
    redo: 'Redo',
    /** Of characters. */
    type: 'Type {text}',
  },
};
