// What the routes expect, so that a request goes as far as its one mistake. A route that stands here not gets the others' fields.
// @ts-check

const PROGRAM = { code: 'print(6 * 7)', language: 'python', timeoutS: 2 };
const DEMO = { markdown: '# Demo\n\n```python run\nprint(1)\n```\n' };

/** @type {Record<string, object>} */
export const BODIES = {
  '/api/run': {
    ...PROGRAM,
    stdin: 'a\n',
    context: 'fresh',
    files: [{ path: 'a.txt', text: 'x' }],
    sandbox: 'own',
  },
  '/api/steps': { ...PROGRAM, stdin: '', files: [] },
  '/api/check': { code: 'print(1', language: 'python' },
  '/api/complete': { code: 'impo', cursor: 4, language: 'python' },
  '/api/demos/check': {
    demo: 'learn/python/first-steps',
    activity: 'a',
    code: 'print(1)',
    choice: 1,
    order: [1, 0],
    gaps: ['x'],
    held: true,
  },
  '/api/snippets': {
    ...PROGRAM,
    title: 'T',
    visibility: 'unlisted',
    expiresAtMs: 4_000_000_000_000,
    parent: { id: 'x', revision: 1 },
    stdin: 'x',
    files: [{ path: 'a.txt', text: 'x' }],
    ...DEMO,
    receipt: 'none',
  },
  '/api/snippets/[id]': {
    ...PROGRAM,
    title: 'T',
    visibility: 'public',
    expiresAtMs: null,
    ...DEMO,
  },
  '/api/rooms': { demo: 'learn/python/first-steps', revision: 1 },
  '/api/rooms/[code]': { isLocked: true },
  '/api/rooms/[code]/people': { nickname: 'Ada' },
  '/api/rooms/[code]/messages': { to: 'everybody', kind: 'note', key: 'k', data: { text: 'x' } },
  '/api/rooms/[code]/report': {
    blocks: [{ key: 'a', state: 'passed' }],
    drafts: [{ key: 'a', code: 'x' }],
    at: 1,
  },
  '/api/runs/[runId]/input': { text: 'x\n', end: true },
  '/api/files/[...path]': { path: 'b.txt' },
};

export const ANY_BODY = Object.assign({}, ...Object.values(BODIES));
