/** What AgentBay says of a program that failed, as an exception: it gives words, at most with a traceback in them. */
import 'server-only';
import type { ProgramError } from '@/lib/agentbay/contract';

const HEAD = /^([A-Za-z_$][\w.$]*)(?:: ([^\n]*))?$/;
const COLOURS = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');
const AT_LINE = / \(line (\d+)\)\.?$/;
/** The program's own lines, as Python, notebooks and Node.js write them. */
const PLACES = [
  /File "(?:\/workspace\/main\.py|<(?:stdin|string|ipython-input)[^"]*|[^"]*ipykernel[^"]*)", line (\d+)/g,
  /\/workspace\/main\.[jt]s:(\d+)/g,
];

/** `failure` is not empty. */
export function programErrorOf(failure: string): ProgramError {
  const text = failure.replace(COLOURS, '').trim();
  const lines = text.split('\n');
  const first = lines[0] ?? '';
  // A traceback ends with the exception; other words begin with it.
  const isTraceback = /^(Traceback |-{3,})/.test(first);
  const said = (isTraceback ? lines.findLast((line) => HEAD.test(line)) : first) ?? first;
  const told = AT_LINE.exec(said)?.[1];
  const [, name, value = ''] = HEAD.exec(said.replace(AT_LINE, '')) ?? [];
  const rest = isTraceback ? text : lines.slice(1).join('\n').trim();
  const line = lineIn(rest) ?? (told === undefined ? undefined : Number(told));
  return {
    ...(name === undefined ? { name: 'Error', value: said } : { name, value }),
    traceback: rest,
    ...(line === undefined ? {} : { line }),
  };
}

/** Where it happened: the deepest place of the program itself. */
function lineIn(traceback: string): number | undefined {
  const found = PLACES.map((place) => [...traceback.matchAll(place)]).find(({ length }) => length);
  if (found === undefined) return undefined;
  // Python tells the deepest place last, Node.js first.
  const at = found[0]?.[0].startsWith('File') ? found.at(-1) : found[0];
  const line = Number(at?.[1]);
  return line > 0 && line < 1e9 ? line : undefined;
}
