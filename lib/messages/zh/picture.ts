import type { Messages } from '../messages';

export const picture: Messages['picture'] = {
  output: '输出',
  guess: '它会输出什么？',
  chart: '[图表]',
  html: '[HTML]',
  printed: '输出：{output}',
  alt: '“{title}”的前几行，一个 {language} 程序。',
  altWithOutput: '“{title}”的前几行和输出，一个 {language} 程序。',
  startAlt: 'Runbay：编辑器里的一个 Python 程序，旁边是它的输出。',
};
