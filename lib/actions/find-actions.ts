import { matchScore } from '../fuzzy';
import type { Action, ActionGroup } from './registry';

export interface ActionSection {
  /** The group's; or where the actions come from. */
  name: ActionGroup | 'found' | 'lastUsed';
  actions: Action[];
}

const RECENT_BONUS = 0.15;

/**
 * The actions that fit a query, best first, in one section; those used lately before others that fit
 * as well. `groupNames` are found too. Without a query all of them, the last used ones first, then by group.
 */
export function findActions(
  actions: readonly Action[],
  query: string,
  recent: readonly string[],
  groupNames: Record<ActionGroup, string>,
): ActionSection[] {
  if (query.trim() === '') return allActions(actions, recent);
  const found = actions
    .map((action) => ({ action, score: scoreOf(action, query, recent, groupNames) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ action }) => action);
  return found.length > 0 ? [{ name: 'found', actions: found }] : [];
}

function allActions(actions: readonly Action[], recent: readonly string[]): ActionSection[] {
  const last = recent.flatMap((id) => actions.find((action) => action.id === id) ?? []);
  const sections: ActionSection[] = last.length > 0 ? [{ name: 'lastUsed', actions: last }] : [];
  for (const action of actions) {
    if (last.includes(action)) continue;
    const section = sections.at(-1);
    if (section?.name === action.group) section.actions.push(action);
    else sections.push({ name: action.group, actions: [action] });
  }
  return sections;
}

function scoreOf(
  action: Action,
  query: string,
  recent: readonly string[],
  groupNames: Record<ActionGroup, string>,
): number {
  const { id, label, group, keywords = '', enabled = true } = action;
  // The label counts most; then what else it is called.
  const score = Math.max(
    matchScore(query, label),
    matchScore(query, `${groupNames[group]} ${label}`) * 0.8,
    ...keywords.split(',').map((word) => (word === '' ? 0 : matchScore(query, word.trim()) * 0.8)),
  );
  if (score === 0) return 0;
  const place = recent.indexOf(id);
  const bonus = place < 0 ? 0 : RECENT_BONUS * (1 - place / recent.length);
  return score + bonus - (enabled ? 0 : 0.1);
}
