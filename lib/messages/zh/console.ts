import type { Messages } from '../messages';

export const console: Messages['console'] = {
  opensAddress: '在新标签页中打开 {host}：\n{address}',
  goesToLine: '转到 {file} 第 {line} 行',
};
