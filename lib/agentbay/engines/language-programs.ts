/** The few lines in which languages differ, for the suite that each of them passes: in `programs-for-tests.ts` of its folder. */
export interface LanguagePrograms {
  /** What it may skip: names of tests, and why. */
  skips?: Record<string, string>;

  /** Defines x as 20; gives x * 2 + 2, and how the result shows. */
  define: string;
  use: string;
  shown: string;
  /** Prints these words, with a line end. */
  print: (text: string) => string;
  printError: (text: string) => string;
  /** Fails on line 3, and what the error is called and says. */
  fails: string;
  error: { name: string; value: string | RegExp };
  /** Text that does not parse, wrong on line 2. */
  broken: string;
  /** Asks `Name? ` and prints `Hi <name>`; reads two more lines in another way and prints them. */
  asks: string;
  readsTwo: string;
  /** Never ends; the lines where it may be found. */
  loops: string;
  loopLines: number[];
  /** Ends at once with exit code 3. */
  exits: string;
  /** Wants more memory than there is. */
  grows: string;
  /** Writes `from here` to the file out.txt of the workspace; gives what is in `in.txt`, as a result. */
  writes: string;
  reads: string;
  /** Starts a process that goes on after the program. */
  leaves: string;

  programs: {
    /** Calls itself without end, and what it is told then. */
    recurses: string;
    recursion: RegExp;
    /** Prints `before`, lets a child process print `child`, and prints `after`. */
    child: string;
    /** Threads, processes or promises that print 1, 4 and 9 in any order, and end by themselves. */
    parallel: string;
    /** Gives a random number, as a result. */
    random: string;
    /** Makes the file `left` in /tmp. */
    leavesFile: string;
  };

  results: {
    /** Shows and prints the numbers 0 to 19 in turn. */
    shows: string;
    /**
     * Shows, each by itself, the HTML `<b>x</b>`, the Markdown `*m*`, the SVG `<svg/>`, the formula `$x$`, the JSON
     * `{"a": [1]}`, the chart `{"mark": "bar"}` and a PNG of the bytes 1, 2, 3.
     */
    forms: string;
    /** A table with the columns n (2, 1) and s ("x", nothing), as a result or shown. */
    table: string;
    /** Its last value offers `<i>own</i>` as HTML; or fails at that. */
    offers: string;
    failsToOffer: string;
    /** Shows HTML of 5 MiB. */
    large: string;
    /** Draws something. */
    draws: string;
  };

  completion: {
    /** Defines the name `harbour`; text with an emoji that stands before it in `${after}har`. */
    harbour: string;
    after: string;
    /** What is written before the cursor, and a name that it may become: one of its own library, one of a part of a value. */
    library: [code: string, name: string];
    part: [definition: string, code: string, name: string];
  };

  files: {
    /** A file that comes with a program, and the program that uses it and prints 42. */
    helper: { path: string; text: string; code: string };
  };
}
