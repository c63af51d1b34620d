import { expect, it } from 'vitest';
import { readDocument } from '../demos/document';
import { contentsOf } from './contents';

const run = '```python run\n1\n```\n';

it('each section has what there is to do in it', () => {
  const text = `# Title\n\n${run}\n## One\n\n${run}${run}\n### Deeper\n\n${run}\n## Two\n\n\`\`\`python exercise=sum\n\`\`\`\n## End\n`;
  expect(contentsOf(readDocument(text))).toEqual([
    { id: 'one', title: 'One', steps: { blocks: ['b2', 'b3', 'b4'], activities: [] } },
    { id: 'two', title: 'Two', steps: { blocks: [], activities: ['sum'] } },
    { id: 'end', title: 'End', steps: { blocks: [], activities: [] } },
  ]);
});

it('where there are headings of the first level only, these are the sections', () => {
  const sections = contentsOf(readDocument(`# One\n\n${run}\n# Two\n\n${run}`));
  expect(sections.map(({ title, steps }) => [title, steps.blocks])).toEqual([
    ['One', ['b1']],
    ['Two', ['b2']],
  ]);
});

it('a text without headings has none', () => {
  expect(contentsOf(readDocument(`Text\n\n${run}`))).toEqual([]);
});
