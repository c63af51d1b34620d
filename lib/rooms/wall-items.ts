/** What a wall shows of a demo: its blocks and exercises, in order. */

import { findLanguage } from '../agentbay/languages';
import type { DemoDocument } from '../demos/document';
import { headingsOf } from '../demos/headings';
import { ACTIVITY_PREFIX } from './contract';
import type { WallItem } from './wall-view';

/** `document`: of what a reader may have. Blocks are counted as their readers count them. */
export function wallItems({ parts }: DemoDocument): WallItem[] {
  const items: WallItem[] = [];
  let under = '';
  let blocks = 0;
  for (const part of parts) {
    if (part.kind === 'text') {
      under = headingsOf([part]).at(-1)?.title ?? under;
    } else if (part.kind === 'activity') {
      const { name, main } = part;
      const language = findLanguage(main.language);
      items.push({
        item: ACTIVITY_PREFIX + name,
        kind: 'exercise',
        label: name,
        under,
        ...(part.type === 'exercise' ? { code: main.text } : { code: '', isAnswer: true }),
        ...(language === undefined ? {} : { language }),
      });
    } else if (part.kind === 'code' && (part.role === 'run' || part.role === 'readonly')) {
      blocks += 1;
      const { id, language, code } = part;
      items.push({ item: id, kind: 'block', label: String(blocks), under, code, language });
    }
  }
  return items;
}
