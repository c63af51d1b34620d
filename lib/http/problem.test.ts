import { describe, expect, test } from 'vitest';
import { AppError } from '@/lib/errors';
import { problemResponse, toProblem } from './problem';

describe('problems', () => {
  test('say what an error of ours says', () => {
    const error = new AppError('bad_request', 'code: expected a string, got 1.', { field: 'code' });
    expect(toProblem(error, 'r1')).toEqual({
      type: '/problems/bad_request',
      title: 'The request is not valid',
      status: 400,
      detail: 'code: expected a string, got 1.',
      code: 'bad_request',
      requestId: 'r1',
      field: 'code',
    });
  });

  test('know an AppError of another copy of the module', () => {
    const foreign = Object.assign(new Error('gone'), { name: 'AppError', code: 'not_found' });
    expect(toProblem(foreign, 'r1')).toMatchObject({ status: 404, detail: 'gone' });
  });

  test('hide what went wrong inside, and give the request id to look for', () => {
    const secret = new Error('ENOENT: /srv/secret', { cause: new Error('deeper') });
    for (const error of [secret, 'a string', undefined, { code: 'bad_request' }]) {
      const problem = toProblem(error, 'r1');
      expect(problem).toMatchObject({ status: 500, code: 'internal', requestId: 'r1' });
      expect(problem.detail).toContain('r1');
      expect(JSON.stringify(problem)).not.toContain('secret');
    }
  });

  test('are answered as problem+json with the time to wait', async () => {
    const error = new AppError('busy', 'Too fast.', { retryAfterS: 2.2 });
    const response = problemResponse(toProblem(error, 'r1'));
    expect(response.status).toBe(429);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(response.headers.get('retry-after')).toBe('3');
    expect(await response.json()).toMatchObject({ code: 'busy', retryAfterS: 3 });
  });
});
