import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LessonCatalogue } from './catalogue';
import { LESSON_BYTES } from './folder';

let folder: string;
let timeMs = 0;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'runbay-lessons-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const put = (path: string, text: string) => {
  const whole = join(folder, path);
  mkdirSync(dirname(whole), { recursive: true });
  writeFileSync(whole, text);
};
const catalogue = () => new LessonCatalogue(join(folder, 'all'), () => timeMs);
const titles = async (lessons: LessonCatalogue) =>
  (await lessons.groups()).map((group) => [
    group.title,
    ...group.lessons.map(({ title }) => title),
  ]);

describe('the lessons of a folder', () => {
  it('are its Markdown files, each folder a group', async () => {
    put('all/python/b.md', '---\norder: 1\nminutes: 5\n---\n# Begin\n\nThe *first* one.\n');
    put('all/python/a.md', '# Go on\n');
    put('all/my-own/Lesson 10.md', 'Text');
    put('all/my-own/Lesson 9.md', 'Text');
    put('all/alone.md', '# Alone');
    put('all/python/picture.png', 'no lesson');
    const lessons = catalogue();
    expect(await titles(lessons)).toEqual([
      ['Lessons', 'Alone'],
      ['My own', 'lesson-9', 'lesson-10'],
      ['Python', 'Begin', 'Go on'],
    ]);
    expect(await lessons.lesson('python/b')).toMatchObject({
      slug: 'python/b',
      title: 'Begin',
      summary: 'The first one.',
      minutes: 5,
      group: { id: 'python', title: 'Python' },
      markdown: '# Begin\n\nThe *first* one.\n',
      recorded: {},
      previous: undefined,
      next: { slug: 'python/a' },
    });
    expect(await lessons.lesson('python/a')).toMatchObject({
      previous: { slug: 'python/b' },
      next: undefined,
    });
    expect(await lessons.lesson('lessons/alone')).toMatchObject({ title: 'Alone' });
  });

  it('are described by index.md, which is no lesson', async () => {
    put('all/b/one.md', '# One');
    put('all/a/one.md', '# One');
    put('all/b/index.md', '---\norder: 1\nlang: zh\n---\n# 第一课\n\n说明。');
    const [group] = await catalogue().groups();
    expect(group).toMatchObject({ id: 'b', title: '第一课', summary: '说明。', lang: 'zh' });
    expect(group?.lessons).toHaveLength(1);
    expect(await catalogue().lesson('b/index')).toBeUndefined();
  });

  it('say what there is to do in them', async () => {
    put(
      'all/x/one.md',
      '# A\n```python setup\n1\n```\n```python run\n1\n```\n```python readonly id=look\n2\n```\n```python file=a.py\n```\n```python exercise=e\n```\n```python run\n```\n',
    );
    const [group] = await catalogue().groups();
    expect(group?.lessons[0]?.steps).toEqual({ blocks: ['b1', 'look', 'b2'], activities: ['e'] });
  });

  it('are read again when a file has changed, come or gone', async () => {
    put('all/x/one.md', '# Before');
    const lessons = catalogue();
    expect(await titles(lessons)).toEqual([['X', 'Before']]);
    const { version } = (await lessons.lesson('x/one')) ?? {};
    put('all/x/one.md', '# Afterwards');
    put('all/x/two.md', '# Second');
    timeMs += 2000;
    expect(await titles(lessons)).toEqual([['X', 'Afterwards', 'Second']]);
    expect((await lessons.lesson('x/one'))?.version).not.toBe(version);
    rmSync(join(folder, 'all/x/one.md'));
    timeMs += 2000;
    expect(await titles(lessons)).toEqual([['X', 'Second']]);
  });

  it('have what was recorded of them beside them, if it is well-formed', async () => {
    put('all/x/one.md', '# One');
    put('all/x/one.json', '{"b1":{"events":[]}}');
    put('all/x/two.md', '# Two');
    put('all/x/two.json', '{"b1":');
    put('all/x/three.md', '# Three');
    put('all/x/three.json', '{"b1":7}');
    const lessons = catalogue();
    expect((await lessons.lesson('x/one'))?.recorded).toEqual({ b1: { events: [] } });
    expect((await lessons.lesson('x/two'))?.recorded).toEqual({});
    expect((await lessons.lesson('x/three'))?.recorded).toEqual({});
  });

  it('are none where there is no folder', async () => {
    expect(await catalogue().groups()).toEqual([]);
    expect(await catalogue().lesson('x/one')).toBeUndefined();
  });
});

describe('a lesson in several languages', () => {
  beforeEach(() => {
    put('all/x/index.md', '---\norder: 1\nlang: en\n---\n# Boats');
    put('all/x/index.zh.md', '# 船');
    put('all/x/one.md', '---\norder: 2\nlang: en-GB\n---\n# One');
    put('all/x/one.json', '{"b1":{"events":[]}}');
    put('all/x/one.ZH.md', '---\nlang: zh-Hans\n---\n# 一');
    put('all/x/one.ZH.json', '{"b2":{"events":[]}}');
    put('all/x/two.md', '---\norder: 1\n---\n# Two');
    put('all/x/only.zh.md', '---\norder: 3\n---\n# 三');
    put('all/x/three.old.md', '# No language of the interface');
  });

  it('is one lesson, told in that of the reader or else as it is there', async () => {
    const all = async (wanted?: string) => {
      const [group] = await catalogue().groups(wanted);
      const lessons = group?.lessons.map(({ slug, title, lang }) => [slug, title, lang]);
      return [group?.title, group?.lang, ...(lessons ?? [])];
    };
    const others = [
      ['x/two', 'Two', undefined],
      ['x/one', 'One', 'en-GB'],
      ['x/only', '三', 'zh'],
    ];
    expect(await all()).toEqual(['Boats', 'en', ...others]);
    expect(await all('en')).toEqual(['Boats', 'en', ...others]);
    expect(await all('de')).toEqual(['Boats', 'en', ...others]);
    expect(await all('zh')).toEqual([
      ...['船', 'zh'],
      ['x/two', 'Two', undefined],
      ['x/one', '一', 'zh-Hans'],
      ['x/only', '三', 'zh'],
    ]);
  });

  it('has for each a name and what was recorded, and neighbours in it', async () => {
    const lessons = catalogue();
    expect(await lessons.lesson('x/one', 'zh')).toMatchObject({
      ...{ slug: 'x/one', ref: 'learn/zh/x/one', language: 'zh', languages: ['en', 'zh'] },
      ...{ markdown: '# 一', recorded: { b2: { events: [] } }, group: { title: '船', lang: 'zh' } },
      ...{ previous: { title: 'Two' }, next: { title: '三' } },
    });
    expect(await lessons.lesson('x/one')).toMatchObject({
      ...{ slug: 'x/one', ref: 'learn/en/x/one', language: 'en', languages: ['en', 'zh'] },
      ...{ recorded: { b1: { events: [] } }, group: { title: 'Boats' } },
    });
    // Where there is no choice, the name needs no language.
    expect(await lessons.lesson('x/two', 'zh')).toMatchObject({ ref: 'learn/x/two' });
    expect(await lessons.lesson('x/only', 'en')).toMatchObject({
      ...{ ref: 'learn/x/only', language: 'zh', lang: 'zh' },
    });
    expect(await lessons.lesson('x/one.zh', 'zh')).toBeUndefined();
  });

  it('has one version of a language, that whose name says nothing', async () => {
    put('all/y/one.md', '---\nlang: zh-CN\n---\n# 本来');
    put('all/y/one.zh.md', '# 另一个');
    put('all/y/one.en.md', '# In English');
    const lessons = catalogue();
    expect(await lessons.lesson('y/one', 'zh')).toMatchObject({
      ...{ title: '本来', languages: ['zh', 'en'] },
    });
    expect(await lessons.lesson('y/one', 'en')).toMatchObject({ title: 'In English' });
  });
});

describe('what is no lesson', () => {
  it('is whatever links lead to outside of the folder', async () => {
    put('secret/key.md', '# A key');
    put('all/x/one.md', '# One');
    symlinkSync(join(folder, 'secret/key.md'), join(folder, 'all/x/key.md'));
    symlinkSync(join(folder, 'secret'), join(folder, 'all/secret'));
    symlinkSync('/etc/passwd', join(folder, 'all/x/one.json'));
    symlinkSync(join(folder, 'all'), join(folder, 'all/loop'));
    symlinkSync(join(folder, 'all/x/nowhere.md'), join(folder, 'all/x/dead.md'));
    // Within the folder they are what they lead to: so some systems lay out what is mounted.
    symlinkSync('one.md', join(folder, 'all/x/same.md'));
    const lessons = catalogue();
    expect(await titles(lessons)).toEqual([['X', 'One', 'One']]);
    expect((await lessons.lesson('x/one'))?.recorded).toEqual({});
  });

  it('is what is too large, not text, hidden, or has no name for an address', async () => {
    put('all/x/one.md', '# One');
    put('all/x/large.md', `# Large\n${'a'.repeat(LESSON_BYTES)}`);
    writeFileSync(join(folder, 'all/x/bytes.md'), Buffer.from([0x23, 0x20, 0xff, 0xfe]));
    put('all/x/.hidden.md', '# Hidden');
    put('all/.git/one.md', '# Hidden');
    put('all/x/a%2fb.md', '# Escaped');
    put('all/x/-.md', '# Dash');
    put('all/x/ONE.md', '# The same address');
    mkdirSync(join(folder, 'all/x/folder.md'));
    put('all/x/deep/two.md', '# Two folders deep');
    expect((await titles(catalogue())).flat()).toHaveLength(2);
  });

  it('is whatever an address names besides', async () => {
    put('all/x/one.md', '# One');
    put('outside.md', '# Outside');
    const lessons = catalogue();
    for (const slug of [
      '',
      'x',
      'x/',
      '/one',
      'x/one.md',
      'x/../x/one',
      '../outside',
      'x/one\0',
      '__proto__/constructor',
    ])
      expect([slug, await lessons.lesson(slug)]).toEqual([slug, undefined]);
  });
});
