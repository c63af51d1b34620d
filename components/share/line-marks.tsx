'use client';

import { useEffect } from 'react';
import { readLineRange, writeLineRange } from '@/lib/share/line-range';

/** Marks the lines that the address names. A click on a number names it; with Shift, all up to it. */
export function LineMarks() {
  useEffect(() => {
    const mark = (scroll: boolean) => {
      for (const line of document.querySelectorAll('.snippet-line[data-marked]'))
        line.removeAttribute('data-marked');
      const range = readLineRange(location.hash);
      if (!range) return;
      const lines = document.querySelectorAll('.snippet-line[id]');
      for (let number = range.from; number <= Math.min(range.to, lines.length); number += 1)
        lines[number - 1]?.setAttribute('data-marked', '');
      if (scroll) lines[range.from - 1]?.scrollIntoView({ block: 'center' });
    };
    const onHash = () => mark(true);
    const onClick = (event: MouseEvent) => {
      const number = event.target instanceof HTMLElement && event.target.dataset.line;
      if (!number || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      const from = event.shiftKey ? readLineRange(location.hash)?.from : undefined;
      const line = Number(number);
      const range = { from: Math.min(from ?? line, line), to: Math.max(from ?? line, line) };
      history.replaceState(history.state, '', `#${writeLineRange(range)}`);
      mark(false);
    };
    mark(true);
    window.addEventListener('hashchange', onHash);
    document.addEventListener('click', onClick);
    return () => {
      window.removeEventListener('hashchange', onHash);
      document.removeEventListener('click', onClick);
    };
  }, []);
  return null;
}
