import type { Expectations } from '../language-examples';

export const expectations: Expectations = {
  'first-types': { prints: 'BER - OSL - TUR\n780 km: Bergen - Stavanger - Oslo\n' },
  'roman-numerals': { prints: '1969 MCMLXIX\n2026 MMXXVI\nMCMXCIX is 1999\n' },
  nim: {
    prints:
      /\n13 left\..*That cannot be done\..*\n7 left\. .*you: 1\ncomputer: 2\n\n\| \| \| \| \n.*\n\nThe winner: computer\n$/s,
    stdin: 'seven\n1\n3\n1\n2\n',
  },
  calendar: {
    prints: /November 2026\n.*\n {19}1\n 2 .*\n30\n.*is in 17 days\.\n$/s,
  },
  interfaces: { prints: 'Nautilus dives 50 m.\nThe deepest: Moby\n' },
  shapes: { prints: 'rectangle  10.00\ntogether   22.14\n' },
  'task-order': { prints: '7. breakfast\nThese wait for each other: egg, hen\n' },
  narrowing: { prints: '2 of 3 are cities:\nTurku 206,000\nBergen 294,000\n' },
  enums: { prints: 'the best is ♥ Queen\nwrite: true\ndelete: false\n' },
  generics: { prints: "{ found: { name: 'Saturn', moons: 274 } }\n{}\n" },
  satisfies: { prints: 'sand: #edc9af\nmedium 3.50\ngigantic is not on the menu\n' },
  results: { prints: '84 / 2 = 42\n1 / 0 - division by zero\n7 / two - two is no' },
  ferry: { prints: 'lorry    LO 77   141\nbicycle  -       4\nIncome: 185\n' },
  'group-by': { prints: "{ fish: 'herring', rows: 2, kilos: 1300 }", shows: 'table' },
  diary: { prints: '- Tue More rain.\nline 3 is no entry\n+ Wed Sun!\n' },
  'tree-walk': { prints: '"the" comes twice\n7 → 22 → 11 → 34' },
  'limited-crew': {
    prints:
      /Berta is unloaded\n.*In the order of the list: 3 1 2 2 1 3\nAt the quay at once: 2\n$/s,
  },
  'langtons-ant': { prints: 'After 11,000 steps 834 cells are black.\n' },
  'lynx-and-hare': { prints: 'hares: 11 to 135\nlynxes: 7 to 52\n', shows: 'chart' },
  calculator: { prints: '((2 - 3) - 4) = -5\n2 * (3 + 4: no )\n' },
  sudoku: { prints: '3 4 5 | 2 8 6 | 1 7 9\n4208 digits were tried.\n' },
  'mapped-types': { prints: 'from red to BLUE\nbrighter by 60\n' },
  'typed-routes': { prints: '/crew/Ada/age/36 → Ada is 36 years old\n/x → nobody\n' },
};
