import { findLanguage } from '@/lib/agentbay/languages';

/** `<pre data-runbay="python">` and `<pre><code class="language-python" data-runbay>`. */

export interface FoundBlock {
  pre: HTMLElement;
  code: string;
  language: string;
  /** From `data-title`. */
  title: string | undefined;
}

/** Longer is no example; the server takes no more. */
const MAX_CODE = 256 * 1024;

/** The blocks of the page that ask for it and name a language that there is, in their order. */
export function findBlocks(root: ParentNode): FoundBlock[] {
  return [
    ...root.querySelectorAll<HTMLElement>('pre[data-runbay], pre > code[data-runbay]'),
  ].flatMap((marked) => {
    const pre = marked.closest('pre');
    const source = pre?.querySelector('code') ?? pre;
    const code = source?.textContent?.replace(/\n$/, '') ?? '';
    const language = languageOf(marked, source);
    if (!pre || !findLanguage(language) || code.trim() === '' || code.length > MAX_CODE) return [];
    const title = pre.dataset.title ?? marked.dataset.title;
    return [{ pre, code, language, title }];
  });
}

function languageOf(marked: HTMLElement, source: HTMLElement | null): string {
  const named = marked.dataset.runbay?.trim();
  if (named) return named;
  const classes = [
    ...marked.classList,
    ...(source?.classList ?? []),
    ...(marked.closest('pre')?.classList ?? []),
  ];
  return classes.map((name) => /^(?:lang|language)-(.+)$/.exec(name)?.[1]).find(Boolean) ?? '';
}
