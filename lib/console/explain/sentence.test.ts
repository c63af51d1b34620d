import { describe, expect, it } from 'vitest';
import { explanations as en } from '@/lib/messages/en/explanations';
import { explanations as zh } from '@/lib/messages/zh/explanations';
import { says } from './explanation';
import { sentence, sentencesOf } from './sentence';

const written = (template: string, values: Parameters<typeof sentence>[1]) =>
  sentence(template, values, en).map(({ text, isCode }) => [text, isCode]);

describe('a sentence', () => {
  it('shows as code what stands in backquotes, with a capital letter at its beginning', () => {
    expect(written('`{name}` is {type}.', { name: 'x', type: { type: 'list' } })).toEqual([
      ['x', true],
      [' is a list.', false],
    ]);
    expect(written('{type} can change.', { type: { type: 'list' } })).toEqual([
      ['A list can change.', false],
    ]);
    expect(written('not {type}.', { type: { type: 'Robot' } })).toEqual([
      ['Not a value of type ', false],
      ['Robot', true],
      ['.', false],
    ]);
  });

  it('takes names from programs as they are, and no more of them than can be read', () => {
    const hostile = '`{name}` <b> {type} $&';
    expect(written('`{name}`!', { name: hostile })).toEqual([
      [hostile, true],
      ['!', false],
    ]);
    expect(written('`{name}`', { name: 'x'.repeat(500) })[0]?.[0]).toHaveLength(121);
    expect(written('{type}', { type: { type: 'constructor' } })).toEqual([
      ['A value of type ', false],
      ['constructor', true],
    ]);
  });

  it('names the block of Python that it is about', () => {
    const said = (statement: string) =>
      sentencesOf(says('missingIndent', { statement: { statement }, opened: 1 }), en)[0]
        ?.map(({ text }) => text)
        .join('');
    expect(said("'if' statement")).toContain('What belongs to if must');
    expect(said('function definition')).toContain('What belongs to the function must');
    expect(said('class definition')).toContain('What belongs to the class must');
  });
});

describe('the texts in Chinese', () => {
  const places = (text = '') => [...new Set(text.match(/\{\w+\}/g))].sort();
  const textsOf = (value: object, path = ''): [string, string][] =>
    Object.entries(value).flatMap(([key, part]): [string, string][] =>
      typeof part === 'string' ? [[`${path}${key}`, part]] : textsOf(part, `${path}${key}.`),
    );
  const english = new Map(textsOf(en));

  it('leave the same places to be filled, and have code in pairs of backquotes', () => {
    const chinese = textsOf(zh);
    expect(chinese.map(([path]) => path).sort()).toEqual([...english.keys()].sort());
    for (const [path, text] of chinese) {
      expect([path, places(text)]).toEqual([path, places(english.get(path))]);
      expect([path, text.split('`').length % 2]).toEqual([path, 1]);
    }
  });
});
