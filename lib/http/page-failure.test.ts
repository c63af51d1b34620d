import { expect, test, vi } from 'vitest';
import { log } from '@/lib/log';
import { reportPageFailure } from './page-failure';

test('the number that a reader of the error page sees leads to the request and its reason', () => {
  const line = vi.spyOn(log(), 'error').mockImplementation(() => {});
  const error = Object.assign(new Error('the disk is gone'), { digest: '2077581005' });
  reportPageFailure(error, { headers: { 'x-runbay-request-id': 'id-of-it' } }, '/s/[id]');
  const [facts] = line.mock.calls[0] ?? [];
  expect(facts).toEqual({
    requestId: 'id-of-it',
    digest: '2077581005',
    route: '/s/[id]',
    err: error,
  });
  line.mockRestore();
});
