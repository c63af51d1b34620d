/** What the page can do, told by the parts that do it, for whoever wants to offer it. */

/** In the order in which the palette shows them. */
export const ACTION_GROUPS = [
  'Program',
  'Console',
  'Editor',
  'Files',
  'Session',
  'Layout',
  'Settings',
  'Examples',
] as const;
export type ActionGroup = (typeof ACTION_GROUPS)[number];

export interface Action {
  /** Unique and lasting: `editor.goToLine`. The last used ones are remembered by it. */
  id: string;
  label: string;
  group: ActionGroup;
  /** Keys joined by `+`, `Mod` being Ctrl or Command: `Mod+Enter`. It is shown; who offers it listens for it. */
  shortcut?: string;
  /** Other words under which it is found. */
  keywords?: string;
  /** False: it is shown, but cannot be chosen now. Absent: true. */
  enabled?: boolean;
  run: () => void;
}

export interface ActionRegistry {
  /** Sets all actions of one source; the same source again replaces them in their place. */
  set(source: string, actions: readonly Action[]): void;
  remove(source: string): void;
  /** All actions, by group. The same array until something changes. */
  list(): readonly Action[];
  /** Calls back after each change. Returns how to end that. */
  subscribe(onChange: () => void): () => void;
}

/** An empty registry. Where two sources give the same id, the later one counts. */
export function createActionRegistry(): ActionRegistry {
  const sources = new Map<string, readonly Action[]>();
  const listeners = new Set<() => void>();
  let all: readonly Action[] = [];

  const changed = () => {
    const byId = new Map([...sources.values()].flat().map((action) => [action.id, action]));
    all = [...byId.values()].sort(
      (a, b) => ACTION_GROUPS.indexOf(a.group) - ACTION_GROUPS.indexOf(b.group),
    );
    for (const listener of listeners) listener();
  };

  return {
    set(source, actions) {
      sources.set(source, actions);
      changed();
    },
    remove(source) {
      if (sources.delete(source)) changed();
    },
    list: () => all,
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
  };
}
