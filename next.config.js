import { SECURITY_HEADERS } from './scripts/http/security-headers.mjs';

const securityHeaders = Object.entries(SECURITY_HEADERS).map(([key, value]) => ({ key, value }));

/** What a page of another site may load or show; /frame says its own. */
const forOthers = [{ key: 'Cross-Origin-Resource-Policy', value: 'cross-origin' }];
/** The content security policy says so too, but only where it is sent (proxy.ts). */
const inNoFrame = [{ key: 'X-Frame-Options', value: 'DENY' }];

/** @type {import('next').NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  // For every reader what he is told of a page stands in its head, not only for robots: pages are kept.
  htmlLimitedBots: /.*/,
  // The optimiser is a known target and every image here is a data: URL or our own SVG.
  images: { unoptimized: true },
  // Without it `next dev` opened as 127.0.0.1 stays dead: its own dev requests count as foreign.
  allowedDevOrigins: ['127.0.0.1'],
  // The examples are imported as text, as vitest does by itself (lib/languages/*/programs.ts).
  turbopack: {
    // It names files of Monaco that are elsewhere today, or not to be had.
    resolveAlias: {
      'monaco-vim': './node_modules/monaco-vim/dist/index.mjs',
      'monaco-editor/esm/vs/editor/editor.api': 'monaco-editor/editor',
      'monaco-editor/esm/vs/editor/common/commands/shiftCommand':
        './components/editor/keys/shift-command.ts',
    },
    rules: {
      '*': { condition: { query: '?raw' }, type: 'text' },
      '*.bundle': { loaders: ['./components/embed/bundle/bundle-loader.cjs'], as: '*.js' },
      // Node's types for the editor (components/editor/types).
      '*.packages': { loaders: ['./components/editor/types/packages-loader.cjs'], as: '*.js' },
    },
  },
  rewrites: async () => [
    { source: '/learn/:group/:lesson([^/]+)\\.md', destination: '/learn/:group/:lesson/markdown' },
    // What browsers ask for beside a text or a picture, which name no icon.
    { source: '/favicon.ico', destination: '/icon.svg' },
    {
      source: '/s/:id([^/.]+).:format(txt|md|json|ipynb|zip|py|js|ts|R|java|png)',
      destination: '/s/:id/:format',
    },
    {
      source: '/d/:id([^/.]+).:format(md|ipynb|html|txt|json)',
      destination: '/d/:id/:format',
    },
  ],
  headers: async () => [
    { source: '/:path*', headers: securityHeaders },
    { source: '/((?!embed/[^/]+$|frame$|fetch$).*)', headers: inNoFrame },
    // A page that isolates itself shows a frame only if that does too; nothing in it is of elsewhere.
    {
      source: '/embed/:id',
      headers: [...forOthers, { key: 'Cross-Origin-Embedder-Policy', value: 'require-corp' }],
    },
    { source: '/embed/assets/:name', headers: forOthers },
    // A frame that is in a sandbox without an origin is another site to what it is made of.
    {
      source: '/_next/static/:path*',
      headers: [...forOthers, { key: 'Access-Control-Allow-Origin', value: '*' }],
    },
    { source: '/embed.js', headers: forOthers },
    // Pictures are there for other sites, and so is what tells of them.
    { source: '/s/:picture([^/.]+\\.png)', headers: forOthers },
    { source: '/card.png', headers: forOthers },
    { source: '/api/oembed', headers: forOthers },
  ],
};
