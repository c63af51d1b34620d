export const console = {
  /** The hint of an address that the program has printed. */
  opensAddress: 'Opens {host} in a new tab:\n{address}',
  goesToLine: 'Go to line {line} of {file}',
};
