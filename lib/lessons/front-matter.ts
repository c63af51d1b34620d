/** The facts that stand before a Markdown text, between two lines of `---`: a small part of YAML. */

export interface FrontMatter {
  title?: string;
  summary?: string;
  /** Its place among the others of its folder; smaller comes first. */
  order?: number;
  minutes?: number;
  /** BCP 47. */
  lang?: string;
}

const HEAD = /^\uFEFF?---[ \t]*\r?\n((?:[\s\S]{0,4000}?\n)?)---[ \t]*(?:\r?\n|$)/;
const TITLE_CHARACTERS = 120;
const SUMMARY_CHARACTERS = 400;

/** What is not understood is left out; a text that does not begin with `---` has none. */
export function readFrontMatter(text: string): { facts: FrontMatter; markdown: string } {
  const head = HEAD.exec(text);
  if (head === null) return { facts: {}, markdown: text.replace(/^\uFEFF/, '') };
  const facts: FrontMatter = {};
  for (const line of (head[1] ?? '').split('\n')) {
    const pair = /^([a-z]+)[ \t]*:[ \t]+(\S.*)$/i.exec(line.trimEnd());
    if (pair) addFact(facts, (pair[1] ?? '').toLowerCase(), unquoted(pair[2] ?? ''));
  }
  return { facts, markdown: text.slice(head[0].length) };
}

function addFact(facts: FrontMatter, key: string, value: string): void {
  const number = /^-?\d{1,6}(?:\.\d{1,3})?$/.test(value) ? Number(value) : undefined;
  if (key === 'title' && value !== '') facts.title = value.slice(0, TITLE_CHARACTERS);
  if (key === 'summary' && value !== '') facts.summary = value.slice(0, SUMMARY_CHARACTERS);
  if (key === 'order' && number !== undefined) facts.order = number;
  if (key === 'minutes' && number !== undefined && number >= 1 && number <= 600) {
    facts.minutes = Math.round(number);
  }
  if (key === 'lang' && /^[a-z]{2,8}(?:-[a-z\d]{1,8}){0,3}$/i.test(value)) facts.lang = value;
}

function unquoted(value: string): string {
  return (
    /^"(.*)"$|^'(.*)'$/
      .exec(value)
      ?.slice(1)
      .find((text) => text !== undefined) ?? value
  )
    .trim()
    .replace(/\s+/g, ' ');
}
