import { expect, it } from 'vitest';
import { readDocument } from './document';
import { outlineOf } from './outline';

it('every heading has a name of its own, whatever it says', () => {
  const markdown =
    '# Big *Title*!\n\n~~~py run id=loops\n1\n~~~\n\n## Loops\n\n> ## Loops\n\n## 循环 与 `if`\n\n## ***\n\n### <b>\n\n## b1\n\n## L3\n';
  const outline = outlineOf(readDocument(markdown));
  expect(outline).toHaveLength(3);
  expect(outline.flat()).toEqual([
    { id: 'big-title', text: 'Big Title!', level: 1 },
    { id: 'loops-2', text: 'Loops', level: 2 },
    { id: 'loops-3', text: 'Loops', level: 2 },
    { id: '循环-与-if', text: '循环 与 if', level: 2 },
    { id: 'section', text: '***', level: 2 },
    { id: 'section-2', text: '', level: 3 },
    { id: 'b1-', text: 'b1', level: 2 },
    { id: 'l3-', text: 'L3', level: 2 },
  ]);
});
