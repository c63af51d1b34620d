import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { COLOURS, colourOfCss } from './colours';

test('pictures have the colours of the dark page', () => {
  const css = readFileSync('app/globals.css', 'utf8');
  const [, dark = ''] = /:root\[data-theme="dark"\] \{(.*?)\n\}/s.exec(css) ?? [];
  const tokens = Object.fromEntries(
    Array.from(dark.matchAll(/--([\w-]+): (#\w+);/g), ([, name, value]) => [name, value]),
  );
  expect(tokens).toMatchObject(COLOURS);
});

test('a colour of output is known in each of its forms, and nothing else is', () => {
  expect(colourOfCss('#12AB34')).toBe('#12AB34');
  expect(colourOfCss('rgb(8 18 255)')).toBe('#0812ff');
  expect(colourOfCss('var(--ansi-1)')).toBe(COLOURS['ansi-1']);
  for (const css of [
    'var(--toString)',
    'currentColor',
    '#12"/><script>',
    'url(#x)',
    7,
    undefined,
  ]) {
    expect(colourOfCss(css)).toBeUndefined();
  }
});
