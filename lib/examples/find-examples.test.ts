import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Language, USUAL_LANGUAGES } from '../agentbay/languages';
import { ALL_EXAMPLES } from '../languages/all-examples';
import { topicWords } from '../messages/zh/example-words';
import { EXAMPLES } from './catalogue';
import { loadExpectations } from './expectations-for-tests';
import { findExamples, languageFirst } from './find-examples';
import { loadPrograms } from './programs';
import { wordsOfExample } from './words';

const titles = (query: string, language?: Language) =>
  findExamples(EXAMPLES, query, language).map(({ title }) => title);

describe('the catalogue', () => {
  it.each(USUAL_LANGUAGES)(
    'has at least 12 programs in %s, and the code of each',
    async (language) => {
      const ids = EXAMPLES.filter((example) => example.language === language).map(({ id }) => id);
      expect(ids.length).toBeGreaterThanOrEqual(12);
      const programs = await loadPrograms(language);
      expect([...programs.keys()].sort()).toEqual(ids.toSorted());
      expect(readdirSync(`lib/languages/${language}/examples`)).toHaveLength(ids.length);
      for (const code of programs.values()) {
        expect(code).toMatch(/^(#|\/\/) [\s\S]+[^\n]\n$/);
        expect(Math.max(...code.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(100);
      }
    },
  );

  it.each(Object.entries(ALL_EXAMPLES))('has the code of each in the folder of %s', async (id) => {
    const names = Object.keys(ALL_EXAMPLES[id] ?? {});
    expect(names.length).toBeGreaterThanOrEqual(4);
    const programs = await loadPrograms(id as Language);
    expect([...programs.keys()].sort()).toEqual(names.map((name) => `${id}/${name}`).sort());
    expect(readdirSync(`lib/languages/${id}/examples`)).toHaveLength(names.length);
  });

  it('says of each what it must print', async () => {
    const expectations = await loadExpectations();
    expect(Object.keys(expectations).sort()).toEqual(EXAMPLES.map(({ id }) => id).sort());
    for (const { id, asksForInput } of EXAMPLES) {
      expect([id, expectations[id]?.stdin !== undefined]).toEqual([id, asksForInput === true]);
    }
  });

  it('describes each with one sentence', () => {
    for (const { description } of EXAMPLES) expect(description).toMatch(/^[^.].{15,90}[.?]$/);
  });
});

describe('the catalogue in Chinese', () => {
  it('has words for every example, topic and level', () => {
    for (const example of EXAMPLES) {
      const words = wordsOfExample(example, 'zh');
      expect([example.id, words.title]).toEqual([
        example.id,
        expect.stringMatching(/\p{Script=Han}|as const/u),
      ]);
      expect([example.id, words.description]).toEqual([
        example.id,
        expect.stringMatching(/\p{Script=Han}.*[。？]$/u),
      ]);
      expect([example.id, ...words.facts.slice(1)]).toEqual([
        example.id,
        expect.stringMatching(/^\p{Script=Han}+$/u),
        expect.stringMatching(/^\p{Script=Han}+$/u),
      ]);
    }
  });

  it('has words for nothing else', () => {
    const topics = EXAMPLES.map(({ topic }) => topic);
    expect(Object.keys(topicWords).filter((topic) => !topics.includes(topic))).toEqual([]);
  });

  it('is searched by Chinese words and by English ones', () => {
    expect(titles('汉诺')).toEqual(['Towers of Hanoi']);
    expect(titles('递归 高级 python')).toEqual(['Eight queens']);
    expect(titles('递归 python')).toEqual(titles('recursion python'));
  });
});

describe('a search', () => {
  it('without words gives all, in their order', () => {
    expect(findExamples(EXAMPLES, '  ', undefined)).toEqual(EXAMPLES);
    expect(titles('', 'javascript')).toHaveLength(
      EXAMPLES.filter(({ language }) => language === 'javascript').length,
    );
  });

  it('finds titles first, then topics and descriptions', () => {
    expect(titles('dates')[0]).toMatch(/^Dates/);
    expect(titles('recursion', 'python')).toEqual(['Towers of Hanoi', 'Eight queens']);
    expect(titles('matplotlib')).toEqual(['Plot of waves', 'Histogram of dice']);
  });

  it('begins with the language that is written, and keeps the order of the rest', () => {
    const found = findExamples(languageFirst(EXAMPLES, 'typescript'), '', undefined);
    expect([...new Set(found.map(({ language }) => language))]).toEqual([
      'typescript',
      'python',
      'javascript',
      ...LANGUAGES.filter((id) => !USUAL_LANGUAGES.includes(id)),
    ]);
    expect(found[0]?.title).toBe('Types at first sight');
    expect(found.find(({ language }) => language === 'python')?.title).toBe('Prime sieve');
  });

  it('wants every word', () => {
    expect(titles('python recursion advanced')).toEqual(['Eight queens']);
    expect(titles('queens javascript')).toEqual([]);
  });

  it('forgives what is left out', () => {
    expect(titles('mndlbrt')).toEqual(['Mandelbrot set']);
    expect(titles('goflife')).toEqual(['Game of Life']);
  });
});
