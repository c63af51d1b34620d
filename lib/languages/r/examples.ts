import type { LanguageExamples } from '../language-examples';

export const R_EXAMPLES: LanguageExamples = {
  rainfall: {
    title: 'A year of rain',
    description: 'A data frame, its seasons, and a bar chart of its months.',
    topic: 'Tables',
    level: 'beginner',
    zh: { title: '一年的雨', description: '一个数据框、它的四季，以及各个月份的条形图。' },
  },
  'word-lengths': {
    title: 'Words of a poem',
    description: 'Splits a text into words, counts them, and tells how long they are.',
    topic: 'Text',
    level: 'beginner',
    zh: { title: '诗中的单词', description: '把一段文字拆成单词，数一数，看看它们有多长。' },
  },
  shopping: {
    title: 'At the till',
    description: 'Asks what is bought, and adds up the prices.',
    topic: 'Input',
    level: 'beginner',
    asksForInput: true,
    zh: { title: '收银台', description: '问问买了什么，再把价格加起来。' },
  },
  regression: {
    title: 'A straight line through points',
    description: 'A linear model: how much faster is a longer boat?',
    topic: 'Plots',
    level: 'intermediate',
    zh: { title: '穿过各点的直线', description: '一个线性模型：船长一些，会快多少？' },
  },
};
