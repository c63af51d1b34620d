import { describe, expect, it, vi } from 'vitest';
import { en } from '../messages/en';
import { findActions } from './find-actions';
import { loadRecent, noteRecent, RECENT_KEY } from './recent';
import { type Action, createActionRegistry } from './registry';

const action = (id: string, label: string, more: Partial<Action> = {}): Action => ({
  id,
  label,
  group: 'Program',
  run: () => {},
  ...more,
});
const RUN = action('run', 'Run the program', { keywords: 'start, execute' });
const STOP = action('stop', 'Stop the program');
const CLEAR = action('clear', 'Clear the console', { group: 'Console' });
const ALL = [RUN, STOP, CLEAR];

const labels = (query: string, recent: string[] = []) =>
  findActions(ALL, query, recent, en.actions.groups).map(({ name, actions }) => [
    name,
    ...actions.map(({ label }) => label),
  ]);

describe('the registry', () => {
  it('lists what its sources offer, by group, and tells of changes', () => {
    const registry = createActionRegistry();
    const onChange = vi.fn();
    const unsubscribe = registry.subscribe(onChange);
    registry.set('console', [CLEAR]);
    registry.set('page', [RUN, STOP]);
    expect(registry.list()).toEqual([RUN, STOP, CLEAR]);
    expect(registry.list()).toBe(registry.list());
    registry.remove('page');
    expect(registry.list()).toEqual([CLEAR]);
    expect(onChange).toHaveBeenCalledTimes(3);
    unsubscribe();
    registry.remove('console');
    registry.remove('nobody');
    expect(onChange).toHaveBeenCalledTimes(3);
  });

  it('takes a source that speaks again in its old place', () => {
    const registry = createActionRegistry();
    registry.set('one', [RUN]);
    registry.set('two', [STOP]);
    const disabled = { ...RUN, enabled: false };
    registry.set('one', [disabled]);
    expect(registry.list()).toEqual([disabled, STOP]);
  });
});

describe('the palette', () => {
  it('shows everything by group where nothing is asked for', () => {
    expect(labels('')).toEqual([
      ['Program', 'Run the program', 'Stop the program'],
      ['Console', 'Clear the console'],
    ]);
  });

  it('shows first what was used last', () => {
    expect(labels(' ', ['clear', 'gone', 'stop'])).toEqual([
      ['lastUsed', 'Clear the console', 'Stop the program'],
      ['Program', 'Run the program'],
    ]);
  });

  it('finds labels, groups and other words', () => {
    expect(labels('clr')).toEqual([['found', 'Clear the console']]);
    expect(labels('execute')).toEqual([['found', 'Run the program']]);
    expect(labels('program stop')[0]?.[1]).toBe('Stop the program');
    expect(labels('xyz')).toEqual([]);
  });

  it('prefers what was used last where both fit', () => {
    expect(labels('the program')[0]?.[1]).toBe('Run the program');
    expect(labels('the program', ['stop'])[0]?.[1]).toBe('Stop the program');
  });
});

describe('the actions used last', () => {
  const storage = (text?: string) => {
    const entries = new Map(text === undefined ? [] : [[RECENT_KEY, text]]);
    return {
      getItem: (key: string) => entries.get(key) ?? null,
      setItem: (key: string, value: string) => void entries.set(key, value),
    };
  };

  it('are remembered once each, newest first, eight at most', () => {
    const kept = storage();
    for (const id of ['a', 'b', 'a', 'c', 'd', 'e', 'f', 'g', 'h', 'i']) noteRecent(kept, id);
    expect(loadRecent(kept)).toEqual(['i', 'h', 'g', 'f', 'e', 'd', 'c', 'a']);
  });

  it('are none where nothing can be read', () => {
    expect(loadRecent(undefined)).toEqual([]);
    expect(loadRecent(storage('{'))).toEqual([]);
    expect(loadRecent(storage('[1]'))).toEqual([]);
    expect(noteRecent(undefined, 'a')).toEqual(['a']);
  });
});
