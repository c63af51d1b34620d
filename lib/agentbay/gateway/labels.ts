/** What a client writes on its sessions, to find them again. */
import 'server-only';
import { shown } from '@/lib/agentbay/shown';
import type { Parameters } from './parameters';
import { wrongParameter } from './refusal';

export type Labels = ReadonlyMap<string, string>;

const MAX_LABELS = 20;
const MAX_LENGTH = 256;

/** Of `Labels`; none where it is absent. Throws InvalidParameter.Labels. */
export function labelsOf(parameters: Parameters): Labels {
  const entries = Object.entries(parameters.object('Labels') ?? {});
  if (entries.length > MAX_LABELS) {
    throw wrongParameter('Labels', `at most ${MAX_LABELS} labels`, String(entries.length));
  }
  const labels = new Map<string, string>();
  for (const [name, value] of entries) {
    if (typeof value !== 'string') throw wrongParameter('Labels', 'texts as values', shown(value));
    if (name === '' || Math.max(name.length, value.length) > MAX_LENGTH) {
      throw wrongParameter(
        'Labels',
        `names and values of at most ${MAX_LENGTH} letters`,
        shown(name || value),
      );
    }
    labels.set(name, value);
  }
  return labels;
}

/** Whether all the `wanted` labels are among `labels`, with the same values. */
export function hasLabels(labels: Labels, wanted: Labels): boolean {
  return [...wanted].every(([name, value]) => labels.get(name) === value);
}
