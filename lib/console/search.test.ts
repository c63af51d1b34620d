import { describe, expect, it } from 'vitest';
import { ENGLISH } from '../messages/testing';
import { MAX_MATCHES, TranscriptSearch } from './search';
import { Transcript, textOfItemIn } from './transcript';

const textOf = textOfItemIn(ENGLISH);

function searching(output: string, text: string, matchCase = false) {
  const transcript = new Transcript();
  transcript.write('stdout', output);
  const search = new TranscriptSearch();
  search.setQuery({ text, matchCase });
  const look = () => search.advance(transcript.items, textOf, () => false);
  look();
  return { transcript, search, look };
}

describe('a search in the output', () => {
  it('finds every mention, in lines and their columns', () => {
    const { search } = searching('one two one\nnone\n', 'one');
    expect(search.total).toBe(3);
    expect(search.matchesIn(0, 0, 100)).toEqual([
      { from: 0, to: 3, isCurrent: false },
      { from: 8, to: 11, isCurrent: false },
    ]);
    expect(search.matchesIn(0, 3, 8)).toEqual([]);
    expect(search.matchesIn(0, 10, 11)).toEqual([{ from: 8, to: 11, isCurrent: false }]);
    expect(search.matchesIn(1, 0, 4)).toEqual([{ from: 1, to: 4, isCurrent: false }]);
  });

  it('takes capital letters as the reader wishes, and signs as they are', () => {
    expect(searching('Straße STRASSE straße', 'straße').search.total).toBe(2);
    expect(searching('Straße straße', 'straße', true).search.total).toBe(1);
    expect(searching('a.b a+b (a.b) [x]', 'a.b').search.total).toBe(2);
    expect(searching('\\d+ [x] 5', '[x]').search.total).toBe(1);
    expect(searching('anything', '').search.total).toBe(0);
  });

  it('steps from match to match and round at the ends', () => {
    const { search } = searching('a\nb a\na\n', 'a');
    search.goNear({ index: 1, column: 0 });
    expect([search.ordinal, search.current]).toEqual([2, { index: 1, column: 2 }]);
    search.step(1);
    expect(search.ordinal).toBe(3);
    search.step(1);
    expect(search.ordinal).toBe(1);
    search.step(-1);
    expect(search.ordinal).toBe(3);
    search.goNear({ index: 9, column: 0 });
    expect(search.ordinal).toBe(1);
  });

  it('goes on with what is printed meanwhile, and stays where it is', () => {
    const { transcript, search, look } = searching('error one\nerr', 'error');
    search.goNear({ index: 0, column: 0 });
    transcript.takeDirty();
    transcript.write('stdout', 'or two\nerror three\n');
    search.changed(transcript.takeDirty());
    look();
    expect([search.ordinal, search.total]).toEqual([1, 3]);
    expect(search.matchesIn(1, 0, 20)).toEqual([{ from: 0, to: 5, isCurrent: false }]);
  });

  it('finds blocks by their text, each once', () => {
    const transcript = new Transcript();
    const item = { text: 'x', table: { columns: ['name'], rows: [['Ada Ada']], rowCount: 1 } };
    transcript.addBlock({ kind: 'result', item, form: { kind: 'table', table: item.table } });
    const search = new TranscriptSearch();
    search.setQuery({ text: 'ada', matchCase: false });
    search.advance(transcript.items, textOf, () => false);
    expect(search.total).toBe(1);
    expect(search.matchOfBlock(0)).toBe('found');
    search.step(1);
    expect(search.matchOfBlock(0)).toBe('current');
  });

  it('looks at a little at a time, also within one long line', () => {
    const transcript = new Transcript();
    transcript.write('stdout', `${'ab'.repeat(2000)}\n${'x\n'.repeat(2000)}ab`);
    const search = new TranscriptSearch();
    search.setQuery({ text: 'ab', matchCase: false });
    let turns = 1;
    while (!search.advance(transcript.items, textOf, () => true)) turns += 1;
    expect(search.total).toBe(2001);
    expect(turns).toBeGreaterThan(10);
  });

  it('stops counting where nobody could look at all of them', () => {
    const { search } = searching('a'.repeat(MAX_MATCHES + 10), 'a');
    expect([search.total, search.isCut]).toEqual([MAX_MATCHES, true]);
  });
});
