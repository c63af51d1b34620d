import type { Messages } from '../messages';

export const results: Messages['results'] = {
  unnamedImage: '程序生成的图像',
  imageAsText: '[图像：{name}]',
};
