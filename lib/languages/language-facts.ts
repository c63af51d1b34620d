/** What the page and the server's checks need to know of a language. What runs it is said in its `host.json`. */
export interface LanguageFacts {
  name: string;
  /** What runs it, and whose version counts. */
  runtime: string;
  aliases: string[];
  /** The name of a fresh run's source in the workspace and in tracebacks. */
  fileName: string;
  /** Ends of file names that the editor takes for this language, without the dot, in small letters. */
  extensions: string[];
  /** Columns of one indentation, as its programmers use to write. */
  indentColumns: number;
  /** What stands before the first line of an input at its own prompt and before each other line; equally long. */
  promptMarks: { first: string; next: string };
  /** How its text is read for colours and for the end of an input, where nothing knows it better. */
  text?: PlainGrammar;
  /** One line that takes up a file beside the program; `{path}` is its path in quotes. */
  takesUp?: { text: string; csv?: string; own?: string };
  /** Characters that a phone's keyboard hides and its programs need, the first ones of the bar. */
  touchKeys?: string[];
  /**
   * The program a newcomer finds: it needs no input, says what to do, and shows output arriving.
   * Its lines fit on a phone.
   */
  firstProgram: string;
}

export interface PlainGrammar {
  lineComment: '#' | '//';
  /** Separated by blanks; Monaco's own list, so that nothing changes colour when the editor arrives. */
  keywords: string;
  /** What at the end of an input says that more is to come, besides open brackets and quotes. */
  needsMore: RegExp;
}
