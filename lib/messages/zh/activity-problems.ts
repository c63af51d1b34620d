import type { Messages } from '../messages';

export const activityProblems: Messages['activityProblems'] = {
  noArrow: '应写成“调用 => 值”，例如 double(3) => 6；这里是“{came}”。',
  noCall: '“=>”前面应有一个调用；“{came}”里没有。',
  noValue: '“=>”后面应有一个值，文本要加引号；这里是“{came}”。',
  notClosed: '括号和引号应当闭合；“{came}”里没有全部闭合。',
  noOutput: '“input:”下面应有“output:”；“{came}”没有。',
  outsideCase: '应为“input:”“output:”或“label:”；这里是“{came}”。',
  badCompare: 'compare= 应为 exact、trimmed、number、unordered 或 pattern；这里是“{came}”。',
  badTolerance: 'tolerance= 应为一个数，例如 0.001；这里是“{came}”。',
  badPattern: '应为正则表达式；“{came}”不是。',
  tooMany: '最多 50 个用例；这里有 {came} 个，多出的会被忽略。',
  noCases: '应有用例，例如 double(3) => 6；这里没有。',
  noLanguage: '应为可以运行的语言，例如 ```python exercise=name；这里是“{came}”。',
  nothingToCheck: '练习“{came}”没有检查也没有用例，因此没有人能通过。',
  noOptions: '至少应有两个选项，例如 - [ ] 文本；这里有 {came} 个。',
  noRight: '没有标出正确的选项：请在它前面写 - [x]。',
  noGaps: '没有空缺：请在需要的地方写 {{answer}}。',
  fewLines: '至少应有两行不同的代码；这里有 {came} 行。',
  unknownOption: '应为选项，- [ ] 或 - [x]；这里是“{came}”。',
};
