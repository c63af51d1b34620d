import { expect, test } from 'vitest';
import { allowedLink } from './link';

const CLOUD = 'https://wuyingai.cn-shanghai.aliyuncs.com';

test.each([
  ['https://wuyingai.cn-shanghai.aliyuncs.com/x/', CLOUD, `${CLOUD}/x`],
  ['https://mcp-1.cn-hangzhou.aliyuncs.com', CLOUD, 'https://mcp-1.cn-hangzhou.aliyuncs.com'],
  ['https://back.example:8443/a', 'https://back.example:8443', 'https://back.example:8443/a'],
  ['http://127.0.0.1:9/a', 'http://127.0.0.1:9', 'http://127.0.0.1:9/a'],
])('%s may be called by the client of %s', (link, endpoint, url) => {
  expect(allowedLink(link, endpoint)).toBe(url);
});

test.each([
  ['http://mcp-1.cn-hangzhou.aliyuncs.com', CLOUD],
  ['https://mcp-1.cn-hangzhou.aliyuncs.com:8443', CLOUD],
  ['https://aliyuncs.com.evil.example', CLOUD],
  ['https://evilaliyuncs.com', CLOUD],
  ['https://169.254.169.254/latest', CLOUD],
  ['https://127.0.0.1', CLOUD],
  ['https://localhost', CLOUD],
  ['https://user:x@mcp-1.aliyuncs.com', CLOUD],
  ['https://mcp-1.aliyuncs.com/?x=', CLOUD],
  ['https://mcp-1.aliyuncs.com/#', 'https://back.example'],
  ['https://back.example:9', 'https://back.example:8443'],
  ['http://127.0.0.1:10', 'http://127.0.0.1:9'],
  ['file:///etc/passwd', CLOUD],
  ['//mcp-1.aliyuncs.com', CLOUD],
  ['', CLOUD],
])('%s may not be called by the client of %s', (link, endpoint) => {
  expect(allowedLink(link, endpoint)).toBeUndefined();
});
