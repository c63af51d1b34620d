// A function in front of a template gets the fixed parts and the
// values apart, before they become one text.

function show(parts, ...values) {
  console.log('parts: ', parts);
  console.log('values:', values);
}
const fruit = 'pears';
show`I have ${3} ${fruit}.`;

// So a tag can treat the values with care. This one makes text
// safe for a page: nobody's name is taken for HTML.
const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const safe = (value) => String(value).replace(/[&<>"]/g, (c) => ENTITIES[c]);

function html(parts, ...values) {
  // String.raw puts parts and values together again.
  return String.raw({ raw: parts }, ...values.map(safe));
}
const name = '<script>alert("boo")</script>';
console.log(html`<p>Hello, ${name}!</p>`);

// Another removes the indentation that the source needs.
function dedent(parts, ...values) {
  const text = String.raw({ raw: parts }, ...values);
  return text.replace(/^\s+/gm, '').trimEnd();
}
console.log(dedent`
  Dear reader,
  these lines begin at the margin,
  all ${2 + 1} of them.
`);
