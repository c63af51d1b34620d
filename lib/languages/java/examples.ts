import type { LanguageExamples } from '../language-examples';

export const JAVA_EXAMPLES: LanguageExamples = {
  primes: {
    title: 'Primes up to 100',
    description: 'Statements alone, as at the prompt: an array and two loops.',
    topic: 'Algorithms',
    level: 'beginner',
    zh: { title: '100 以内的素数', description: '只有语句，就像在提示符下：一个数组和两个循环。' },
  },
  harbour: {
    title: 'Boats in a harbour',
    description: 'A whole program with main: an interface, records and a class.',
    topic: 'Classes',
    level: 'intermediate',
    zh: { title: '港口里的船', description: '一个带 main 的完整程序：接口、记录和类。' },
  },
  words: {
    title: 'Commonest words',
    description: 'Streams count the words of a text block and sort them.',
    topic: 'Text',
    level: 'intermediate',
    zh: { title: '最常见的单词', description: '用流统计文本块中的单词，并给它们排序。' },
  },
  guess: {
    title: 'Guess the number',
    description: 'Reads guesses with a Scanner, and says higher or lower.',
    topic: 'Games',
    level: 'beginner',
    asksForInput: true,
    zh: { title: '猜数字', description: '用 Scanner 读取猜测，并说大了还是小了。' },
  },
  picture: {
    title: 'A picture, point by point',
    description: 'Computes a Julia set into an image, and shows it.',
    topic: 'Drawing',
    level: 'intermediate',
    zh: { title: '逐点绘制的图画', description: '把朱利亚集计算成一幅图像并显示出来。' },
  },
};
