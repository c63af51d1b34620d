/** What the TypeScript examples find in the sandbox besides Node's own. */
declare const display: {
  chart(specification: object): void;
  table(rows: Iterable<unknown>): void;
};
