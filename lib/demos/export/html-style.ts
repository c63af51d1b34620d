/** The style of an exported page: that of the product in light colours, with the system's own letters. */
import { LIGHT } from './light-colours';

const tokens = Object.entries(LIGHT)
  .map(([name, value]) => `--${name}:${value}`)
  .join(';');

export const HTML_STYLE = `
:root{color-scheme:light;${tokens}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--text);font:16px/1.6 system-ui,-apple-system,"Segoe UI","PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
main{max-width:46rem;margin:0 auto;padding:2rem 1.25rem 1rem;overflow-wrap:anywhere}
h1,h2,h3,h4{line-height:1.25;letter-spacing:-.01em;text-wrap:balance;break-after:avoid}
h1{font-size:1.9rem;margin:.5rem 0 1rem}
h2{font-size:1.35rem;margin:2rem 0 .5rem}
a{color:var(--accent);text-underline-offset:.2em}
img{max-width:100%;height:auto}
pre,code{font-family:ui-monospace,"Cascadia Code","SF Mono",Menlo,Consolas,monospace;font-variant-ligatures:none}
pre{margin:0;padding:.75rem 1rem;overflow:auto;font-size:.875rem;line-height:1.5;tab-size:4;color:var(--code-text)}
:not(pre)>code{padding:.1em .3em;border-radius:.25rem;background:var(--code-line-active);font-size:.9em}
figure{margin:1rem 0;border:1px solid var(--line);border-radius:.5rem;background:var(--surface);overflow:hidden}
figcaption,summary{padding:.3rem 1rem;font-size:.8125rem;font-weight:600;color:var(--muted);break-after:avoid}
figcaption{border-bottom:1px solid var(--line);background:var(--ground)}
figure+figure.output{margin-top:-1rem;border-top:0;border-radius:0 0 .5rem .5rem}
figure:has(+figure.output){border-radius:.5rem .5rem 0 0}
.output>img,.output>.table,.output>.prose{display:block;margin:.75rem 1rem}
details{margin:1rem 0;border:1px solid var(--line);border-radius:.5rem;background:var(--surface)}
details>:not(summary,figure,pre){margin-inline:1rem}
details>figure{margin:0;border:0;border-top:1px solid var(--line);border-radius:0}
summary{cursor:pointer}
table{border-collapse:collapse;font-size:.9375rem}
.table{overflow:auto}
th,td{padding:.3rem .75rem;border:1px solid var(--line);text-align:left}
blockquote{margin:1rem 0;padding-left:1rem;border-left:3px solid var(--line);color:var(--muted)}
:focus-visible{outline:2px solid var(--focus);outline-offset:2px}
footer{max-width:46rem;margin:0 auto;padding:1rem 1.25rem 2rem;font-size:.8125rem;color:var(--muted);overflow-wrap:anywhere}
.c-comment{font-style:italic;color:var(--code-comment)}
${['keyword', 'string', 'number', 'type', 'punctuation'].map((kind) => `.c-${kind}{color:var(--code-${kind})}`).join('')}
.o-stderr,.o-error,.o-error-name{color:var(--out-stderr)}
.o-input{color:var(--out-input)}
.o-result{color:var(--out-result)}
.o-note{color:var(--muted)}
@media print{body{background:#fff;font-size:11pt}main{max-width:none;padding:0}pre{white-space:pre-wrap;overflow:visible}figure,img,table{break-inside:avoid}figure:has(pre){break-inside:auto}details::details-content{content-visibility:visible;block-size:auto}}
`;
