import type { Plural } from '../messages';

export const prompt = {
  label: '提示符，{language}',
  begin: '试一行 {language}',
  goOn: '用程序的变量继续',
  send: '运行这一行',
  sendHint: '运行这里的内容（Enter）',
  complete: '补全',
  completeHint: '补全单词（Tab）',
  hint: '按 Enter 运行，按 Shift 加 Enter 换行，按上箭头找回运行过的内容。按 Tab 补全单词；当行为空或按过 Escape 之后，Tab 移到下一个控件。',
  completions: '补全项',
  found: { other: '{count} 个补全项，用箭头键和 Enter 选择。' } as Plural,
  nothing: '这里没有可补全的内容。',
  kinds: {
    variable: '变量',
    function: '函数',
    class: '类',
    module: '模块',
    property: '属性',
    keyword: '关键字',
  },
  actions: {
    goTo: '转到提示符',
    goToKeywords: 'repl, 继续, 变量, 交互, 命令行',
  },
  spoken: {
    printedNothing: '完成，没有输出。',
    cut: '{text} …… 还有更多。',
  },
  contextLost: '之前的变量已不存在：提示符已重新开始。',
  preparedLines: { other: '已把准备好的 {count} 行输入交给程序。' } as Plural,
  preparedUsedUp: { other: '程序要的输入比准备好的 {count} 行更多。' } as Plural,
};
