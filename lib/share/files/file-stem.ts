/** A name that every system takes; empty where nothing is left of the title. */
export function stemOf(title: string): string {
  return (title.toLowerCase().match(/[a-z0-9]+/g) ?? []).join('-').slice(0, 60);
}
