/** What only R does, where this machine has it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EngineSession } from '@/lib/agentbay/engines/engine';
import { findHostLanguages } from '@/lib/agentbay/engines/local/host-languages';
import { follow, localEngine, printed, run, start } from '@/lib/agentbay/engines/testing';

const { missing } = findHostLanguages(['r'], process.cwd());

describe.skipIf(missing.length > 0)(`R ${missing.join('')}`, () => {
  const engine = localEngine({ RUNBAY_LANGUAGES: 'python,r' });
  let session: EngineSession;
  const r = (code: string, options = {}) => run(session, 'r', code, options);

  beforeAll(async () => {
    session = await engine.createSession('r');
  }, 60_000);
  afterAll(() => engine.dispose());

  const isPng = (png = '') => Buffer.from(png, 'base64').subarray(1, 4).toString() === 'PNG';

  test('values of the top level are printed, the last one is the main result', async () => {
    const answer = await r('1:3\nx <- 5\n"a"\ninvisible(7)\nx');
    expect(printed(answer)).toBe('[1] 1 2 3\n[1] "a"\n');
    expect(answer.results).toEqual([{ text: '[1] 5', isMainResult: true }]);
    expect((await r('x <- 1')).results).toEqual([]);
    expect((await r('print("once")')).results).toEqual([]);
  });

  test('each plot is an image, whole, and in its place', async () => {
    const answer = await r('plot(1:3)\nlines(3:1)\nhist(c(1, 2, 2))\ncat("end\\n")');
    expect(answer.logs.stderr).toEqual([]);
    expect(answer.results).toHaveLength(2);
    expect(answer.results.every(({ png }) => isPng(png))).toBe(true);
    const panels = await r('par(mfrow = c(1, 2))\nplot(1:3)\nbarplot(c(a = 1, b = 2))');
    expect(panels.results.map(({ png }) => isPng(png))).toEqual([true]);
    const drawnThenFailed = await r('plot(1)\nstop("after")');
    expect(drawnThenFailed.results).toHaveLength(1);
  });

  test('a plot stands before the value or the error that comes after it', async () => {
    const valued = await r('plot(1:3)\nlines(3:1)\n6 * 7');
    expect(valued.results.map(({ png, text }) => (isPng(png) ? 'plot' : text))).toEqual([
      'plot',
      '[1] 42',
    ]);
    const failing = start(session, 'r', 'plot(1:3)\nstop("after")');
    const kinds = (await follow(failing)).map(({ type }) => type);
    expect(kinds).toEqual(['start', 'result', 'error', 'done']);
  });

  test('a plot into a file of its own is that file, and no result', async () => {
    const answer = await r('png("own.png")\nplot(1)\ninvisible(dev.off())\nfile.exists("own.png")');
    expect(answer.results).toEqual([{ text: '[1] TRUE', isMainResult: true }]);
  });

  test('a data frame is a table, with what R prints as its text', async () => {
    const { results } = await r(
      'data.frame(n = 1:2, s = c("<b>", NA), f = factor(c("u", "v")), d = as.Date("2026-01-05") + 0:1, x = c(1.5, Inf))',
    );
    expect(results).toHaveLength(1);
    expect(results[0]?.text).toContain('n    s f          d   x');
    expect(results[0]?.html).toContain('<td>&lt;b></td>');
    expect(results[0]?.table).toEqual({
      columns: ['', 'n', 's', 'f', 'd', 'x'],
      rows: [
        ['1', 1, '<b>', 'u', '2026-01-05', 1.5],
        ['2', 2, null, 'v', '2026-01-06', null],
      ],
      rowCount: 2,
    });
    const large = await r('data.frame(i = 1:5000)');
    expect(large.results[0]?.table).toMatchObject({ rowCount: 5000 });
    expect(large.results[0]?.table?.rows).toHaveLength(1000);
  });

  test('display() and its forms show values on the way', async () => {
    const { results } = await r('display(1:2)\ndisplay_html("<b>x</b>")\ndisplay_markdown("*m*")');
    expect(results).toEqual([{ text: '[1] 1 2' }, { html: '<b>x</b>' }, { markdown: '*m*' }]);
  });

  test('a warning is told at once, with its function', async () => {
    const answer = await r(
      'x <- as.integer("a")\nf <- function() { warning("careful"); 1 }\ny <- f()\ncat("on\\n")',
    );
    expect(answer.logs.stderr.join('')).toBe(
      'Warning: NAs introduced by coercion\nWarning in f() : careful\n',
    );
    expect(printed(answer)).toBe('on\n');
    expect((await r('options(warn = 2)\nas.integer("a")')).success).toBe(false);
  });

  test('an error tells the calls that led to it, the last one first', async () => {
    const { error } = await r(
      'g <- function(n) {\n  stop("too deep")\n}\nf <- function() g(1)\nf()',
    );
    expect(error).toEqual({
      name: 'Error',
      value: 'too deep',
      line: 2,
      column: 3,
      traceback:
        'Error in g(1) : too deep\n3: stop("too deep") at main.R#2\n2: g(1) at main.R#4\n1: f()',
    });
    const caught = await r(
      'tryCatch(stop("x"), error = function(e) "caught", finally = cat("fin\\n"))',
    );
    expect(caught.result).toBe('[1] "caught"');
    const own = await r(
      'stop(structure(class = c("harbour_full", "error", "condition"), list(message = "no place", call = NULL)))',
    );
    expect(own.error).toMatchObject({ name: 'harbour_full', value: 'no place' });
  });

  test('endless recursion is an error of the program', async () => {
    const answer = await r('f <- function(n) f(n + 1)\nf(1)');
    expect(answer.error).toMatchObject({ line: 2 });
    expect(answer.error?.value).toMatch(/infinite recursion|C stack usage|nested too deeply/);
    expect((await r('1 + 1')).success).toBe(true);
  });

  test('what R programs find: their files, child processes, forks, random numbers', async () => {
    const answer = await r(
      'cat(basename(getwd()), file.exists("main.R"), "\\n")\nsystem("echo child")\ncat(unlist(parallel::mclapply(1:3, function(i) i^2)), "\\n")\ncat(file.exists(tempdir()), "\\n")',
    );
    expect(answer.logs.stderr).toEqual([]);
    expect(printed(answer)).toBe('workspace TRUE \nchild\n1 4 9 \nTRUE \n');
    const draws = [await r('runif(1)'), await r('runif(1)')].map(({ result }) => result);
    expect(draws[0]).not.toBe(draws[1]);
  });

  test.each([
    ['closes every connection', 'closeAllConnections()\n1'],
    ['leaves its output turned away', 'sink("away.txt")\nprint(1)'],
    ['uses the names that the kernel uses', 'json <- tell <- c <- print <- paste0 <- 5\nstop("x")'],
    ['ends itself', 'tools::pskill(Sys.getpid(), 9)'],
  ])('the next program works after one that %s', async (_, code) => {
    await r(code);
    expect((await r('y <- 2; y', { context: 'continue' })).result).toBe('[1] 2');
    expect((await r('"fine"')).result).toBe('[1] "fine"');
  });
});
