import { expect, test } from 'vitest';
import { readAudit } from './audit-answer.mjs';

const answer = (severities: Record<string, string>) =>
  JSON.stringify({
    vulnerabilities: Object.fromEntries(
      Object.entries(severities).map(([name, severity]) => [name, { name, severity }]),
    ),
    metadata: { vulnerabilities: { total: Object.keys(severities).length } },
  });

test('what is high or critical is named, what is less is counted', () => {
  const found = readAudit(answer({ a: 'high', b: 'moderate', c: 'critical' }));
  expect(found).toMatchObject({ isChecked: true, grave: 2 });
  expect(found.sentence).toContain('a (high), c (critical)');
  expect(readAudit(answer({ b: 'moderate' }))).toMatchObject({ isChecked: true, grave: 0 });
  expect(readAudit(answer({}))).toMatchObject({ isChecked: true, grave: 0 });
});

test.each([
  ['a registry that does not offer it', '{"statusCode":405,"error":{"summary":""}}'],
  ['a registry that is away', '{"error":{"code":"ENOTFOUND"}}'],
  ['npm ended before it answered', ''],
  ['half an answer', '{"vulnerabilities":{}'],
  ['something else', '[]'],
  ['an answer of nothing', '{}'],
])('%s is not taken for “nothing found”', (_name, text) => {
  const found = readAudit(text);
  expect(found).toMatchObject({ isChecked: false, grave: 0 });
  expect(found.sentence).toMatch(/^NOT CHECKED/);
});
