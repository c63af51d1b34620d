import type { Messages } from '../messages';

export const errors: Messages['errors'] = {
  notFound: {
    tab: '找不到页面',
    title: '这里没有页面',
    text: '地址可能输错了，或者它指向的内容已不存在。',
    toPlayground: '打开游乐场',
  },
  page: {
    title: '页面停止工作了',
    text: '您的程序已保存在此浏览器中。请重试；如果一直出现此问题，请重新加载页面。',
    tryAgain: '重试',
  },
  reference: '编号 {id}',
};
