import type { Messages } from '../messages';

export const server: Messages['server'] = {
  problems: {
    bad_request: { title: '请求无效' },
    unknown_language: { title: '不支持这种编程语言' },
    forbidden: { title: '此处不允许这样做', detail: '服务器不接受来自其他网站的请求。' },
    not_found: { title: '未找到' },
    method_not_allowed: { title: '不允许使用此方法' },
    conflict: { title: '会话忙碌', detail: '此会话中还有一个程序正在运行。' },
    input_closed: { title: '程序不再接受输入', detail: '程序已经结束，或者它的输入已经关闭。' },
    too_large: { title: '内容过大' },
    unsupported_media_type: { title: '内容类型不正确' },
    busy: { title: '请求过多', detail: '服务器暂时没有空位，或者你在短时间内运行了太多次。' },
    internal: { title: '服务器出错了', detail: '服务器内部发生了错误。' },
    engine_failed: { title: '运行引擎出错' },
    engine_unavailable: { title: '目前没有可用的运行引擎', detail: '服务器暂时无法为你运行程序。' },
  },
  ends: {
    timed_out: '运行 {limit} 秒后停止',
    waitedTooLong: '已停止：等待输入的时间过长',
    stopped: '已由你停止',
    memory_exceeded: '已停止：程序需要的内存超过了 {memory}',
    output_exceeded: '已停止：程序的输出超过了一次运行允许的 {output}',
    process_limit: '程序使用的进程和线程超过了 {processes} 个',
    signalled: '程序被信号 {signal} 终止',
    because: '{end}：{meaning}',
    atLine: '{end}（第 {line} 行）',
    lineRan: '{end}：当时正在运行第 {line} 行',
    sandboxLost: '{end}。沙箱已被替换，其中的文件已丢失',
    waited: '{end}：当时程序正在等待输入',
  },
  signals: {
    SIGSEGV: '访问了不属于它的内存，或者递归过深导致栈溢出',
    SIGABRT: '因内部错误而自行终止',
    SIGBUS: '访问了不存在的内存',
    SIGFPE: '发生了算术错误',
    SIGILL: '遇到了不存在的指令',
    SIGKILL: '被强制终止',
    SIGTERM: '被要求结束',
    SIGXFSZ: '写入的文件超过了允许的大小',
  },
  /** What stands below an exception. */
  hints: {
    fullDisk: '工作区最多可存放 {workspace}，/tmp 最多可存放 {tmp}。',
    largeFile: '单个文件最多可以有 {file}。',
  },
};
