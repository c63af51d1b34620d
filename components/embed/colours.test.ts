import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** The custom properties of the first rule with that selector. */
function propertiesOf(css: string, selector: string): Map<string, string> {
  const start = css.indexOf(`${selector} {`);
  const rule = css.slice(start, css.indexOf('}', start));
  return new Map(
    [...rule.matchAll(/(--[\w-]+): ([^;]+);/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

describe('the colours of an embed', () => {
  const page = readFileSync('app/globals.css', 'utf8');
  const light = propertiesOf(page, ':root');
  const dark = propertiesOf(page, ':root[data-theme="dark"]');
  const own = propertiesOf(readFileSync('components/embed/embed.css', 'utf8'), ':root');
  const colours = [...own].filter(([, value]) => value.startsWith('light-dark'));

  it('are there', () => {
    expect(colours.length).toBeGreaterThan(40);
  });

  it.each(colours)("%s is the page's", (name, value) => {
    expect(value).toBe(`light-dark(${light.get(name)}, ${dark.get(name)})`);
  });
});
