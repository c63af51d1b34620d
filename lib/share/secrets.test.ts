import { expect, it } from 'vitest';
import { findSecrets } from './secrets';

// Put together here, so that no scanner takes this file for a leak.
const joined = (...parts: string[]) => parts.join('');

it.each([
  ['a private key', joined('-----BEGIN RSA PRIVATE', ' KEY-----'), 'private_key'],
  ['a cloud key', `key = "${joined('AKIA', 'ABCDEFGHIJKLMNOP')}"`, 'key'],
  ['a code host token', joined('ghp_', 'a1b2c3d4e5f6a1b2c3d4e5f6a1b2c3d4e5f6'), 'key'],
  ['a model key', `client(api="${joined('sk-proj-', 'a1b2c3d4e5f6a1b2c3d4e5f6')}")`, 'key'],
  ['a signed token', joined('eyJhbGciOiJIUzI1', '.eyJzdWIiOiIxMjM0', '.SflKxwRJSMeKKF2QT4'), 'key'],
  ['a named key', 'API_KEY = "k3v9-22hf-88ab"', 'key'],
  ['a key in an object', "const config = { accessKey: 'q8w7e6r5t4' };", 'key'],
  ['a typed one', 'const token: string = "zq81mmn20dk";', 'key'],
  ['a password', "password = 'tr0ub4dor&3'", 'password'],
  ['a header', `"Authorization: ${joined('Bearer ', 'a1b2c3d4e5f6a1b2c3d4e5f6')}"`, 'key'],
  ['a line of settings', 'export SERVICE_TOKEN=a1b2c3d4e5f6a1b2', 'key'],
  ['a password in settings', 'DB_PASSWORD = a1b2c3d4e5f6', 'password'],
  [
    'a hook',
    joined('https://hooks.slack', '.com/services/T01AB/B01AB/a1b2c3d4e5f6a1b2c3d4'),
    'key',
  ],
  ['a password in an address', 'connect("postgres://ann:hunter22x@db.local/x")', 'address'],
])('%s is found', (_what, line, kind) => {
  expect(findSecrets(`first\n${line}\nlast`)).toEqual([{ kind, line: 2 }]);
});

it.each([
  'password = input("Password: ")',
  'api_key = os.environ["API_KEY"]',
  'token = "<your token here>"',
  'password = "changeme1"',
  'for token in tokens:',
  'print("https://example.org/a:b")',
  'secret = 42',
  'sk-ip = task - skill',
  'headers = {"Authorization": "Bearer YOUR_ACCESS_TOKEN_HERE"}',
  'MAX_TOKEN = 100000000000',
  'TOKEN = make_token_from(settings)',
  'API_KEY = "your-api-key-goes-here1"',
  'x = "a perfectly long but ordinary string"',
])('nothing is found in %s', (line) => {
  expect(findSecrets(line)).toEqual([]);
});

it('a long hostile line takes no time', () => {
  const started = performance.now();
  findSecrets(`password${' '.repeat(100_000)}${'a://'.repeat(50_000)}`);
  expect(performance.now() - started).toBeLessThan(1000);
});
