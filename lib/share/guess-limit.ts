/** Characters of a guess. It travels in the address, of which a server takes 16 KB. */
export const GUESS_LIMIT = 1200;
