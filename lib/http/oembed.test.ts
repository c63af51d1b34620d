import { expect, test } from 'vitest';
import { messagesOf } from '@/lib/messages/load';
import type { Snippet } from '@/lib/snippets/contract';
import { checkOEmbed, toOEmbed } from './oembed';

const BASE = 'https://run.example.org';
const ID = 'bcdfghjkmnpqrstv';
const wishOf = (query: Record<string, string>) => checkOEmbed(new URLSearchParams(query), BASE);

function answerFor(query: Record<string, string>, title = 'Primes') {
  const snippet = { kind: 'program', id: ID, title, language: 'python', version: 3 };
  const wish = wishOf({ url: `${BASE}/s/${ID}`, ...query });
  return toOEmbed(snippet as Snippet, BASE, wish, messagesOf('en'));
}

test('a page, its revision and its frame are known by their address', () => {
  expect(wishOf({ url: `${BASE}/s/${ID}` }).id).toBe(ID);
  expect(wishOf({ url: `http://run.example.org/s/${ID}?revision=2#L3` }).options.revision).toBe(2);
  expect(wishOf({ url: `${BASE}/embed/${ID}?theme=dark` }).options.theme).toBe('dark');
});

test.each([
  `https://evil.example/s/${ID}`,
  `${BASE}.evil.example/s/${ID}`,
  `https://run.example.org@evil.example/s/${ID}`,
  `${BASE}:8443/s/${ID}`,
  `${BASE}/`,
  `${BASE}/s/${ID}.png`,
  `${BASE}/s/${ID}/more`,
  `javascript:alert(1)//run.example.org/s/${ID}`,
  'not an address',
  '',
])('%s is no address of a shared program', (url) => {
  expect(() => wishOf({ url })).toThrow(expect.objectContaining({ code: 'not_found' }));
});

test('a missing address, a wrong number and another format are told', () => {
  const url = `${BASE}/s/${ID}`;
  const thrown = (query: Record<string, string>, code: string) =>
    expect(() => wishOf(query)).toThrow(expect.objectContaining({ code }));
  thrown({}, 'bad_request');
  thrown({ url, maxwidth: '12px' }, 'bad_request');
  thrown({ url, maxheight: '0' }, 'bad_request');
  thrown({ url, format: 'xml' }, 'not_implemented');
});

test('the frame is as large as is allowed, and the picture is there where it fits', () => {
  expect(answerFor({})).toMatchObject({
    version: '1.0',
    type: 'rich',
    title: 'Primes',
    width: 720,
    height: 420,
    thumbnail_url: `${BASE}/s/${ID}.png?v=3`,
    thumbnail_width: 1200,
    thumbnail_height: 630,
  });
  const small = answerFor({ maxwidth: '300', maxheight: '200' });
  expect(small).toMatchObject({ width: 300, height: 200 });
  expect(small.html).toContain('height="200"');
  expect(small).not.toHaveProperty('thumbnail_url');
});

test('a document has its own name, page and room, and may be asked for one block', () => {
  const demo = { kind: 'demo', id: ID, title: '', markdown: '# Boats', version: 3 } as Snippet;
  const wish = wishOf({ url: `${BASE}/d/${ID}?block=b2` });
  const answer = toOEmbed(demo, BASE, wish, messagesOf('en'));
  expect(answer).toMatchObject({ title: 'Boats', height: 640 });
  expect(answer.html).toContain(`src="${BASE}/embed/${ID}?block=b2"`);
  expect(answer.html).toContain(`<a href="${BASE}/d/${ID}">Boats</a>`);
});

test('what is to be guessed is not in the picture', () => {
  const { thumbnail_url } = answerFor({ url: `${BASE}/s/${ID}?revision=2&predict` });
  expect(thumbnail_url).toBe(`${BASE}/s/${ID}.png?v=3&revision=2&output=hidden`);
});

test('a hostile title stays text in the HTML', () => {
  const { html, title } = answerFor({}, `"><script>alert(1)</script>'\n</iframe>`);
  expect(title).toContain('<script>');
  expect(html).not.toMatch(/<script|<\/iframe>.*<\/iframe>|'\s/is);
});
