/**
 * Every text of the page comes from lib/messages. This looks for those that stand in the code of
 * components and routes: between tags, in attributes and fields that are shown or spoken, and wherever
 * else words stand that begin like a sentence.
 */
import { globSync, readFileSync } from 'node:fs';
import { parsers } from 'prettier/plugins/babel';
import { describe, expect, it } from 'vitest';

const PAGE_FILES = ['{app,components}/**/*.{ts,tsx}', 'lib/{actions,client,console,store}/**/*.ts'];

/** What stands in the code on purpose, because it is the same in every language. */
const SAME_EVERYWHERE = new Set([
  'Runbay',
  // The names of what a result is made of.
  'HTML',
  'JSON',
  'LaTeX',
  'Markdown',
  // A file's name, as an example of one.
  'helper.py',
]);

const SHOWN_ATTRIBUTES =
  /^(aria-(label|description|roledescription|valuetext|placeholder)|alt|hint|label|note|placeholder|summary|title)$/;
const SHOWN_FIELDS = /^(ariaLabel|headline|hint|keywords|label|placeholder|title)$/;
const LETTERS = /\p{L}{2}/u;
const LIKE_A_SENTENCE = /^[A-Z][a-z’']*(?: [\w’',]+)+[.…:!?]?$/;

interface Node {
  type: string;
  [field: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

/** The literals that an expression may come to: both branches of a condition, the fixed parts of a template. */
function literalsOf(value: unknown): string[] {
  if (!isNode(value)) return [];
  switch (value.type) {
    case 'StringLiteral':
    case 'JSXText':
      return [value.value as string];
    case 'TemplateLiteral':
      return (value.quasis as { value: { cooked: string } }[]).map((part) => part.value.cooked);
    case 'ConditionalExpression':
      return [...literalsOf(value.consequent), ...literalsOf(value.alternate)];
    case 'LogicalExpression':
    case 'BinaryExpression':
      return [...literalsOf(value.left), ...literalsOf(value.right)];
    case 'JSXExpressionContainer':
    case 'TSAsExpression':
      return literalsOf(value.expression);
    default:
      return [];
  }
}

const nameOf = (value: unknown) => {
  const { name, value: text } = (value ?? {}) as { name?: unknown; value?: unknown };
  return typeof name === 'string' ? name : typeof text === 'string' ? text : '';
};

/** The texts that a node shows itself. */
function textsOfNode(node: Node): string[] {
  switch (node.type) {
    case 'JSXText':
      return literalsOf(node);
    case 'JSXElement':
    case 'JSXFragment':
      return (node.children as Node[])
        .filter(({ type }) => type === 'JSXExpressionContainer')
        .flatMap(literalsOf);
    case 'JSXAttribute':
      return SHOWN_ATTRIBUTES.test(nameOf(node.name)) ? literalsOf(node.value) : [];
    case 'ObjectProperty':
      return SHOWN_FIELDS.test(nameOf(node.key)) ? literalsOf(node.value) : [];
    case 'StringLiteral':
    case 'TemplateLiteral':
      return literalsOf(node).filter((text) => LIKE_A_SENTENCE.test(text.trim()));
    default:
      return [];
  }
}

/** Texts that stand in a source of TypeScript, with or without JSX. What is thrown is for developers. */
function textsIn(source: string): string[] {
  const found = new Set<string>();
  const look = (value: unknown) => {
    if (Array.isArray(value)) return value.forEach(look);
    if (!isNode(value) || value.type === 'ThrowStatement') return;
    for (const text of textsOfNode(value)) {
      if (LETTERS.test(text) && !SAME_EVERYWHERE.has(text.trim())) found.add(text.trim());
    }
    for (const [field, part] of Object.entries(value)) if (field !== 'loc') look(part);
  };
  look(parsers['babel-ts'].parse(source, {} as never).program);
  return [...found];
}

describe('the texts of the page', () => {
  it('all come from lib/messages', () => {
    const files = globSync(PAGE_FILES).filter((file) => !/\.test\.tsx?$/.test(file));
    expect(files.length).toBeGreaterThan(50);
    const found = files.flatMap((file) =>
      textsIn(readFileSync(file, 'utf8')).map((text) => `${file}: ${text}`),
    );
    expect(found).toEqual([]);
  });

  it.each([
    ['between tags', 'const a = <p>Hello {name}</p>;', ['Hello']],
    ['in an expression between tags', "const a = <p>{is ? 'yes' : <b />}</p>;", ['yes']],
    ['in an attribute', 'const a = <b aria-label="Run" className="some class" />;', ['Run']],
    ['in a template', 'const a = <b title={`Line ${n}`} />;', ['Line']],
    ['as a fallback', "const a = <b alt={text ?? 'Image'} />;", ['Image']],
    ['in a field', "const a = { id: 'Run it', label: 'Run' };", ['Run it', 'Run']],
    ['as words anywhere', "show('The run has ended.');", ['The run has ended.']],
  ])('are found %s', (_place, source, texts) => {
    expect(textsIn(source)).toEqual(texts);
  });

  it.each([
    ['a name', 'const a = <h1>Runbay</h1>;'],
    ['signs', 'const a = <p>{a} · {b} – 3 °C</p>;'],
    ['what is thrown', "throw new Error('This component belongs inside.');"],
    ['classes', 'const a = <p className="flex items-center" />;'],
    ['what is looked up', 'const a = <p title={texts.run}>{texts.label}</p>;'],
  ])('are not %s', (_what, source) => {
    expect(textsIn(source)).toEqual([]);
  });
});
