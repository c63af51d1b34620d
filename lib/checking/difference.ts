/** What is off, as far as it may be told without telling what is expected. */
export type Difference =
  /** Nothing was given back: None, undefined; or nothing was printed. */
  | 'nothing'
  /** A text in place of a number, a tuple in place of a list. */
  | 'kind'
  | 'spaces'
  | 'capitals'
  | 'order'
  | 'value';
