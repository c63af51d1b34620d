import { expect, test } from 'vitest';
import { Counter, exposition, gauge, Histogram } from './families';

test('a counter begins at 0 without labels, and with each set of them when it is first seen', () => {
  const plain = new Counter({ name: 'a_total', help: 'A.' });
  const labelled = new Counter({ name: 'b_total', help: 'B.' }, ['kind', 'how']);
  labelled.add(['x', 'y']);
  labelled.add(['x', 'y'], 2);
  labelled.add(['x', 'z']);
  expect(exposition([plain, labelled])).toBe(
    [
      '# HELP a_total A.',
      '# TYPE a_total counter',
      'a_total 0',
      '# HELP b_total B.',
      '# TYPE b_total counter',
      'b_total{kind="x",how="y"} 3',
      'b_total{kind="x",how="z"} 1',
      '',
    ].join('\n'),
  );
});

test("a histogram's buckets hold all that is below, a bound included, and end with all", () => {
  const histogram = new Histogram({ name: 'h', help: 'H.' }, [0.5, 1]);
  for (const value of [0.25, 0.5, 0.75, 3]) histogram.observe(value);
  expect(exposition([histogram])).toBe(
    [
      '# HELP h H.',
      '# TYPE h histogram',
      'h_bucket{le="0.5"} 2',
      'h_bucket{le="1"} 3',
      'h_bucket{le="+Inf"} 4',
      'h_sum 4.5',
      'h_count 4',
      '',
    ].join('\n'),
  );
});

test('backslashes, quotes and line ends are escaped as the format wants it', () => {
  const odd = gauge({ name: 'g', help: 'a\\b\n"c"' }, { 'a\\b\n"c"': 1 }, 'label');
  expect(exposition([odd])).toBe(
    '# HELP g a\\\\b\\n"c"\n# TYPE g gauge\ng{label="a\\\\b\\n\\"c\\""} 1\n',
  );
});

test('what is not known has a head and no line; what is endless has its word', () => {
  expect(exposition([gauge({ name: 'g', help: 'G.' }, undefined)])).toBe(
    '# HELP g G.\n# TYPE g gauge\n',
  );
  expect(exposition([gauge({ name: 'g', help: 'G.' }, Number.POSITIVE_INFINITY)])).toContain(
    'g +Inf\n',
  );
  expect(exposition([gauge({ name: 'g', help: 'G.' }, Number.NaN)])).toContain('g NaN\n');
});
