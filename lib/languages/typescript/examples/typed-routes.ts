// Template literal types take texts apart. Here the compiler
// reads an address like '/boats/:id' and knows its parameters.

type Names<Path extends string> =
  Path extends `${infer Head}/${infer Rest}`
    ? Names<Head> | Names<Rest>
    : Path extends `:${infer Name}`
      ? Name
      : never;

// For '/boats/:id/crew/:name' that is 'id' | 'name'.
type Params<Path extends string> = Record<Names<Path>, string>;

function link<Path extends string>(
  path: Path,
  params: Params<Path>,
): string {
  const values: Record<string, string> = params;
  return path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(values[name] ?? ''),
  );
}

console.log(link('/boats/:id', { id: '7' }));
console.log(
  link('/boats/:id/crew/:name', { id: '7', name: 'Jo Ann' }),
);
// link('/boats/:id', { name: 'Jo' }); // No id: an error.

// The other way: find the route that fits an address.
type Handler<Path extends string> = (
  params: Params<Path>,
) => string;

const routes: ((address: string) => string | undefined)[] = [];

function on<Path extends string>(
  path: Path,
  handler: Handler<Path>,
): void {
  const source = path.replace(/:(\w+)/g, '(?<$1>[^/]+)');
  const pattern = new RegExp(`^${source}$`);
  routes.push((address) => {
    const groups = pattern.exec(address)?.groups;
    // The pattern was made from the path: it has its names.
    return groups && handler(groups as Params<Path>);
  });
}

on('/boats/:id', ({ id }) => `boat number ${id}`);
on('/crew/:name/age/:age', ({ name, age }) => {
  return `${name} is ${Number(age)} years old`;
});

for (const address of ['/boats/12', '/crew/Ada/age/36', '/x']) {
  const answers = routes.map((route) => route(address));
  console.log(address, '→', answers.find(Boolean) ?? 'nobody');
}
