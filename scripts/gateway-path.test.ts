import { expect, test } from 'vitest';
import { gatewayPath } from './gateway-path.mjs';

const call = {
  method: 'POST',
  url: '/?Action=GetSession&Format=json',
  headers: { 'x-acs-action': 'GetSession' },
};

test('a call of the wire goes to the gateway with its query', () => {
  expect(gatewayPath(call, true)).toBe('/api/agentbay?Action=GetSession&Format=json');
  expect(gatewayPath({ ...call, url: '/' }, true)).toBe('/api/agentbay');
});

test.each([
  ['there is no gateway', call, false],
  ['it has no action in its header, as the form of a page', { ...call, headers: {} }, true],
  ['it is no POST', { ...call, method: 'GET' }, true],
  ['it is another path', { ...call, url: '/api/run' }, true],
  ['it is a path that only begins like it', { ...call, url: '//evil' }, true],
])('a request stays where it is when %s', (_, request, hasGateway) => {
  expect(gatewayPath(request, hasGateway)).toBe(request.url);
});
