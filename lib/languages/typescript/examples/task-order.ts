// In which order can things be done when some need others
// first? That is a topological sort, after Kahn.

// Each task, and the tasks that must be done before it.
const needs = {
  breakfast: ['coffee', 'eggs', 'table'],
  coffee: ['water'],
  eggs: ['water', 'fire'],
  fire: ['wood'],
  table: [],
  water: [],
  wood: [],
} satisfies Record<string, string[]>;

function sortTasks(needs: Record<string, string[]>): string[] {
  const open = new Map<string, Set<string>>();
  for (const [task, first] of Object.entries(needs)) {
    open.set(task, new Set(first));
  }

  const order: string[] = [];
  while (open.size > 0) {
    // Ready is what waits for nothing any more.
    const ready = [...open.keys()].filter(
      (task) => open.get(task)?.size === 0,
    );
    if (ready.length === 0) {
      const circle = [...open.keys()].join(', ');
      throw new Error(`These wait for each other: ${circle}`);
    }
    for (const task of ready) {
      open.delete(task);
      order.push(task);
    }
    for (const waiting of open.values()) {
      for (const task of ready) waiting.delete(task);
    }
  }
  return order;
}

for (const [index, task] of sortTasks(needs).entries()) {
  console.log(`${index + 1}. ${task}`);
}

try {
  sortTasks({ egg: ['hen'], hen: ['egg'], farm: [] });
} catch (error) {
  console.log(error instanceof Error ? error.message : error);
}
