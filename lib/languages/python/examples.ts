import type { LanguageExamples } from '../language-examples';

export const PYTHON_EXAMPLES: LanguageExamples = {
  'prime-sieve': {
    title: 'Prime sieve',
    description: 'Finds all primes up to 100 as Eratosthenes did, by crossing out.',
    topic: 'Algorithms',
    level: 'beginner',
    zh: {
      title: '素数筛法',
      description: '像埃拉托斯特尼那样逐个划掉，找出 100 以内的所有素数。',
    },
  },
  'word-count': {
    title: 'Word count',
    description: 'Counts the words of a text and draws the most common ones as bars.',
    topic: 'Text',
    level: 'beginner',
    zh: {
      title: '单词计数',
      description: '统计一段文字中的单词，并把最常见的画成条形。',
    },
  },
  'guess-my-number': {
    title: 'Guess my number',
    description: 'Think of a number: the program finds it with seven questions at most.',
    topic: 'Games',
    level: 'beginner',
    asksForInput: true,
    zh: {
      title: '猜我的数字',
      description: '心里想一个数：程序最多问七个问题就能找到它。',
    },
  },
  'caesar-cipher': {
    title: 'Caesar cipher',
    description: 'Writes a secret message, reads it again, and breaks the code.',
    topic: 'Text',
    level: 'beginner',
    zh: {
      title: '凯撒密码',
      description: '写一条密信，再把它读出来，最后破解密码。',
    },
  },
  dates: {
    title: 'Dates and weekdays',
    description: 'Days between two dates, leap years, Fridays the 13th, and two clocks.',
    topic: 'Dates',
    level: 'beginner',
    zh: {
      title: '日期和星期',
      description: '两个日期之间的天数、闰年、十三号星期五，以及两个时钟。',
    },
  },
  'csv-files': {
    title: 'Files and CSV',
    description: 'Writes a table to a file, reads it back, and sums it up.',
    topic: 'Files',
    level: 'beginner',
    zh: {
      title: '文件和 CSV',
      description: '把表格写入文件，再读回来并求和。',
    },
  },
  hanoi: {
    title: 'Towers of Hanoi',
    description: 'Moves a tower disc by disc: the classic of recursion.',
    topic: 'Recursion',
    level: 'beginner',
    zh: {
      title: '汉诺塔',
      description: '一个圆盘一个圆盘地移动整座塔：递归的经典例子。',
    },
  },
  mandelbrot: {
    title: 'Mandelbrot set',
    description: 'Draws the famous fractal with letters, using complex numbers.',
    topic: 'Drawing',
    level: 'intermediate',
    zh: {
      title: '曼德博集合',
      description: '用复数和字符画出著名的分形。',
    },
  },
  'monte-carlo-pi': {
    title: 'Pi from random darts',
    description: 'Throws a million darts at a square to find out what pi is.',
    topic: 'Simulation',
    level: 'beginner',
    zh: {
      title: '用随机飞镖求圆周率',
      description: '向正方形投出一百万支飞镖，看看圆周率是多少。',
    },
  },
  'game-of-life': {
    title: 'Game of Life',
    description: 'A glider walks across the board, drawn over itself like a film.',
    topic: 'Simulation',
    level: 'intermediate',
    zh: {
      title: '生命游戏',
      description: '一架滑翔机走过棋盘，像电影一样逐帧重画。',
    },
  },
  vectors: {
    title: 'A class for vectors',
    description: 'A dataclass that works with + and *, and never changes.',
    topic: 'Classes',
    level: 'intermediate',
    zh: {
      title: '向量类',
      description: '一个支持 + 和 * 且永不改变的数据类。',
    },
  },
  generators: {
    title: 'Generators',
    description: 'Endless sequences, made one value at a time and put together like pipes.',
    topic: 'Generators',
    level: 'intermediate',
    zh: {
      title: '生成器',
      description: '无穷序列，一次产生一个值，像管道一样连接起来。',
    },
  },
  'asyncio-kitchen': {
    title: 'A kitchen with asyncio',
    description: 'One cook prepares three dishes at the same time.',
    topic: 'Async',
    level: 'intermediate',
    zh: {
      title: 'asyncio 厨房',
      description: '一位厨师同时准备三道菜。',
    },
  },
  sqlite: {
    title: 'A database with SQLite',
    description: 'Puts books into a table and asks questions in SQL.',
    topic: 'Tables',
    level: 'intermediate',
    zh: {
      title: 'SQLite 数据库',
      description: '把书存进一张表，再用 SQL 提问。',
    },
  },
  'shortest-path': {
    title: 'Shortest path',
    description: 'Finds the shortest way through a network with Dijkstra’s algorithm.',
    topic: 'Algorithms',
    level: 'advanced',
    zh: {
      title: '最短路径',
      description: '用 Dijkstra 算法找出网络中最短的路。',
    },
  },
  queens: {
    title: 'Eight queens',
    description: 'Places eight queens on a chess board by trying and taking back.',
    topic: 'Recursion',
    level: 'advanced',
    zh: {
      title: '八皇后',
      description: '不断尝试和回退，把八个皇后摆上棋盘。',
    },
  },
  'plot-waves': {
    title: 'Plot of waves',
    description: 'Draws two waves and their sum with Matplotlib.',
    topic: 'Plots',
    level: 'beginner',
    needs: ['numpy', 'matplotlib'],
    zh: {
      title: '绘制波形',
      description: '用 Matplotlib 画出两列波和它们的和。',
    },
  },
  histogram: {
    title: 'Histogram of dice',
    description: 'Throws two dice ten thousand times and compares with the theory.',
    topic: 'Plots',
    level: 'intermediate',
    needs: ['numpy', 'matplotlib'],
    zh: {
      title: '骰子直方图',
      description: '把两个骰子掷一万次，再与理论比较。',
    },
  },
  'pandas-table': {
    title: 'Tables with pandas',
    description: 'Groups temperatures by city and makes a pivot table.',
    topic: 'Tables',
    level: 'intermediate',
    needs: ['pandas'],
    zh: {
      title: '用 pandas 处理表格',
      description: '按城市给气温分组，并制作数据透视表。',
    },
  },
};
