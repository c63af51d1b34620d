// Lets plain Node run the TypeScript of lib, for processes of tests and measurements of their own:
// `node --import ./scripts/typescript-hooks.mjs some.ts`. Node strips the types itself; this finds files
// as the bundler does.
// @ts-check
import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

const ROOT = new URL('../', import.meta.url).href;

registerHooks({
  resolve(specifier, context, next) {
    // It throws where nobody says that this is a server's bundle.
    if (specifier === 'server-only') {
      return next(specifier, { ...context, conditions: [...context.conditions, 'react-server'] });
    }
    const isOurs = specifier.startsWith('@/') || /^\.\.?\//.test(specifier);
    if (!isOurs || context.parentURL?.includes('/node_modules/')) return next(specifier, context);
    const url = specifier.startsWith('@/')
      ? new URL(specifier.slice(2), ROOT)
      : new URL(specifier, context.parentURL);
    const found = ['', '.ts', '/index.ts']
      .map((end) => `${url.href}${end}`)
      .find((href) => /\.\w+$/.test(href) && existsSync(fileURLToPath(href)));
    return next(found ?? specifier, context);
  },
});
