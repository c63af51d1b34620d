import { describe, expect, it } from 'vitest';
import { lintDemo } from './lint';

const fence = (info: string, text = 'x') => `\`\`\`${info}\n${text}\n\`\`\`\n`;
const found = (markdown: string) =>
  lintDemo(`# Title\n\n${markdown}`).map(({ kind, line }) => `${line} ${kind}`);

describe('a demo without mistakes', () => {
  it('has no problems, whatever it is made of', () => {
    const demo = [
      fence('python setup'),
      fence('python run id=first timeout=20 predict'),
      fence('text input'),
      fence('text output'),
      fence('csv file=data/a.csv'),
      fence('python'),
      fence('js {1,3} {.numberLines}'),
      'Task.\n',
      fence('python exercise=double'),
      fence('python check=double', 'assert double(1) > 1'),
      fence('text cases=double compare=number tolerance=0.1', 'double(1) => 2'),
      fence('text hint=double'),
      fence('python solution=double held'),
      fence('python order=steps', 'a\nb'),
      fence('python gaps=loop', 'for i in {{range|xrange}}(3): pass'),
      fence('text choice=why', '- [x] yes: so it is\n- [ ] no'),
      fence('text note'),
      '![dot](data:image/png;base64,AAAA)\n',
    ];
    expect(found(demo.join('\n'))).toEqual([]);
    expect(lintDemo('')).toEqual([]);
  });
});

it('a word that is none is named, and what was probably meant', () => {
  const [problem] = lintDemo(`# T\n\n${fence('python rnu')}`);
  expect(problem).toEqual({
    kind: 'unknown_word',
    severity: 'warning',
    line: 3,
    endLine: 3,
    values: { word: 'rnu', meant: 'run' },
  });
});

it.each([
  ['a fence without its end', '```python run\nx\n', 'unclosed'],
  ['a key that is none', fence('python run timout=3'), 'unknown_key'],
  ['a language that does not run', fence('cobol run'), 'language_not_run'],
  ['two roles', fence('python run setup'), 'two_roles'],
  ['fresh without run', fence('python fresh'), 'without_run'],
  ['input of nothing', fence('text input'), 'no_block_before'],
  ['a time that is none', fence('python run timeout=soon'), 'bad_timeout'],
  ['a file elsewhere', fence('text file=../a'), 'bad_path'],
  ['a name that the page gives itself', fence('python run id=b1'), 'bad_id'],
  ['an exercise without a name', fence('text choice=', '- [x] a\n- [ ] b'), 'no_name'],
  ['a check of nothing', fence('python check=double'), 'unknown_activity'],
  ['one line to be ordered', fence('python order=a', 'x'), 'order_short'],
  ['no gap', fence('python gaps=a', 'x'), 'gaps_none'],
  ['nothing to choose from', fence('text choice=a', '- [x] a'), 'choice_none'],
  ['nothing right', fence('text choice=a', '- [ ] a\n- [ ] b'), 'choice_right'],
  ['an image of another host', '![a](https://example.org/a.png)\n', 'image_elsewhere'],
  ['HTML', '<b>a</b>\n', 'html'],
])('%s is told with its line', (_what, markdown, kind) => {
  expect(found(markdown)).toContain(`3 ${kind}`);
});

it('an exercise has checks and a solution, and a name of its own', () => {
  expect(found(fence('python exercise=a'))).toEqual(['3 no_check', '3 no_solution']);
  const twice = fence('text choice=a', '- [x] a\n- [ ] b');
  expect(found(`${twice}\n${twice}`)).toEqual(['8 same_name']);
});

it('a check that can be tricked is named, once, where no comparison or hidden case decides', () => {
  const exercise = (check: string) =>
    `${fence('python exercise=a')}\n${fence('python check=a', check)}\n${fence('python solution=a')}`;
  expect(found(exercise('assert f(1) == 1\nassert f(2)\nassert not f(3)'))).toEqual([]);
  expect(found(exercise('assert f(1) == 1\nassert f(2) > 1\nassert f(3) > 2'))).toEqual([
    '9 check_runs',
  ]);
  const hidden = fence('text cases=a', 'f(1) => 1');
  expect(found(`${exercise('assert f(2) > 1')}\n${hidden}`)).toEqual([]);
});

it('code in a list does not run, and a text without a heading has no title', () => {
  expect(found('- a\n\n  ```python run\n  1\n  ```\n')).toEqual(['5 not_top']);
  expect(lintDemo('Words').map(({ kind }) => kind)).toEqual(['no_title']);
});

it('two blocks of one name are told', () => {
  expect(found(`${fence('python run id=a')}\n${fence('python run id=a')}`)).toEqual(['7 same_id']);
});

it('a case that cannot be read is told in its own line', () => {
  const text = `${fence('python exercise=a')}\n${fence('text cases=a compare=same', 'f(1) => 1\nf(2) = 2')}`;
  expect(lintDemo(`# T\n\n${text}`).filter(({ kind }) => kind === 'in_activity')).toMatchObject([
    { line: 7, values: { code: 'badCompare', came: 'same' } },
    { line: 9, values: { code: 'noArrow', came: 'f(2) = 2' } },
  ]);
});
