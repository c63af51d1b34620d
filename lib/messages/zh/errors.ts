import type { Messages } from '../messages';

export const errors: Messages['errors'] = {
  notFound: {
    tab: '找不到页面',
    title: '这里没有页面',
    text: '地址可能输错了，或者它指向的内容已不存在。',
    toPlayground: '打开编程环境',
  },
  page: {
    title: '页面停止工作了',
    text: '您的程序已保存在此浏览器中。请重试；如果一直出现此问题，请重新加载页面。',
    tryAgain: '重试',
  },
  problems: {
    offline: {
      title: '无法连接服务器',
      detail: '请求没有送达服务器，或者服务器的回答没有传回来。',
    },
    connection_lost: {
      title: '程序运行时连接中断',
      detail: '没有人查看的程序会被服务器停止。在此之前的输出显示在上方。',
    },
    unreadable_answer: {
      title: '本页无法理解服务器的回答',
      detail: '本页的版本可能比服务器旧。',
    },
    http_error: {
      title: '服务器拒绝了请求',
      detail: '服务器返回了状态 {status}，没有说明原因。',
    },
  },
  advice: {
    offline: '请检查网络连接，然后重新运行。您的程序已保留。',
    connection_lost: '请检查网络连接，然后重新运行。',
    unreadable_answer: '请重新加载页面。您的程序已保留。',
    busy: '请稍等片刻，然后重新运行。',
    too_large: '请缩小程序，然后重新运行。',
    forbidden: '请重新加载页面，然后重新运行。您的程序已保留。',
    conflict: '请等待另一个程序结束，或者停止它。',
    engine_unavailable: '请稍后再试。您的程序已保留。',
    else: '请重新运行。如果一直出现此问题，请提供下面的编号。',
  },
  busyFor: { other: '请等待 {count} 秒，然后重新运行。' },
  sharing: {
    offline: '请检查网络连接，然后重试。您的程序已保留。',
    unreadable_answer: '请重新加载页面，然后重试。您的程序已保留。',
    busy: '请稍等片刻，然后重试。',
    unauthorized: '请打开分享时得到的秘密链接，然后重试。',
    forbidden: '请重新打开完整的秘密链接，或者重新加载此页面。',
    gone: '它无法恢复。请重新分享程序，它会得到一个新链接。',
    too_large: '请缩小内容，然后重试；其他文件和预设输入也计算在内。',
    engine_unavailable: '请稍后再试，或者不带输出分享。',
    store_full:
      '不在服务器上存储内容的链接仍然可用。服务器的管理者可以腾出空间，您删除自己以前的分享也能腾出空间。',
    store_unavailable: '没有任何内容丢失。请稍后再试。',
    else: '请重试。如果一直出现此问题，请提供编号 {id}。',
  },
  sharingBusyFor: { other: '请等待 {count} 秒，然后重试。' },
  inOneLine: '{title}。{detail}{advice}',
  typeAgain: '请重新输入这一行。',
  reference: '编号 {id}',
};
