import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Receipt, ReceiptEvent } from '@/lib/agentbay/receipt';
import { CHINESE, ENGLISH } from '@/lib/messages/testing';
import { notebookToDemo } from '../import/notebook-demo';
import { exportHtml } from './html';
import { LIGHT } from './light-colours';
import { exportMarkdown } from './markdown';
import { exportNotebook } from './notebook';

const gave = (...events: ReceiptEvent[]): Receipt => ({
  ranAtMs: 0,
  engine: 'local',
  languageVersion: '3.11.2',
  sandbox: 'own',
  events,
  end: {
    success: true,
    exit: { reason: 'exited', code: 0 },
    executionTime: 0.1,
    usage: { cpuTimeS: 0.1, peakMemoryBytes: 1, outputBytes: 3 },
    truncated: false,
  },
  truncated: false,
});

const fence = (info: string, text = 'x') => `\`\`\`${info}\n${text}\n\`\`\`\n`;
const DEMO = [
  '# Greetings\n\nText with **words**.\n',
  fence('csv file=a.csv', 'a,b'),
  fence('python run id=hello timeout=20', 'print(input())'),
  fence('text input', 'Ada'),
  fence('text output', 'old'),
  fence('python run predict', '1 + 1'),
  fence('text output', '2'),
  fence('python exercise=double', 'def double(n): ...'),
  fence('python check=double', 'assert double(1) == 2'),
  fence('text cases=double', 'double(21) => 42'),
  fence('text hint=double', 'Use *two*.'),
  fence('python solution=double held', 'def double(n): return 2 * n'),
  fence('text note', 'Ask who knows.'),
  'The end.\n',
].join('\n');
const HELLO = gave({ type: 'stdout', text: 'Hello, Ada\n' });

describe('a demo as Markdown', () => {
  it('stays as it is where nothing is recorded', () => {
    expect(exportMarkdown(DEMO, {}, ENGLISH)).toBe(DEMO);
  });

  it('what a block printed stands behind it and its input, in place of what stood there', () => {
    const text = exportMarkdown(DEMO, { hello: HELLO }, ENGLISH);
    expect(text).toBe(DEMO.replace('\nold\n', '\nHello, Ada\n'));
    expect(exportMarkdown(text, { hello: HELLO }, ENGLISH)).toBe(text);
    const bare = exportMarkdown(fence('python run'), { b1: HELLO }, ENGLISH);
    expect(bare).toBe(`${fence('python run')}\n${fence('text output', 'Hello, Ada')}`);
  });

  it('output that holds fences stays within its own', () => {
    const receipt = gave({ type: 'stdout', text: '```\n# Heading\n' });
    const text = exportMarkdown(fence('python run'), { b1: receipt }, ENGLISH);
    expect(text).toContain('````text output\n```\n# Heading\n````');
  });
});

describe('a demo as a notebook', () => {
  const notebook = exportNotebook(DEMO, { hello: HELLO }, 'https://example.org/d/x') as {
    cells: { cell_type: string; source: string[]; outputs?: object[] }[];
  };

  it('has its text, its code with what it gave, and its files', () => {
    expect(notebook.cells.slice(0, 4)).toMatchObject([
      { cell_type: 'markdown' },
      { cell_type: 'code', source: ['%%writefile a.csv\n', 'a,b\n'] },
      {
        cell_type: 'code',
        source: ['print(input())'],
        outputs: [{ output_type: 'stream', name: 'stdout', text: ['Hello, Ada\n'] }],
      },
      { cell_type: 'markdown', source: ['```text input\n', 'Ada\n', '```'] },
    ]);
  });

  it('comes back as the demo that it was, but for the outputs', () => {
    const read = notebookToDemo(JSON.stringify(exportNotebook(DEMO, {}, undefined)), {
      withOutputs: false,
    });
    const withoutOutputs = DEMO.replace(/```text output\n2\n```\n\n/, '');
    expect(read.markdown).toBe(withoutOutputs);
  });

  it('code of a second language stays text: a notebook has one', () => {
    const two = exportNotebook(fence('javascript run') + fence('python run'), {}, undefined);
    expect(two).toMatchObject({
      cells: [{ cell_type: 'code' }, { cell_type: 'markdown' }],
      metadata: { kernelspec: { name: 'javascript' } },
    });
  });
});

describe('a demo as a web page', () => {
  it('holds text, code, outputs and hints, and nothing that readers may not have', () => {
    const recorded = { hello: HELLO, b1: gave({ type: 'stdout', text: 'no\n' }) };
    const demo = { title: '', markdown: DEMO, recorded, url: 'https://example.org/d/x' };
    const html = exportHtml(demo, ENGLISH);
    for (const part of ['<title>Greetings', '<strong>words', 'Hello, Ada', 'a.csv', '<em>two'])
      expect(html).toContain(part);
    for (const part of ['42', 'return', 'Ask who', 'old']) expect(html).not.toContain(part);
    // What is to be guessed is folded.
    expect(html).toMatch(/<details><summary>Output<\/summary><pre/);
    expect(exportHtml(demo, CHINESE)).toContain('lang="zh-Hans"');
  });

  it('neither runs nor loads anything, whatever it is made of', () => {
    const bad = '</pre></style></title><script>alert(1)</script><img src=x onerror=alert(1)>';
    const markdown = [
      `# ${bad}`,
      bad,
      '<svg onload=alert(1)>',
      '[a](javascript:alert(1)) [b](data:text/html,x) ![c](https://example.org/c.png)',
      '![d](data:image/svg+xml;base64,AAAA) <https://example.org/"onclick="x>',
      `| ${bad} |\n| - |\n| x |`,
      fence(`${bad.replaceAll('`', '')} run`, bad),
      fence(`text file=${bad.replaceAll(' ', '')}`, bad),
      fence('python run', bad),
      fence('text hint=a', bad),
    ].join('\n\n');
    const events: ReceiptEvent[] = [
      { type: 'stdout', text: `${bad}\u001b[31m${bad}\u001b]8;;javascript:alert(1)\u0007x\n` },
      { type: 'error', name: bad, value: bad, traceback: bad },
      ...['html', 'svg', 'markdown', 'latex', 'text'].map(
        (form): ReceiptEvent => ({ type: 'result', item: { [form]: `<svg>${bad}</svg>` } }),
      ),
      { type: 'result', item: { table: { columns: [bad], rows: [[bad]] } as never } },
    ];
    const recorded = { b2: gave(...events), b1: gave(...events), b3: gave(...events) };
    const html = exportHtml({ title: bad, markdown, recorded, url: undefined }, ENGLISH);
    const tags = Array.from(
      html.matchAll(/<([a-z][\w-]*)([^>]*)>/gi),
      ([, name = '', rest = '']) => ({
        name: name.toLowerCase(),
        attributes: Array.from(rest.matchAll(/([\w-]+)=/g), ([, one = '']) => one.toLowerCase()),
        rest,
      }),
    );
    const names = new Set(tags.map(({ name }) => name));
    for (const name of ['script', 'iframe', 'object', 'embed', 'form', 'base', 'link', 'svg'])
      expect(names).not.toContain(name);
    for (const { name, rest } of tags) {
      if (name !== 'img') continue;
      expect(rest).toMatch(/src="data:image\/(?:svg\+xml;charset=utf-8,|png)/);
    }
    const outside = html.replace(/"[^"]*"/g, '""');
    expect(outside).not.toMatch(/<[^>]*\son\w+=/i);
    expect(html).not.toMatch(/href="(?:javascript|data)/i);
    expect(html.match(/<style>/g)).toHaveLength(1);
  });

  it("has the page's light colours", () => {
    const css = readFileSync('app/globals.css', 'utf8');
    const [, light = ''] = /:root \{(.*?)\n\}/s.exec(css) ?? [];
    const tokens = Object.fromEntries(
      Array.from(light.matchAll(/--([\w-]+): (#\w+);/g), ([, name, value]) => [name, value]),
    );
    expect(tokens).toMatchObject(LIGHT);
  });
});
