import type { Messages } from '../messages';

export const lan: Messages['lan'] = {
  tab: '课堂入口',
  title: '请在您的设备上打开',
  code: '{address} 的二维码',
  how: '扫描二维码，或在浏览器中输入网址。无需安装任何东西，也不需要账号。',
  toPlayground: '打开编程环境',
  notFound: '有设备打不开？',
  sameNetwork:
    '设备必须与这台电脑在同一个网络中。访客网络常常让设备之间互不可见：这时可以用手机开热点，不需要联网。',
  firewall:
    '这台电脑的防火墙必须放行 TCP 端口 {port}。Ubuntu 上：{command}。在 Windows 和 macOS 上，Runbay 启动时系统会询问。',
  others: '这台电脑还有其他地址。如果第一个打不开，可以试试：',
  noNetwork: '这台电脑没有连接网络，其他人无法访问。请连接到课堂所用的网络，然后重新加载本页。',
};
