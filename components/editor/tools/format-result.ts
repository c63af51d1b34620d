/** A formatted text; or, where it does not parse, why it stays as it is. */
export type FormatResult = { text: string } | { problem: FormatProblem };

export interface FormatProblem {
  /** From 1; absent where the formatter does not say. */
  line?: number;
  message: string;
}
