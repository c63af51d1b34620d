import type { Messages } from '../messages';

export const print: Messages['print'] = {
  button: '打印…',
  title: '打印讲义',
  close: '关闭',
  lineNumbers: '行号',
  outputs: '程序的输出',
  link: '链接和二维码',
  traceRows: '空白跟踪表',
  noRows: '无',
  rows: '每个程序下 {count} 行',
  hint: '隐藏用例、保留的答案和备注不会出现在讲义上。浏览器会询问打印机、纸张和页边距，也可以生成 PDF。',
  start: '打印',
  qr: '链接的二维码',
  trace: '跟踪表',
  line: '行',
  output: '输出',
};
