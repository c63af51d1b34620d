/**
 * The examples in Chinese, by their ids. Their English stands in lib/examples/catalogue.ts. Both come
 * with the gallery, not with the page.
 */
export const exampleWords: Record<string, { title: string; description: string }> = {
  'python/prime-sieve': {
    title: '素数筛法',
    description: '像埃拉托斯特尼那样逐个划掉，找出 100 以内的所有素数。',
  },
  'python/word-count': {
    title: '单词计数',
    description: '统计一段文字中的单词，并把最常见的画成条形。',
  },
  'python/guess-my-number': {
    title: '猜我的数字',
    description: '心里想一个数：程序最多问七个问题就能找到它。',
  },
  'python/caesar-cipher': {
    title: '凯撒密码',
    description: '写一条密信，再把它读出来，最后破解密码。',
  },
  'python/dates': {
    title: '日期和星期',
    description: '两个日期之间的天数、闰年、十三号星期五，以及两个时钟。',
  },
  'python/csv-files': {
    title: '文件和 CSV',
    description: '把表格写入文件，再读回来并求和。',
  },
  'python/hanoi': {
    title: '汉诺塔',
    description: '一个圆盘一个圆盘地移动整座塔：递归的经典例子。',
  },
  'python/mandelbrot': {
    title: '曼德博集合',
    description: '用复数和字符画出著名的分形。',
  },
  'python/monte-carlo-pi': {
    title: '用随机飞镖求圆周率',
    description: '向正方形投出一百万支飞镖，看看圆周率是多少。',
  },
  'python/game-of-life': {
    title: '生命游戏',
    description: '一架滑翔机走过棋盘，像电影一样逐帧重画。',
  },
  'python/vectors': {
    title: '向量类',
    description: '一个支持 + 和 * 且永不改变的数据类。',
  },
  'python/generators': {
    title: '生成器',
    description: '无穷序列，一次产生一个值，像管道一样连接起来。',
  },
  'python/asyncio-kitchen': {
    title: 'asyncio 厨房',
    description: '一位厨师同时准备三道菜。',
  },
  'python/sqlite': {
    title: 'SQLite 数据库',
    description: '把书存进一张表，再用 SQL 提问。',
  },
  'python/shortest-path': {
    title: '最短路径',
    description: '用 Dijkstra 算法找出网络中最短的路。',
  },
  'python/queens': {
    title: '八皇后',
    description: '不断尝试和回退，把八个皇后摆上棋盘。',
  },
  'python/plot-waves': {
    title: '绘制波形',
    description: '用 Matplotlib 画出两列波和它们的和。',
  },
  'python/histogram': {
    title: '骰子直方图',
    description: '把两个骰子掷一万次，再与理论比较。',
  },
  'python/pandas-table': {
    title: '用 pandas 处理表格',
    description: '按城市给气温分组，并制作数据透视表。',
  },
  'javascript/prime-factors': {
    title: '质因数',
    description: '把数分解成质数，并求出公约数。',
  },
  'javascript/anagrams': {
    title: '变位词',
    description: '用 Map 和 Set 找出由相同字母组成的单词。',
  },
  'javascript/treasure-hunt': {
    title: '寻宝',
    description: '一个小小的冒险游戏：四处走走，找到金子。',
  },
  'javascript/tables': {
    title: '销售表格',
    description: '给记录分组、求和、排序，再用 console.table 打印出来。',
  },
  'javascript/dates': {
    title: '世界各地的日期',
    description: 'Intl 用其他语言书写的日期、价格和列表。',
  },
  'javascript/files': {
    title: '文件和 JSON',
    description: '把任务清单存在文件里：写入、读取、修改。',
  },
  'javascript/closures': {
    title: '闭包',
    description: '会记忆的函数：计数器、缓存的结果和一条流水线。',
  },
  'javascript/bank-account': {
    title: '带私有字段的类',
    description: '一个余额无法从外部修改的银行账户。',
  },
  'javascript/tagged-templates': {
    title: '标签模板',
    description: '能转义 HTML 或去掉缩进的模板文本。',
  },
  'javascript/plot': {
    title: '在控制台绘图',
    description: '用文本画曲线，每个字符里有八个点。',
  },
  'javascript/random-walk': {
    title: '随机漫步',
    description: '两千名水手跌跌撞撞地走：最后会到哪里？',
  },
  'javascript/permutations': {
    title: '排列',
    description: '用递归列出所有顺序，再解一道数字谜题，画一棵树。',
  },
  'javascript/generators': {
    title: '生成器',
    description: '会暂停的函数、无穷序列，以及可用于 for...of 的对象。',
  },
  'javascript/async-kitchen': {
    title: 'Promise 厨房',
    description: '三道菜同时进行、一场比赛，还有一个失败的舒芙蕾。',
  },
  'javascript/async-iterators': {
    title: '异步迭代器',
    description: '测量值一到达就逐个取用。',
  },
  'javascript/streams': {
    title: '流',
    description: '让 50,000 行文本经过压缩写入文件，再读回来。',
  },
  'javascript/workers': {
    title: '工作线程',
    description: '四个线程同时数素数。',
  },
  'javascript/maze': {
    title: '走出迷宫',
    description: '用广度优先搜索找出最短的路并画出来。',
  },
  'typescript/first-types': {
    title: '初识类型',
    description: '注明每个值是什么：输入时检查，运行时消失。',
  },
  'typescript/roman-numerals': {
    title: '罗马数字',
    description: '用罗马字母书写数字，再读回来。',
  },
  'typescript/nim': {
    title: '尼姆游戏',
    description: '拿走最后一根就赢，对手是知道秘诀的电脑。',
  },
  'typescript/calendar': {
    title: '一页日历',
    description: '像挂历那样打印月份，并数出离生日还有几天。',
  },
  'typescript/interfaces': {
    title: '结构化类型',
    description: '形状对了就合适：鸭子和潜水艇比赛游泳。',
  },
  'typescript/shapes': {
    title: '可辨识联合',
    description: '一个值有好几种形式，编译器不让你漏掉任何一种。',
  },
  'typescript/task-order': {
    title: '先做什么',
    description: '给互相依赖的任务排序：拓扑排序。',
  },
  'typescript/narrowing': {
    title: '收窄未知类型',
    description: '一步步问清一个值是什么，并用类型守卫检查 JSON。',
  },
  'typescript/enums': {
    title: '枚举和命名空间',
    description: '扑克牌和开关：TypeScript 中会生成代码的部分。',
  },
  'typescript/generics': {
    title: '泛型',
    description: '能装任何东西的栈，以及知道自己会返回什么的函数。',
  },
  'typescript/satisfies': {
    title: 'satisfies 和 as const',
    description: '按某个类型检查，同时保留自己精确类型的值。',
  },
  'typescript/results': {
    title: '把错误当作值',
    description: '可能失败的函数在类型里说明这一点，谁也不会忘记。',
  },
  'typescript/ferry': {
    title: '渡轮上的类',
    description: 'abstract、private、override 和 Iterable：车辆依次上船。',
  },
  'typescript/group-by': {
    title: '渔获表格',
    description: '给记录分组并求和，每一列编译器都认识。',
  },
  'typescript/diary': {
    title: '文件里的日记',
    description: '写入一行行 JSON，读回时逐行检查。',
  },
  'typescript/tree-walk': {
    title: '生成器和树',
    description: '逐个值遍历一棵有序树，产生的每个值都有类型。',
  },
  'typescript/limited-crew': {
    title: '有上限的异步',
    description: '六条船、两个泊位：任何时候都不超过两条。',
  },
  'typescript/langtons-ant': {
    title: '兰顿蚂蚁',
    description: '两条简单的规则画出谁也想不到的图案。',
  },
  'typescript/lynx-and-hare': {
    title: '猞猁和野兔',
    description: '捕食者和猎物此消彼长：用图表展示的模拟。',
  },
  'typescript/calculator': {
    title: '计算器',
    description: '把算式读成一棵树，再用递归计算和打印。',
  },
  'typescript/sudoku': {
    title: '数独',
    description: '解一道数独：试一个数字，继续，再收回。',
  },
  'typescript/mapped-types': {
    title: '映射类型',
    description: '由旧类型得到新类型：以台灯的字段命名的监听器。',
  },
  'typescript/typed-routes': {
    title: '受检查的地址',
    description: '模板字面量类型读懂 /boats/:id 并知道它的参数。',
  },
};

/** By their English names. */
export const topicWords: Record<string, string> = {
  Input: '输入',
  Algorithms: '算法',
  Async: '异步',
  Classes: '类',
  Dates: '日期',
  Drawing: '绘图',
  Files: '文件',
  Functions: '函数',
  Games: '游戏',
  Generators: '生成器',
  Plots: '图表',
  Recursion: '递归',
  Simulation: '模拟',
  Tables: '表格',
  Text: '文本',
  Types: '类型',
};

export const levelWords = { beginner: '初级', intermediate: '中级', advanced: '高级' };
