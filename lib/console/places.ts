/** A line of a program's file, as a traceback names it. */
export interface Place {
  /** Relative to the workspace, parts separated by `/`. */
  path: string;
  /** From 1. */
  line: number;
  /** From 1; absent where only the line is known. */
  column?: number;
}

/** A stretch of a line of output that names a place; `from` and `to` are columns. */
export interface PlaceMention {
  from: number;
  to: number;
  place: Place;
}

const WORKSPACE = '/workspace/';
/** `File "/workspace/main.py", line 3` */
const IN_PYTHON = /File "([^"\n]+)", line (\d{1,7})/g;
/** `/workspace/main.js:3:5`, `file:///workspace/main.mjs:3`, `main.ts:3:5`, `main.R#3` */
const IN_OTHERS =
  /(?<![\w/:.\-$@\\])(?:file:\/\/)?((?:\/workspace\/)?(?:[\w-][\w.-]*\/)*[\w-][\w.-]*\.(?:py|[cm]?[jt]s|R|java))[:#](\d{1,7})(?::(\d{1,7}))?(?![\w.])/g;
/** The programs of a prompt are in no file. */
const CELL = /^cell-\d+\.\w+$/;

/** The places that a text names, in order. Those outside of the workspace are left out. */
export function findPlaces(text: string): PlaceMention[] {
  const found: PlaceMention[] = [];
  for (const pattern of [IN_PYTHON, IN_OTHERS]) {
    for (const match of text.matchAll(pattern)) {
      const path = pathInWorkspace(match[1] ?? '');
      const line = Number(match[2]);
      if (path === undefined || line < 1) continue;
      const column = Number(match[3] ?? 0);
      found.push({
        from: match.index,
        to: match.index + match[0].length,
        place: column > 0 ? { path, line, column } : { path, line },
      });
    }
  }
  return found.sort((a, b) => a.from - b.from);
}

function pathInWorkspace(written: string): string | undefined {
  const path = written.startsWith(WORKSPACE) ? written.slice(WORKSPACE.length) : written;
  const parts = path.split('/');
  if (path.startsWith('<') || parts.some((part) => part === '' || part === '.' || part === '..'))
    return undefined;
  if (CELL.test(path) || parts.includes('node_modules')) return undefined;
  return path;
}
