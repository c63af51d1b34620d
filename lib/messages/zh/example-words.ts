/** What the gallery says of the examples in Chinese; their own words stand in the languages' folders. */
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
