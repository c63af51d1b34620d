/** A piece of a page as data: the server writes it as HTML, the browser makes it of nodes. Text is never markup. */

export interface El {
  tag: string;
  attrs: Attrs;
  children: readonly Child[];
}

export type Child = El | string | undefined;

/** `true` is an attribute without a value; `undefined` and `false` are none. */
export type Attrs = Record<string, string | number | boolean | undefined>;

/** Names of tags and attributes are ours, never the program's. */
export function h(tag: string, attrs: Attrs = {}, ...children: Child[]): El {
  return { tag, attrs, children };
}

const VOID = new Set(['img', 'input', 'meta']);
/** Their text is not escaped but has to be harmless already. */
const RAW = new Set(['script', 'style']);

export function toHtml(child: Child): string {
  if (child === undefined) return '';
  if (typeof child === 'string') return escaped(child);
  const { tag, attrs, children } = child;
  const head = `<${tag}${Object.entries(attrs).map(attributeOf).join('')}>`;
  if (VOID.has(tag)) return head;
  const write = RAW.has(tag) ? String : toHtml;
  // The parser drops a line feed that a field or a preformatted text begins with.
  const first = tag === 'pre' || tag === 'textarea' ? '\n' : '';
  return `${head}${first}${children.map(write).join('')}</${tag}>`;
}

function attributeOf([name, value]: [string, Attrs[string]]): string {
  if (value === undefined || value === false) return '';
  return value === true ? ` ${name}` : ` ${name}="${escaped(String(value))}"`;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text
    .replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '')
    .replaceAll('\0', '\ufffd');
}

/** JSON that can stand in a script element. */
export function jsonForScript(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

/** In the browser. */
export function toNode(child: El | string): Node {
  if (typeof child === 'string') return document.createTextNode(child);
  const element = document.createElement(child.tag);
  for (const [name, value] of Object.entries(child.attrs)) {
    if (value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? '' : String(value));
  }
  for (const part of child.children) if (part !== undefined) element.append(toNode(part));
  return element;
}
