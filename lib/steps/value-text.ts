/** A value as one line of text, for sentences and for finding out whether it is another one. */
import type { Box, StepValue } from './trace';

const LENGTH = 80;

/** `depth`: how many boxes deep; below that a box is `…`. */
export function textOfValue(
  value: StepValue,
  boxes: ReadonlyMap<number, Box>,
  depth = 3,
  length = LENGTH,
): string {
  const text = whole(value, boxes, depth);
  return text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}…`;
}

function whole(value: StepValue, boxes: ReadonlyMap<number, Box>, depth: number): string {
  if (typeof value === 'string') return value;
  const box = boxes.get(value);
  if (box === undefined || depth === 0) return '…';
  const inner = (one: StepValue) => whole(one, boxes, depth - 1);
  const more = box.size === undefined ? [] : ['…'];
  const items = [...(box.items ?? []).map(inner), ...more].join(', ');
  const entries = (box.entries ?? []).map(([key, held]) => `${inner(key)}: ${inner(held)}`);
  switch (box.kind) {
    case 'list':
      return box.type === 'tuple' ? `(${items})` : `[${items}]`;
    case 'set':
      return `{${items}}`;
    case 'map':
      return `{${[...entries, ...more].join(', ')}}`;
    case 'object':
      return `${box.type === 'Object' ? '' : `${box.type} `}{${[...(box.text === undefined ? [] : [box.text]), ...entries].join(', ')}}`;
    case 'function':
    case 'class':
      return box.text ?? box.type;
    case 'text':
      return box.text ? `${box.type} ${box.text}` : box.type;
  }
}
