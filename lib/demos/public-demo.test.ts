import { describe, expect, it } from 'vitest';
import { readActivity } from './activities';
import { readDocument } from './document';
import { publicMarkdown } from './public-demo';

const SECRET = 'xyzzy(3) => 42';

const fence = (info: string, text = SECRET, mark = '```') => `${mark}${info}\n${text}\n${mark}\n`;

/** Whatever may stand round a fence. */
const SHAPES: Record<string, (block: string) => string> = {
  alone: (block) => block,
  'between texts': (block) => `# Title\n\ntext\n${block}\nmore **text**\n`,
  'with CRLF': (block) => `text\n\n${block}`.replaceAll('\n', '\r\n'),
  'with CR': (block) => `text\n\n${block}`.replaceAll('\n', '\r'),
  'behind a byte order mark': (block) => `\uFEFF${block}`,
  'never closed': (block) => block.replace(/\n(?:`+|~+)\n$/, '\n'),
  'closed by too few': (block) => block.replace(/(?:`|~)\n$/, '\n'),
  'in a list': (block) => `- item\n\n${block.replace(/^(?=.)/gm, '  ')}\n- next\n`,
  'right behind a bullet': (block) => `- ${block.replace(/\n(?=.)/g, '\n  ')}`,
  'in a quote': (block) => `${block.replace(/^(?=.)/gm, '> ')}\ntext\n`,
  'in a quote in a list': (block) => `1. > a\n   >\n${block.replace(/^(?=.)/gm, '   > ')}\n`,
  'a little further in': (block) => block.replace(/^(?=.)/gm, '   '),
  'so far in that it is code': (block) => `text\n\n${block.replace(/^(?=.)/gm, '    ')}\n`,
  'further in by a tab': (block) => `text\n\n${block.replace(/^(?=.)/gm, '\t')}\n`,
  'in a comment': (block) => `<!--\n${block}-->\n\ntext\n`,
  'in HTML': (block) => `<details>\n${block}</details>\n`,
  'swallowed by one that is not closed': (block) =>
    `\`\`\`python run\nprint(1)\n\n${block}\ntext\n`,
  'swallowed by other marks': (block) => `~~~python run\nprint(1)\n\n${block}~~~\n`,
  'behind text in its line': (block) => `text ${block}\n`,
  twice: (block) => `${block}\n${block}`,
  'in a footnote of no kind': (block) => `[^1]:\n\n${block}`,
};

const INFOS = [
  'text cases=a',
  'cases=a',
  'text   cases=a',
  'text CASES=a',
  'text Cases=a compare=exact',
  'text run cases=a',
  'text cases=',
  'text cases',
  'text cases = a',
  'text cases =a',
  'text cases:a',
  'text {cases=a}',
  'text .cases #a',
  'text data-cases=a',
  'text case=a',
  'text casses=a',
  'text cases=a hint=a',
  'text hint=a cases=a',
  'text check=a cases=a',
  'text cases=a count=3',
  'text count=3 cases=a',
  'text сases=a', // Cyrillic
  'text cаses=a',
  'text ｃａｓｅｓ=a',
  'text cases＝a',
  'text ca\u200Bses=a',
  'text ca\u00ADses=a',
  'text cáses=a',
  '𝐜𝐚𝐬𝐞𝐬=a',
  'text &#99;ases=a',
  'text c\\ases=a cases=b',
  'text hidden=a',
  'text hidden',
  'python solution=a held',
  'python solution=a HELD',
  'python solution=a hold',
  'python solution=a һeld',
  'python solution=a hidden',
  'python solution=a held=yes',
  'python solution',
  'python soluton=a held',
  'text note',
  'text NOTE',
  'text notes',
  'note',
  'text nоte', // Cyrillic
  'text choice=a', // whose text is no choice
  'python order=',
  'python gaps=',
];

describe('what readers get', () => {
  for (const [shape, around] of Object.entries(SHAPES)) {
    it(`has nothing of a secret fence ${shape}`, () => {
      for (const info of INFOS) {
        for (const mark of ['```', '~~~', '`````']) {
          const document = around(fence(info, SECRET, mark));
          const shown = publicMarkdown(document);
          expect(shown, `${info} ${mark}`).not.toContain('xyzzy');
          expect(shown, `${info} ${mark}`).not.toContain('42');
          expect(publicMarkdown(shown), `${info} ${mark}`).toBe(shown);
        }
      }
    });
  }

  it('is the document as it was where there are no secrets', () => {
    for (const text of [
      '',
      '# Title\n\n```python run\nprint(1)\n```\n\n```text input\n3\n```\n',
      '```python run file=cases.py id=order\nx\n```\n\n```js title="choice.js"\n1\n```\n',
      '```python exercise=a\n```\n\n```python check=a\nassert f(1) == 1\n```\n\n```text hint=a\nthink\n```\n',
      '```python solution=a\nprint(1)\n```\n',
      '````markdown\n```text cases=a\nf(1) => 2\n```\n````\n',
      'In any case=good solution: the order of gaps\n\n```node run\n1\n```\n',
    ]) {
      expect(publicMarkdown(text)).toBe(text);
    }
  });

  it('says how many cases there are, and that a solution is held', () => {
    const text = `${fence('python exercise=a', 'def f(): ...')}\n${fence('text cases=a', 'f(1) => 2\nf(2) => 3')}\n${fence('python solution=a held', 'secret')}`;
    expect(publicMarkdown(text)).toBe(
      '```python exercise=a\ndef f(): ...\n```\n\n```text cases=a count=2\n```\n\n```python solution=a held\n```\n',
    );
    const [part] = readDocument(publicMarkdown(text)).parts;
    const { activity, problems } = readActivity(part as never);
    expect(problems).toEqual([]);
    expect(activity).toMatchObject({ hiddenCases: 2, cases: [], solution: { isHeld: true } });
    expect(activity).not.toHaveProperty('solution.code', expect.anything());
  });

  it('has the lines to order in an order that does not depend on the right one', () => {
    const lines = ['def f(n):', '    if n:', '        return 1', '    return 2'];
    const of = (order: string[]) => publicMarkdown(fence('python order=a', order.join('\n')));
    const shown = of(lines);
    expect(shown.split('\n').slice(1, -2).sort()).toEqual([...lines].sort());
    expect(shown).not.toContain(lines.join('\n'));
    const others = [[...lines].reverse(), [lines[2], lines[0], lines[3], lines[1]] as string[]];
    // But for a right order that was met by chance.
    const ways = new Set([shown, ...others.map(of)]);
    expect(ways.size).toBeLessThanOrEqual(2);
  });

  it('has no indentation where that is asked for', () => {
    const shown = publicMarkdown(fence('python order=a indent', 'if x:\n    y()\nz()'));
    expect(shown).toContain('order=a indent');
    expect(shown).not.toMatch(/^ /m);
  });

  it('has numbers in place of gaps', () => {
    const code = 'for i in {{range(3)}}:\n    print({{i|i + 0}})  # {{d = {}}}';
    expect(publicMarkdown(fence('python gaps=a', code))).toBe(
      '```python gaps=a\nfor i in {{1}}:\n    print({{2}})  # {{3}}\n```\n',
    );
    for (const odd of ['a {{xyzzy', 'a {{xyzzy}', '{{\nxyzzy\n}} b', '{{a}} {{xyzzy\nb']) {
      expect(publicMarkdown(fence('python gaps=a', odd))).not.toContain('xyzzy');
    }
  });

  it('has choices without what is right and why', () => {
    const text =
      'What is `"a: b"`?\n- [x] a text: xyzzy\n* [ ] `x: y`: xyzzy\n1. [✓] 1\\: 2：xyzzy\n  : xyzzy\nxyzzy';
    expect(publicMarkdown(fence('text choice=a', text))).toBe(
      '```text choice=a several\nWhat is `"a: b"`?\n- [ ] a text\n- [ ] `x: y`\n- [ ] 1\\: 2\n```\n',
    );
  });

  it('has no output that is to be guessed', () => {
    const text = `${fence('python run predict', 'print(6 * 7)')}\n\nsome text\n\n${fence('text output', '42 xyzzy')}`;
    expect(publicMarkdown(text)).not.toContain('xyzzy');
    expect(publicMarkdown(text)).toContain('print(6 * 7)');
    const shown = `${fence('python run', 'print(6 * 7)')}\n${fence('text output', '42')}`;
    expect(publicMarkdown(shown)).toBe(shown);
  });

  it('keeps the names of blocks', () => {
    const text = `${fence('python run', '1')}\n${fence('text cases=a')}\n${fence('python run', '2')}\n${fence('text note')}`;
    const ids = (markdown: string) =>
      readDocument(markdown).parts.flatMap((part) => (part.kind === 'code' ? [part.id] : []));
    expect(ids(publicMarkdown(text))).toEqual(ids(text));
  });
});

describe('many documents made of pieces', () => {
  /** The same each time, so that a failure can be seen again. */
  const random = (seed: number) => () => {
    const next = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    seed = next;
    return next / 2 ** 32;
  };
  const PIECES = [
    '```',
    '~~~',
    '````',
    '```python run',
    '```text cases=a',
    '~~~ cases=a',
    '````text cases=a',
    '> ',
    '- ',
    '  ',
    '    ',
    'text',
    '',
    'SECRET xyzzy',
    '<!--',
    '-->',
    '\t',
    '> ```text cases=a',
    '- ~~~text cases=a',
    '1. ```cases=a',
  ];

  it('show no line that stands within a secret fence', () => {
    let withheld = 0;
    for (let seed = 1; seed <= 4000; seed += 1) {
      const next = random(seed);
      const lines = Array.from(
        { length: 3 + Math.floor(next() * 12) },
        () => PIECES[Math.floor(next() * PIECES.length)] ?? '',
      );
      const text = lines.join('\n');
      const shown = publicMarkdown(text);
      expect(publicMarkdown(shown), JSON.stringify(text)).toBe(shown);
      const { parts } = readDocument(shown);
      for (const part of parts) {
        if (part.kind !== 'activity') continue;
        for (const { role, fence: own } of part.others) {
          if (role === 'cases') expect(own.text.trim(), JSON.stringify(text)).toBe('');
        }
      }
      // Directly below an opening that stands at the edge it is in that fence, or in one that swallowed it.
      const at = lines.findIndex((line) => /^(?:```+text |~~~ ?)cases=a$/.test(line));
      if (at >= 0 && lines[at + 1] === 'SECRET xyzzy') {
        withheld += 1;
        const others = lines.filter((line) => line === 'SECRET xyzzy').length;
        const left = shown.split('\n').filter((line) => line.includes('xyzzy')).length;
        expect(left, JSON.stringify(text)).toBeLessThan(others);
      }
    }
    expect(withheld).toBeGreaterThan(100);
  });
});
