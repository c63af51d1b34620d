import { expect, test } from 'vitest';
import { readEndpoint } from './endpoint';

test.each([
  ['wuyingai.cn-shanghai.aliyuncs.com', 'https://wuyingai.cn-shanghai.aliyuncs.com'],
  ['back.example:8443', 'https://back.example:8443'],
  ['https://back.example/', 'https://back.example'],
  ['10.0.0.5:3000', 'https://10.0.0.5:3000'],
  ['http://127.0.0.1:3000', 'http://127.0.0.1:3000'],
  ['http://localhost:3000', 'http://localhost:3000'],
  ['http://[::1]:3000', 'http://[::1]:3000'],
])('%s is %s', (text, origin) => {
  expect(readEndpoint(text)).toBe(origin);
});

test.each([
  'http://back.example',
  'http://127.0.0.1.back.example',
  'ftp://back.example',
  'https://user:password@back.example',
  'https://back.example/path',
  'back.example?x=1',
  'back.example#x',
  'a b',
  'https://',
])('%s is none', (text) => {
  expect(readEndpoint(text)).toBeUndefined();
});
