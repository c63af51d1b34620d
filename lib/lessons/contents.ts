/** What a lesson consists of, section by section, with what there is to do in each. */
import type { DemoDocument } from '../demos/document';
import { type Heading, headingsByPart } from '../demos/headings';
import type { LessonSection } from './lesson';

/** Headings of more are no table of contents. */
const MAX_SECTIONS = 40;

/** By the headings of the second level; by those of the first where there is no other. */
export function contentsOf(document: DemoDocument): LessonSection[] {
  const headings = headingsByPart(document.parts);
  const depth = headings.flat().some((heading) => heading.depth === 2) ? 2 : 1;
  const sections: LessonSection[] = [];
  for (const [at, part] of document.parts.entries()) {
    for (const heading of headings[at] ?? [])
      if (heading.depth === depth) addSection(sections, heading);
    const steps = sections.at(-1)?.steps;
    if (part.kind === 'activity') steps?.activities.push(part.name);
    if (part.kind === 'code' && (part.role === 'run' || part.role === 'readonly')) {
      steps?.blocks.push(part.id);
    }
  }
  return sections.slice(0, MAX_SECTIONS);
}

function addSection(sections: LessonSection[], { id, title }: Heading): void {
  if (title === '') return;
  sections.push({ id, title: title.slice(0, 120), steps: { blocks: [], activities: [] } });
}
