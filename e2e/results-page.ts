/** What the tests of rich results share: a host that nobody may call, and programs that show things. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test as base, expect } from './fixtures';
import { PlaygroundPage } from './playground-page';

interface Outside {
  /** Its address, e.g. `http://127.0.0.1:40001`. */
  url: string;
  /** The paths that were asked for. */
  calls: string[];
}

export const test = base.extend<{ playground: PlaygroundPage; outside: Outside }>({
  playground: async ({ page }, use) => {
    await use(new PlaygroundPage(page));
  },

  /** A server that counts who comes; the test ends with the check that nobody did. */
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern
  outside: async ({}, use) => {
    const calls: string[] = [];
    const server = createServer((request, response) => {
      calls.push(request.url ?? '');
      response.setHeader('Access-Control-Allow-Origin', '*').end('{}');
    });
    server.on('connection', () => calls.push('connection'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await use({ url: `http://127.0.0.1:${port}`, calls });
    expect(calls, 'nobody called the other host').toEqual([]);
    server.closeAllConnections();
    server.close();
  },
});

export { expect };

/** A Python program that shows one value by its MIME types. */
export function showing(bundle: Record<string, unknown>): string {
  return `import json\ndisplay(json.loads(${JSON.stringify(JSON.stringify(bundle))}), raw=True)\n`;
}

export const ALL_FORMS = `
from IPython.display import display, HTML, Markdown, SVG, Latex, JSON
display(Markdown("# Report\\n\\nSome **bold** words, a [link](https://example.com/).\\n\\n- [x] done\\n\\n| a | b |\\n|---|---|\\n| 1 | 2 |\\n\\n\`\`\`\\ncode\\n\`\`\`"))
display(Latex(r"The sum $\\sum_{n=1}^\\infty \\frac{1}{n^2} = \\frac{\\pi^2}{6}$"))
display(JSON({"name": "Ada", "tags": ["x", "y"], "deep": {"a": {"b": 1}}}))
display(SVG('<svg viewBox="0 0 40 40" width="40" height="40"><circle cx="20" cy="20" r="18" fill="teal"/></svg>'))
display(HTML("<h3>Small page</h3><p id=p>static</p><script>document.getElementById('p').textContent = 'from a script'</script>"))
`;

export const VEGA_LITE = {
  $schema: 'https://vega.github.io/schema/vega-lite/v5.json',
  title: 'Letters',
  data: {
    values: [
      { a: 'A', b: 28 },
      { a: 'B', b: 55 },
      { a: 'C', b: 43 },
    ],
  },
  mark: { type: 'bar', tooltip: true },
  encoding: {
    x: { field: 'a', type: 'nominal' },
    y: { field: 'b', type: 'quantitative' },
  },
};
