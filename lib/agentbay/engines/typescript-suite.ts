/** What every engine must do with TypeScript: its types cost nothing, and errors stand on the lines as written. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine, EngineSession } from './engine';
import { printed, run } from './testing';

export function typescriptSuite(name: string, makeEngine: () => Engine): void {
  describe(`${name}: TypeScript`, () => {
    let engine: Engine;
    let session: EngineSession;

    beforeAll(async () => {
      engine = makeEngine();
      session = await engine.createSession('typescript');
    }, 30_000);
    afterAll(() => engine.dispose());

    const typescript = (code: string, options = {}) => run(session, 'typescript', code, options);
    const next = { context: 'continue' } as const;

    test('types are stripped', async () => {
      const answer = await typescript(`
interface Point { x: number; y: number }
type Maybe<T> = T | undefined;
function far({ x, y }: Point): number { return Math.hypot(x, y); }
const p = { x: 3, y: 4 } satisfies Point;
let found: Maybe<number> = far(p as Point)!;
console.log(found);
abstract class Shape<T extends object> { abstract area(): number; readonly tags?: T[]; }
class Square extends Shape<Point> { side = 2; override area(): number { return this.side ** 2; } }
new Square().area()`);
      expect(answer.errorMessage).toBeUndefined();
      expect(printed(answer)).toBe('5\n');
      expect(answer.result).toBe('4');
    });

    test('an error stands on the line and column as written', async () => {
      const answer = await typescript(
        'interface A {\n  b: string;\n}\nconst list: number[] = [];\nlist.map((n: number): number => n.c.d);\nfunction f(x: A): never { throw new TypeError("no " + x.b); }\nf({ b: "good" });',
      );
      expect(answer.error).toMatchObject({ name: 'TypeError', value: 'no good', line: 6 });
      expect(answer.error?.column).toBe(33);
      expect(answer.error?.traceback).toContain('/workspace/main.ts:7:1');
    });

    test('enum, namespace and parameter properties work, and errors still stand on their lines', async () => {
      const answer = await typescript(
        `enum Color {
  Red,
  Green = 'g',
}

namespace Geometry {
  export const unit = 1;
}

class Cat {
  constructor(private readonly name: string, public lives = 9) {}
  speak(): string {
    return this.name.toUpperCase() + this.lives + Color.Green + Color[0] + Geometry.unit;
  }
}
console.log(new Cat('Tom').speak());
const nothing: Cat | undefined = undefined as any;

nothing!.speak();
`,
      );
      expect(printed(answer)).toBe('TOM9gRed1\n');
      expect(answer.error).toMatchObject({ name: 'TypeError', line: 19 });
      expect(answer.error?.traceback).toContain('/workspace/main.ts:19:');
    });

    test('a time-out names the line as written', async () => {
      const plain = await typescript('type T = number;\n\nlet n: T = 1;\nwhile (n > 0);\n', {
        timeoutS: 0.5,
      });
      expect(plain.errorMessage).toContain('line 4 was running');
      const rewritten = await typescript(
        'enum E {\n  A,\n  B,\n  C,\n}\n\n\n\nfor (;;) {\n  E.A;\n}\n',
        { timeoutS: 0.5 },
      );
      expect(rewritten.errorMessage).toMatch(/line (9|10) was running/);
    });

    test('what is not TypeScript is told with its line, and the lines before do not run', async () => {
      const answer = await typescript('console.log(1);\nconst x: = 3;\n');
      expect(printed(answer)).toBe('');
      expect(answer.error).toMatchObject({
        ...{ name: 'SyntaxError', value: 'Unexpected token `=`', line: 2, column: 10 },
      });
      expect(answer.error?.traceback).toContain(
        '/workspace/main.ts:2\nconst x: = 3;\n         ^\n',
      );
      expect(answer.exit).toMatchObject({ reason: 'exited', code: 1 });
    });

    test('a context goes on, apart from that of JavaScript', async () => {
      await typescript('const size: number = 20;\nenum Unit { Metre }');
      await run(session, 'javascript', 'const size = "small"');
      const answer = await typescript('(size as number) * 2 + Unit.Metre + 2', next);
      expect(answer).toMatchObject({ result: '42', executionCount: 2 });
      const failed = await typescript('let again: string = 7 as any;\n\nsize.a.b', next);
      expect(failed.error?.line).toBe(3);
      expect((await typescript('again', next)).result).toBe('7');
    });

    test('modules: imports of types vanish, top-level await and input work', async () => {
      const answer = await typescript(
        `import type { Stats } from 'node:fs';
import { readFileSync, type PathLike } from 'node:fs';
const text: string = await new Promise<string>((go) => setTimeout(() => go('late'), 5));
const input = readFileSync(0, 'utf8');
export const both: [string, string] = [text, input];
console.log(both);`,
        { stdin: 'in' },
      );
      expect(answer.logs.stderr.join('')).toBe('');
      expect(printed(answer)).toBe("[ 'late', 'in' ]\n");
    });

    test('a syntax check finds what does not parse, types or not', async () => {
      expect(await session.check('let a: number = 1;\nenum E { A }', 'typescript')).toEqual([]);
      const [problem] = await session.check('let a: number = 1;\nlet b: = 2;', 'typescript');
      expect(problem).toMatchObject({ line: 2, column: 8, severity: 'error' });
      expect(await session.check('let a: number = 1;', 'javascript')).toHaveLength(1);
    });
  });
}
