/** Pixels of one row of output; the style sheet's `--row` says the same. */
export const ROW_HEIGHT = 20;
/** Characters that the hidden ruler is wide; the style sheet's `.out-ruler` says the same. */
export const RULER_CELLS = 40;
/** Where output is not measured yet: on the server, and before the first layout. */
export const FIRST_COLUMNS = 80;
/** A line of input that would get fewer cells than this after its prompt goes below it. */
export const MIN_INPUT_CELLS = 12;
