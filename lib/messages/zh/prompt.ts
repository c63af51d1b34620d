import type { Plural } from '../messages';

export const prompt = {
  contextLost: '之前的变量已不存在：提示符已重新开始。',
  preparedLines: { other: '已把准备好的 {count} 行输入交给程序。' } as Plural,
  preparedUsedUp: { other: '程序要的输入比准备好的 {count} 行更多。' } as Plural,
};
