/** A language's examples in its own folder, by the names of their files, in the order in which they are shown. */
export type LanguageExamples = Record<string, LanguageExample>;

export interface LanguageExample {
  title: string;
  /** One sentence. */
  description: string;
  /** One of those that there are; another needs its word in `lib/messages/zh/example-words.ts`. */
  topic: string;
  level: ExampleLevel;
  /** Libraries that the server may lack; absent where the language itself is enough. */
  needs?: string[];
  /** Present where the program asks for input. */
  asksForInput?: boolean;
  /** The same in Chinese. */
  zh: { title: string; description: string };
}

export type ExampleLevel = 'beginner' | 'intermediate' | 'advanced';

/** For the tests: what each example must print, and the answers that it is given. By the names of their files. */
export type Expectations = Record<string, Expectation>;

export interface Expectation {
  /** A part of its output, or a pattern that fits it. */
  prints: string | RegExp;
  /** Standard input, where the program reads it. */
  stdin?: string;
  /** Present where the program must show a value besides its text. */
  shows?: 'png' | 'html' | 'table' | 'chart';
}
