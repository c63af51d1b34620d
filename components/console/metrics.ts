/** Columns of a row where long lines are not broken; a longer one would be too much for one element. */
export const UNBROKEN_COLUMNS = 2000;
/** Characters that the hidden ruler is wide; the style sheet's `.out-ruler` says the same. */
export const RULER_CELLS = 40;
/** Where output is not measured yet: on the server, and before the first layout. */
export const FIRST_COLUMNS = 80;
/** A line of input that would get fewer cells than this after its prompt goes below it. */
export const MIN_INPUT_CELLS = 12;
