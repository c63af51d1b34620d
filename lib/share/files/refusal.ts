/** Why something from outside cannot be opened as a program. */
export const REFUSALS = [
  'binary',
  'too_large',
  'empty',
  'no_program',
  'zip_damaged',
  'zip_entries',
  'zip_size',
  'notebook_damaged',
  'notebook_language',
  'unreadable',
  'address',
  'address_scheme',
  'unreachable',
  'status',
  'page',
  'slow',
] as const;
export type RefusalReason = (typeof REFUSALS)[number];

/** Its values fill the sentence. */
export class Refusal extends Error {
  readonly reason: RefusalReason;
  readonly values: Record<string, string | number>;

  constructor(reason: RefusalReason, values: Record<string, string | number> = {}) {
    super(`It cannot be opened: ${reason}.`);
    this.reason = reason;
    this.values = values;
  }
}

/** What was changed on the way, or stayed away. */
export type ImportNote =
  | { kind: 'latin1' | 'utf16'; name: string }
  | { kind: 'outputs' | 'commands'; count: number }
  | { kind: 'left_out' | 'in_session'; names: string[] };
