import type { LanguageExamples } from '../language-examples';

export const JAVASCRIPT_EXAMPLES: LanguageExamples = {
  'prime-factors': {
    title: 'Prime factors',
    description: 'Takes numbers apart into primes and finds common divisors.',
    topic: 'Algorithms',
    level: 'beginner',
    zh: {
      title: '质因数',
      description: '把数分解成质数，并求出公约数。',
    },
  },
  anagrams: {
    title: 'Anagrams',
    description: 'Finds words with the same letters, with a Map and a Set.',
    topic: 'Text',
    level: 'beginner',
    zh: {
      title: '变位词',
      description: '用 Map 和 Set 找出由相同字母组成的单词。',
    },
  },
  'treasure-hunt': {
    title: 'Treasure hunt',
    description: 'A small adventure game: walk around and find the gold.',
    topic: 'Games',
    level: 'beginner',
    asksForInput: true,
    zh: {
      title: '寻宝',
      description: '一个小小的冒险游戏：四处走走，找到金子。',
    },
  },
  tables: {
    title: 'Tables of sales',
    description: 'Groups, sums and sorts records, and prints them with console.table.',
    topic: 'Tables',
    level: 'beginner',
    zh: {
      title: '销售表格',
      description: '给记录分组、求和、排序，再用 console.table 打印出来。',
    },
  },
  dates: {
    title: 'Dates around the world',
    description: 'Dates, prices and lists as Intl writes them in other languages.',
    topic: 'Dates',
    level: 'beginner',
    zh: {
      title: '世界各地的日期',
      description: 'Intl 用其他语言书写的日期、价格和列表。',
    },
  },
  files: {
    title: 'Files and JSON',
    description: 'Keeps a list of tasks in a file: write it, read it, change it.',
    topic: 'Files',
    level: 'beginner',
    zh: {
      title: '文件和 JSON',
      description: '把任务清单存在文件里：写入、读取、修改。',
    },
  },
  closures: {
    title: 'Closures',
    description: 'Functions that remember: counters, stored results, and a pipeline.',
    topic: 'Functions',
    level: 'intermediate',
    zh: {
      title: '闭包',
      description: '会记忆的函数：计数器、缓存的结果和一条流水线。',
    },
  },
  'bank-account': {
    title: 'A class with private fields',
    description: 'A bank account whose balance cannot be changed from outside.',
    topic: 'Classes',
    level: 'intermediate',
    zh: {
      title: '带私有字段的类',
      description: '一个余额无法从外部修改的银行账户。',
    },
  },
  'tagged-templates': {
    title: 'Tagged templates',
    description: 'Template texts that escape HTML or remove indentation.',
    topic: 'Text',
    level: 'intermediate',
    zh: {
      title: '标签模板',
      description: '能转义 HTML 或去掉缩进的模板文本。',
    },
  },
  plot: {
    title: 'Plot in the console',
    description: 'Draws curves as text, with eight dots in each character.',
    topic: 'Plots',
    level: 'intermediate',
    zh: {
      title: '在控制台绘图',
      description: '用文本画曲线，每个字符里有八个点。',
    },
  },
  'random-walk': {
    title: 'Random walk',
    description: 'Two thousand sailors stumble about: where do they end?',
    topic: 'Simulation',
    level: 'intermediate',
    zh: {
      title: '随机漫步',
      description: '两千名水手跌跌撞撞地走：最后会到哪里？',
    },
  },
  permutations: {
    title: 'Permutations',
    description: 'All orders of a list by recursion, a number puzzle, and a tree.',
    topic: 'Recursion',
    level: 'intermediate',
    zh: {
      title: '排列',
      description: '用递归列出所有顺序，再解一道数字谜题，画一棵树。',
    },
  },
  generators: {
    title: 'Generators',
    description: 'Functions that pause, endless sequences, and objects for for...of.',
    topic: 'Generators',
    level: 'intermediate',
    zh: {
      title: '生成器',
      description: '会暂停的函数、无穷序列，以及可用于 for...of 的对象。',
    },
  },
  'async-kitchen': {
    title: 'A kitchen with promises',
    description: 'Three dishes at the same time, a race, and a failed soufflé.',
    topic: 'Async',
    level: 'intermediate',
    zh: {
      title: 'Promise 厨房',
      description: '三道菜同时进行、一场比赛，还有一个失败的舒芙蕾。',
    },
  },
  'async-iterators': {
    title: 'Async iterators',
    description: 'Measurements are taken up one by one as they arrive.',
    topic: 'Async',
    level: 'advanced',
    zh: {
      title: '异步迭代器',
      description: '测量值一到达就逐个取用。',
    },
  },
  streams: {
    title: 'Streams',
    description: 'Sends 50,000 lines through compression to a file and back.',
    topic: 'Files',
    level: 'advanced',
    zh: {
      title: '流',
      description: '让 50,000 行文本经过压缩写入文件，再读回来。',
    },
  },
  workers: {
    title: 'Worker threads',
    description: 'Four threads count primes at the same time.',
    topic: 'Async',
    level: 'advanced',
    zh: {
      title: '工作线程',
      description: '四个线程同时数素数。',
    },
  },
  maze: {
    title: 'Way out of a maze',
    description: 'Breadth-first search finds the shortest way and draws it.',
    topic: 'Algorithms',
    level: 'advanced',
    zh: {
      title: '走出迷宫',
      description: '用广度优先搜索找出最短的路并画出来。',
    },
  },
};
