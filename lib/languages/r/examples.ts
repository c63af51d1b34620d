import type { LanguageExamples } from '../language-examples';

export const R_EXAMPLES: LanguageExamples = {
  rainfall: {
    title: 'A year of rain',
    description: 'A data frame, its seasons, and a bar chart of its months.',
    topic: 'Tables',
    level: 'beginner',
    zh: { title: '一年的雨', description: '一个数据框、它的四季，以及各个月份的条形图。' },
    expects: {
      prints: 'In all: 762 mm\nWettest: Jul \nsummer   78.0 mm a month\n',
      shows: 'table',
    },
  },
  'word-lengths': {
    title: 'Words of a poem',
    description: 'Splits a text into words, counts them, and tells how long they are.',
    topic: 'Text',
    level: 'beginner',
    zh: { title: '诗中的单词', description: '把一段文字拆成单词，数一数，看看它们有多长。' },
    expects: { prints: 'Different ones: 23 \nLongest: tonight straits england \n' },
  },
  shopping: {
    title: 'At the till',
    description: 'Asks what is bought, and adds up the prices.',
    topic: 'Input',
    level: 'beginner',
    asksForInput: true,
    zh: { title: '收银台', description: '问问买了什么，再把价格加起来。' },
    expects: {
      prints: /That is no number\..*tea {11}2\.50\nTogether {6}6\.00\nDearest: bread \n$/s,
      stdin: 'bread\n3.5\ncake\nmuch\ntea\n2.5\n\n',
    },
  },
  regression: {
    title: 'A straight line through points',
    description: 'A linear model: how much faster is a longer boat?',
    topic: 'Plots',
    level: 'intermediate',
    zh: { title: '穿过各点的直线', description: '一个线性模型：船长一些，会快多少？' },
    expects: {
      prints: /^One metre more: 0\.42 knots faster\.\n.*18 m long: about 11\.0 knots/s,
      shows: 'png',
    },
  },
};
