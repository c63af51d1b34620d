import type { Messages } from '../messages';

export const editor: Messages['editor'] = {
  refused: '未运行。第 {line} 行：{error}。',
};
