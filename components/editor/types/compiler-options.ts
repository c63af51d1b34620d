/** How programs for Node are read by Monaco's TypeScript service, in the compiler's own numbers. */

const ESNEXT = 99;
const BUNDLER_RESOLUTION = 100;
const EVERY_FILE_IS_A_MODULE = 3;

export const JAVASCRIPT_OPTIONS = {
  target: ESNEXT,
  module: ESNEXT,
  moduleResolution: BUNDLER_RESOLUTION,
  // Programs have top-level await, and names of their own that are global elsewhere.
  moduleDetection: EVERY_FILE_IS_A_MODULE,
  lib: ['lib.esnext.d.ts'],
  // Which types there are, the worker says.
  types: [],
  libReplacement: false,
  allowJs: true,
  allowNonTsExtensions: true,
  allowImportingTsExtensions: true,
  resolveJsonModule: true,
  esModuleInterop: true,
  noEmit: true,
  skipLibCheck: true,
};

export const TYPESCRIPT_OPTIONS = {
  ...JAVASCRIPT_OPTIONS,
  strict: true,
  // Node's loader strips types and nothing else: no enum, no namespace, no parameter property.
  erasableSyntaxOnly: true,
  isolatedModules: true,
};
