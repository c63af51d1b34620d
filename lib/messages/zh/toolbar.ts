import type { Messages } from '../messages';

export const toolbar: Messages['toolbar'] = {
  language: '编程语言',
  examples: '示例',
  commands: '命令',
  commandsHint: '命令：本页能做的一切',
  run: '运行',
  stop: '停止',
  timeLimit: '时间限制',
  stopsAfter: { other: '{count} 秒后停止' },
  seconds: '{count} 秒',
  programs: '我的程序',
  share: '分享',
};
