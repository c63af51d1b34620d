import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Diagnostic, initSync, PositionEncoding, Workspace } from '@astral-sh/ruff-wasm-web';
import { beforeAll, describe, expect, it } from 'vitest';
import { programs } from '@/lib/languages/python/programs';
import { FIRST_PROGRAMS } from '@/lib/store/programs';
import { isSyntaxError, problemOfDiagnostic, ruffSettings } from './ruff-problems';

let ruff: Workspace;
beforeAll(() => {
  const wasm = import.meta.resolve('@astral-sh/ruff-wasm-web/ruff_wasm_bg.wasm');
  initSync({ module: readFileSync(fileURLToPath(wasm)) });
  ruff = new Workspace(ruffSettings('3.11.2'), PositionEncoding.Utf16);
});

const found = (text: string) => (ruff.check(text) as Diagnostic[]).map(problemOfDiagnostic);
const seemsBroken = (text: string) => (ruff.check(text) as Diagnostic[]).some(isSyntaxError);

describe('what is underlined in Python', () => {
  it('is told by place, in columns of the editor, and by weight', () => {
    expect(found('"😀"; foo\n')).toEqual([
      expect.objectContaining({
        line: 1,
        column: 7,
        endLine: 1,
        endColumn: 10,
        severity: 'error',
        code: 'F821',
        message: 'Undefined name `foo`',
      }),
    ]);
    expect(found('a = "\\d"\n')).toMatchObject([{ severity: 'warning', code: 'W605' }]);
  });

  it('can be put right where Ruff knows how', () => {
    expect(found('import os\nx = 1\n')).toMatchObject([
      {
        code: 'F401',
        isUnnecessary: true,
        fix: {
          title: 'Remove unused import: `os`',
          edits: [{ line: 1, column: 1, endLine: 2, endColumn: 1, text: '' }],
        },
      },
    ]);
  });

  it.each([
    ['the first program', FIRST_PROGRAMS.python],
    ...Object.entries(programs),
    ['await at the top level', 'import asyncio\nawait asyncio.sleep(0)\n'],
    ['star imports', 'from math import *\nprint(sin(1))\n'],
    ['the playground’s own', 'display(1)\n'],
    ['style', 'x=1;y = 2\nif x == None : print ( y )\n'],
  ])('is not %s', (_, text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('what Python would refuse', () => {
  it.each([
    'print("a',
    'if x:\nprint(1)\n',
    'def f(a, a): pass\n',
    'break\n',
    'return 1\n',
    'type X = int\n',
    'try: x\nexcept: y\nexcept ValueError: z\n',
  ])('%j', (text) => {
    expect(seemsBroken(text)).toBe(true);
  });

  it.each([
    'undefined_name\n',
    'async with a as b: pass\n',
    '[await x async for x in y]\n',
    'with (a as b, c as d): pass\n',
    'try: pass\nexcept* ValueError: pass\n',
    'ª = 1\n℘ = 2\n',
    '\fx = 1\n',
    '# -*- coding: latin-1 -*-\nx = "é"\n',
  ])('is not %j', (text) => {
    expect(seemsBroken(text)).toBe(false);
  });
});
