import type { Explanation } from './explanation';
import type { Program } from './program';

/** Undefined where the rule has nothing to say after all. */
export type Explain = (groups: string[], program: Program) => Explanation | undefined;

/** For errors of these names (separated by `|`) whose message fits: the groups of the match go to the function. */
export type Rule = readonly [names: string, message: RegExp, explain: Explain];

/** What the first rule that fits and has something to say makes of the error. */
export function applyRules(rules: readonly Rule[], program: Program): Explanation | undefined {
  const { name, value } = program.error;
  for (const [names, message, explain] of rules) {
    if (!names.split('|').includes(name)) continue;
    const match = message.exec(value);
    const found =
      match &&
      explain(
        match.slice(1).map((group) => group ?? ''),
        program,
      );
    if (found) return found;
  }
  return undefined;
}
