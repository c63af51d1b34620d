/** Columns of a row where long lines are not broken; a longer one would be too much for one element. */
export const UNBROKEN_COLUMNS = 2000;
/** Characters that the hidden ruler is wide; the style sheet's `.out-ruler` says the same. */
export const RULER_CELLS = 40;
/** Where output is not measured yet: on the server, and before the first layout. */
export const FIRST_COLUMNS = 80;
/** Where fewer cells than this are left after a prompt, for the line of input and its two buttons, they go below it. */
export const MIN_INPUT_CELLS = 28;
