import type { Messages } from '../messages';

export const editor: Messages['editor'] = {
  title: '编辑器',
  label: '代码编辑器，{name}。按 {keys} 后可用 Tab 键离开编辑器。',
  plainLabel: '代码编辑器，{name}，纯文本。先按 Escape，再按 Tab 即可离开编辑器。',
  notLoaded: '无法加载完整编辑器。',
  line: '第 {line} 行',
  lineSays: '{place}：{message}',
  actions: {
    everything: '本页能做的一切',
    goToLine: '转到行…',
    goToLineKeywords: '跳转, 行号, go to line, jump number',
    find: '在程序中查找',
    findKeywords: '搜索, find, search',
    undo: '撤销上一次更改',
    format: '格式化程序',
    formatKeywords: '整理, 缩进, format, prettier, ruff, black',
    nextProblem: '转到下一个问题',
    nextProblemKeywords: '错误, 警告, 下划线, error, warning',
    comment: '注释或取消注释',
    all: '编辑器的全部命令',
  },
  refused: '未运行。第 {line} 行：{error}。',
  notFormatted: '未格式化。{problem}',
  noFormatter: '无法加载格式化工具。',
  vim: {
    saved: '内容会自动保存在此浏览器中。',
    command: 'Vim 命令',
    search: 'Vim 搜索',
    notLoaded: '无法加载 Vim 按键。',
  },
};
