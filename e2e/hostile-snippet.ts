/** A shared program of which every field is an attack, and what no page made of it may hold. */
import type { Page } from '@playwright/test';
import { writeProgram } from '../lib/share/fragment';

/** `outside`: the address of a host that nobody may call. */
export function markupOf(outside: string): string {
  return [
    `"><img src=x onerror="taken=1;alert(1)">`,
    `<script>taken=1;alert(1)</script></script></title></textarea></style></template></pre>-->]]>`,
    `<svg onload=alert(1)><a href="javascript:alert(1)">x</a><base href="${outside}/">`,
    `<meta http-equiv=refresh content="0;url=${outside}/refresh"><iframe src="${outside}/frame"></iframe>`,
    `<link rel=stylesheet href="${outside}/css"><form action="${outside}/form"><button id=taken>`,
    `' onmouseover='alert(1)' x=' {{7*7}} \${alert(1)} %0d%0aSet-Cookie:taken=1 &lt;b&gt; \`\`\`\`\`\` javascript:alert(1)`,
  ].join('');
}

/** Names that are allowed, each of which is something else in HTML, a shell, a notebook, an object or a header. */
export const PATHS = [
  '"><img src=x onerror=alert(1)>.txt',
  "a';alert(1);'.js",
  '`](javascript:alert(1)).md',
  '<script>alert(1)<',
  '__proto__',
  'constructor/prototype.json',
  '\u202etxt.exe',
  '%0d%0aSet-Cookie: taken=1',
  "{__import__('os')}$(touch taken).py",
  '-a taken.txt',
];

export function hostileProgram(outside: string) {
  const markup = markupOf(outside);
  const python = (text: unknown) => JSON.stringify(JSON.stringify(text));
  const show = (bundle: Record<string, unknown>) =>
    `display(json.loads(${python(bundle)}), raw=True)`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="30" height="30" onload="alert(1)"><script>parent.taken=1;alert(1)</script><image xlink:href="${outside}/image" width="9" height="9"/><foreignObject width="9" height="9"><iframe xmlns="http://www.w3.org/1999/xhtml" src="${outside}/svg"/></foreignObject></svg>`;
  const chart = {
    $schema: 'https://vega.github.io/schema/vega-lite/v5.json',
    title: markup,
    data: { url: `${outside}/data` },
    mark: { type: 'point', href: 'javascript:alert(1)', tooltip: { content: 'data' } },
    encoding: { x: { field: 'a', title: markup }, href: { value: 'javascript:alert(1)' } },
  };
  const escapes = [
    ']0;taken\u0007',
    ']8;;javascript:alert(1)\u0007a link\u001b]8;;\u0007',
    `]8;;${outside}/escape"onmouseover="alert(1)\u0007another\u001b]8;;\u0007`,
    ']52;c;dGFrZW4=\u0007',
    'P1;1|taken\u001b\\',
    '[999999999B',
    '[2J[H',
    `[38;2;0;0;0;url(${outside}/colour)m`,
  ].map((rest) => `\u001b${rest}`);
  const code = [
    `# ${markup}`,
    'import json, sys',
    'from IPython.display import display',
    `print(json.loads(${python(markup)}))`,
    `sys.stderr.write(json.loads(${python(markup)}) + "\\n")`,
    `print(json.loads(${python(escapes.join('x'))}))`,
    show({ 'text/html': `${markup}<script>parent.taken=1;top.location='${outside}/top'</script>` }),
    show({ 'image/svg+xml': svg, 'text/plain': markup }),
    show({
      'text/markdown': `${markup}\n\n![p](${outside}/picture) [l](javascript:alert(1)) [d](data:text/html,x) <${outside}/auto>`,
    }),
    show({
      'text/latex': `$\\href{javascript:alert(1)}{x} \\includegraphics{${outside}/tex} \\htmlClass{taken}{y}$`,
    }),
    show({ 'application/vnd.vegalite.v5+json': chart, 'text/plain': markup }),
    show({
      'application/json': { [markup]: markup, ['__proto__']: { taken: 1 }, constructor: markup },
    }),
    show({ 'image/png': 'PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+', 'text/plain': markup }),
    show({ 'text/plain': markup }),
    `raise type(json.loads(${python(markup)}), (Exception,), {})(json.loads(${python(markup)}))`,
  ].join('\n');
  return {
    language: 'python',
    timeoutS: 20,
    title: markup.slice(0, 190),
    code,
    stdin: markup,
    files: PATHS.map((path) => ({ path, text: `${markup}\n\`\`\`\n~~~\n# heading\n` })),
    receipt: 'run',
  };
}

/** What may stand behind `#`, and what one may try there. */
export async function hostileFragments(outside: string): Promise<string[]> {
  const markup = markupOf(outside);
  const files = PATHS.map((path) => ({ path, text: markup }));
  return [
    encodeURIComponent(markup),
    markup,
    'v1.%00',
    `v1.${'A'.repeat(5000)}`,
    'v9.AAAA',
    'edit=<script>alert(1)</script>',
    `edit=${'b'.repeat(28)}`,
    'open=../../api/session',
    `open=${'b'.repeat(16)}.9999999999999999999`,
    'L1-L999999999999',
    'L3<script>',
    (
      await writeProgram({
        language: 'python',
        code: `# ${markup}`,
        timeoutS: 1,
        stdin: markup,
        files,
      })
    ).slice(1),
  ];
}

/**
 * What stands in a document that must not: handlers, scripts of somebody else, addresses that run something
 * or lead elsewhere without a click. Given as text, so that it can be asked of HTML that no browser has run.
 */
export function faultsOf(page: Page, html?: string): Promise<string[]> {
  return page.evaluate((text) => {
    const root = text === undefined ? document : new DOMParser().parseFromString(text, 'text/html');
    const scripts = [...root.querySelectorAll('script')];
    const nonceOf = (script: HTMLScriptElement) => script.nonce || script.getAttribute('nonce');
    const faults: string[] = [];
    if (new Set(scripts.map(nonceOf).filter(Boolean)).size > 1) faults.push('more than one nonce');
    for (const script of scripts) {
      // What a script of ours has loaded carries no nonce.
      const isLoaded = text === undefined && script.hasAttribute('src');
      if (!isLoaded && !nonceOf(script)) faults.push(script.outerHTML.slice(0, 200));
    }
    const addresses = [
      'href',
      'src',
      'action',
      'formaction',
      'data',
      'poster',
      'xlink:href',
      'ping',
    ];
    const runs = /^\s*(javascript|vbscript|data:(?!image\/(png|jpeg|gif|svg\+xml)[;,]))/i;
    const loads = new Set([
      'IMG',
      'IFRAME',
      'LINK',
      'SCRIPT',
      'SOURCE',
      'VIDEO',
      'EMBED',
      'OBJECT',
      'FORM',
      'BASE',
      'IMAGE',
    ]);
    for (const element of root.querySelectorAll('*')) {
      const told = () => element.outerHTML.slice(0, 200);
      for (const { name, value } of element.attributes) {
        if (name.startsWith('on') || name === 'srcdoc') faults.push(told());
        if (name === 'style' && /url\(|expression|@import/i.test(value)) faults.push(told());
        if (!addresses.includes(name)) continue;
        if (runs.test(value)) faults.push(told());
        const { origin, protocol } = new URL(value, location.href);
        const isOwn = origin === location.origin || protocol === 'data:' || protocol === 'blob:';
        if (loads.has(element.tagName.toUpperCase()) && !isOwn) faults.push(told());
      }
      const isFrame = element.tagName === 'IFRAME';
      if (isFrame && element.getAttribute('sandbox') !== 'allow-scripts') faults.push(told());
      const isRefresh = element.matches('meta[http-equiv]');
      if (isRefresh || element.matches('base, object, embed')) faults.push(told());
    }
    if (root.querySelector('#taken, .taken, [name="taken"]'))
      faults.push('an element of the program’s');
    return faults;
  }, html);
}
