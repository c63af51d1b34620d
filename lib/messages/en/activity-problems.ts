/** What is wrong with how an activity is written, for its author. `{came}` is what stands there. */
export const activityProblems = {
  noArrow: 'Expected “call => value”, as in double(3) => 6; there is “{came}”.',
  noCall: 'Expected a call in front of “=>”; there is none in “{came}”.',
  noValue: 'Expected a value behind “=>”, a text in quotes; there is “{came}”.',
  notClosed: 'Expected closing brackets and quotes; there are not all of them in “{came}”.',
  noOutput: 'Expected “output:” below “input:”; there is none for “{came}”.',
  outsideCase: 'Expected “input:”, “output:” or “label:”; there is “{came}”.',
  badCompare: 'Expected compare=exact, trimmed, number, unordered or pattern; there is “{came}”.',
  badTolerance: 'Expected tolerance= and a number such as 0.001; there is “{came}”.',
  badPattern: 'Expected a regular expression; “{came}” is none.',
  tooMany: 'Expected at most 50 cases; there are {came}. The rest is left out.',
  noCases: 'Expected cases such as double(3) => 6; there are none.',
  noLanguage:
    'Expected a language that can be run, as in ```python exercise=name; there is “{came}”.',
  nothingToCheck: 'Exercise “{came}” has no check and no case, so nobody can pass it.',
  noOptions: 'Expected two options or more, lines such as - [ ] text; there are {came}.',
  noRight: 'No option is marked as right: write - [x] in front of it.',
  noGaps: 'There is no gap: write {{answer}} where one is to be.',
  fewLines: 'Expected two different lines or more; there are {came}.',
  unknownOption: 'Expected an option, - [ ] or - [x]; there is “{came}”.',
};
