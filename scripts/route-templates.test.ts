import { expect, test } from 'vitest';
import { routeTemplates } from './route-templates.mjs';

const routeOf = routeTemplates({
  staticRoutes: [
    { page: '/', regex: '^/(?:/)?$' },
    { page: '/_not-found', regex: '^/_not\\-found(?:/)?$' },
    { page: '/api/run', regex: '^/api/run(?:/)?$' },
  ],
  dynamicRoutes: [
    { page: '/api/runs/[runId]', regex: '^/api/runs/([^/]+?)(?:/)?$' },
    { page: '/api/[[...path]]', regex: '^/api(?:/(.+?))?(?:/)?$' },
    { page: '/s/[id]', regex: '^/s/([^/]+?)(?:/)?$' },
  ],
  rewrites: {
    beforeFiles: [],
    afterFiles: [
      { destination: '/s/:id/:format', regex: '^/s(?:/([^/.]+))(?:\\.(txt|md))(?:/)?$' },
    ],
    fallback: [],
  },
});

test.each([
  ['/', '/'],
  ['/?a=/api/run', '/'],
  ['/api/run', '/api/run'],
  ['/api/run/', '/api/run'],
  ['/api/runs/x', '/api/runs/[runId]'],
  ['/api/nothing/of/the/kind', '/api/[[...path]]'],
  ['/s/abc?predict', '/s/[id]'],
  ['/s/abc.md', '/s/[id]/[format]'],
  ['/s/abc.exe', '/s/[id]'],
  ['/_next/static/chunks/1.js', '/_next/static'],
  ['/_not-found', 'other'],
  ['/wp-login.php', 'other'],
  ['*', 'other'],
  ['http://elsewhere/', 'other'],
])('%s is %s', (url, template) => {
  expect(routeOf(url)).toBe(template);
});
