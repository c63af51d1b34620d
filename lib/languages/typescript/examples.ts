import type { LanguageExamples } from '../language-examples';

export const TYPESCRIPT_EXAMPLES: LanguageExamples = {
  'first-types': {
    title: 'Types at first sight',
    description: 'Notes on what each value is: checked while you type, gone at run time.',
    topic: 'Types',
    level: 'beginner',
    zh: {
      title: '初识类型',
      description: '注明每个值是什么：输入时检查，运行时消失。',
    },
  },
  'roman-numerals': {
    title: 'Roman numerals',
    description: 'Writes numbers with Roman letters, and reads them again.',
    topic: 'Text',
    level: 'beginner',
    zh: {
      title: '罗马数字',
      description: '用罗马字母书写数字，再读回来。',
    },
  },
  nim: {
    title: 'Nim',
    description: 'Take the last stick to win, against a computer that knows a secret.',
    topic: 'Games',
    level: 'beginner',
    asksForInput: true,
    zh: {
      title: '尼姆游戏',
      description: '拿走最后一根就赢，对手是知道秘诀的电脑。',
    },
  },
  calendar: {
    title: 'A page of the calendar',
    description: 'Prints months as on the wall, and counts the days to a birthday.',
    topic: 'Dates',
    level: 'beginner',
    zh: {
      title: '一页日历',
      description: '像挂历那样打印月份，并数出离生日还有几天。',
    },
  },
  interfaces: {
    title: 'Structural typing',
    description: 'What has the right shape fits: a duck and a submarine swim a race.',
    topic: 'Types',
    level: 'beginner',
    zh: {
      title: '结构化类型',
      description: '形状对了就合适：鸭子和潜水艇比赛游泳。',
    },
  },
  shapes: {
    title: 'Discriminated unions',
    description: 'A value of several kinds, and a compiler that lets you forget none.',
    topic: 'Types',
    level: 'beginner',
    zh: {
      title: '可辨识联合',
      description: '一个值有好几种形式，编译器不让你漏掉任何一种。',
    },
  },
  'task-order': {
    title: 'What comes first',
    description: 'Puts tasks that need each other in order: a topological sort.',
    topic: 'Algorithms',
    level: 'beginner',
    zh: {
      title: '先做什么',
      description: '给互相依赖的任务排序：拓扑排序。',
    },
  },
  narrowing: {
    title: 'Narrowing the unknown',
    description: 'Asks what a value is until it is known, and checks JSON by a type guard.',
    topic: 'Types',
    level: 'intermediate',
    zh: {
      title: '收窄未知类型',
      description: '一步步问清一个值是什么，并用类型守卫检查 JSON。',
    },
  },
  enums: {
    title: 'Enums and namespaces',
    description: 'Playing cards and switches: the parts of TypeScript that make code.',
    topic: 'Types',
    level: 'intermediate',
    zh: {
      title: '枚举和命名空间',
      description: '扑克牌和开关：TypeScript 中会生成代码的部分。',
    },
  },
  generics: {
    title: 'Generics',
    description: 'A stack of anything, and functions that know what comes out of them.',
    topic: 'Types',
    level: 'intermediate',
    zh: {
      title: '泛型',
      description: '能装任何东西的栈，以及知道自己会返回什么的函数。',
    },
  },
  satisfies: {
    title: 'satisfies and as const',
    description: 'Values that are checked against a type and keep their own exact one.',
    topic: 'Types',
    level: 'intermediate',
    zh: {
      title: 'satisfies 和 as const',
      description: '按某个类型检查，同时保留自己精确类型的值。',
    },
  },
  results: {
    title: 'Errors as values',
    description: 'A function that may fail says so in its type, and nobody can forget it.',
    topic: 'Functions',
    level: 'intermediate',
    zh: {
      title: '把错误当作值',
      description: '可能失败的函数在类型里说明这一点，谁也不会忘记。',
    },
  },
  ferry: {
    title: 'Classes on a ferry',
    description: 'Abstract, private, override and Iterable: vehicles go on board.',
    topic: 'Classes',
    level: 'intermediate',
    zh: {
      title: '渡轮上的类',
      description: 'abstract、private、override 和 Iterable：车辆依次上船。',
    },
  },
  'group-by': {
    title: 'Tables of the catch',
    description: 'Groups and sums records, in columns that the compiler knows.',
    topic: 'Tables',
    level: 'intermediate',
    zh: {
      title: '渔获表格',
      description: '给记录分组并求和，每一列编译器都认识。',
    },
  },
  diary: {
    title: 'A diary in a file',
    description: 'Writes lines of JSON, and checks each one that it reads back.',
    topic: 'Files',
    level: 'intermediate',
    zh: {
      title: '文件里的日记',
      description: '写入一行行 JSON，读回时逐行检查。',
    },
  },
  'tree-walk': {
    title: 'Generators and trees',
    description: 'Walks a sorted tree value by value, with types for all that is yielded.',
    topic: 'Generators',
    level: 'intermediate',
    zh: {
      title: '生成器和树',
      description: '逐个值遍历一棵有序树，产生的每个值都有类型。',
    },
  },
  'limited-crew': {
    title: 'Async with a limit',
    description: 'Six boats and two places at the quay: never more than two at a time.',
    topic: 'Async',
    level: 'intermediate',
    zh: {
      title: '有上限的异步',
      description: '六条船、两个泊位：任何时候都不超过两条。',
    },
  },
  'langtons-ant': {
    title: 'Langton’s ant',
    description: 'Two simple rules draw a picture that nobody would expect.',
    topic: 'Simulation',
    level: 'intermediate',
    zh: {
      title: '兰顿蚂蚁',
      description: '两条简单的规则画出谁也想不到的图案。',
    },
  },
  'lynx-and-hare': {
    title: 'Lynx and hare',
    description: 'Hunters and hunted rise and fall in turn: a simulation as a chart.',
    topic: 'Plots',
    level: 'intermediate',
    zh: {
      title: '猞猁和野兔',
      description: '捕食者和猎物此消彼长：用图表展示的模拟。',
    },
  },
  calculator: {
    title: 'A calculator',
    description: 'Reads formulas into a tree, and computes and prints it by recursion.',
    topic: 'Recursion',
    level: 'advanced',
    zh: {
      title: '计算器',
      description: '把算式读成一棵树，再用递归计算和打印。',
    },
  },
  sudoku: {
    title: 'Sudoku',
    description: 'Solves a sudoku: try a digit, go on, and take it back.',
    topic: 'Recursion',
    level: 'advanced',
    zh: {
      title: '数独',
      description: '解一道数独：试一个数字，继续，再收回。',
    },
  },
  'mapped-types': {
    title: 'Mapped types',
    description: 'New types from old ones: listeners named after the fields of a lamp.',
    topic: 'Types',
    level: 'advanced',
    zh: {
      title: '映射类型',
      description: '由旧类型得到新类型：以台灯的字段命名的监听器。',
    },
  },
  'typed-routes': {
    title: 'Addresses that are checked',
    description: 'Template literal types read /boats/:id and know its parameters.',
    topic: 'Types',
    level: 'advanced',
    zh: {
      title: '受检查的地址',
      description: '模板字面量类型读懂 /boats/:id 并知道它的参数。',
    },
  },
};
