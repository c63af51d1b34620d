import { describe, expect, it } from 'vitest';
import { h, jsonForScript, toHtml } from './element';

const HOSTILE = `</p><img src=x onerror="alert('1')">&amp;\0`;

describe('toHtml', () => {
  it('writes text and attributes so that they stay text', () => {
    expect(toHtml(h('p', { title: HOSTILE }, HOSTILE))).toBe(
      `<p title="&lt;/p&gt;&lt;img src=x onerror=&quot;alert('1')&quot;&gt;&amp;amp;\ufffd">` +
        `&lt;/p&gt;&lt;img src=x onerror=&quot;alert('1')&quot;&gt;&amp;amp;\ufffd</p>`,
    );
  });

  it('knows attributes without a value, and elements without an end', () => {
    expect(toHtml(h('input', { disabled: true, hidden: false, name: undefined }))).toBe(
      '<input disabled>',
    );
  });

  it('keeps a line feed at the beginning of preformatted text', () => {
    expect(toHtml(h('pre', {}, '\nx'))).toBe('<pre>\n\nx</pre>');
  });

  it('leaves out what is undefined', () => {
    expect(toHtml(h('p', {}, undefined, 'x'))).toBe('<p>x</p>');
  });
});

describe('jsonForScript', () => {
  it('cannot end the script element', () => {
    const text = jsonForScript({ code: '</script><!--<script>' });
    expect(text).not.toContain('<');
    expect(JSON.parse(text)).toEqual({ code: '</script><!--<script>' });
  });
});
