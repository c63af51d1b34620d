import { describe, expect, it } from 'vitest';
import { Transcript } from '../console/transcript';
import { ENGLISH } from '../messages/testing';
import { explainBelow, failedProgram } from './explain-error';
import { showError } from './show';

const ERROR = {
  name: 'NameError',
  value: "name 'pritn' is not defined",
  traceback: "Traceback:\nNameError: name 'pritn' is not defined\n",
  line: 1,
  column: 1,
};
const PROGRAM = { language: 'python', code: 'pritn(1)', path: 'main.py' } as const;
const kinds = (transcript: Transcript) => transcript.items.map(({ kind }) => kind);

describe('the explanation of an error', () => {
  it('stands right below its traceback, also when more has come by then', async () => {
    const transcript = new Transcript();
    showError(transcript, ERROR);
    const done = explainBelow(transcript, ERROR, PROGRAM, () => true);
    transcript.addText('note', 'after');
    await done;
    expect(kinds(transcript)).toEqual(['text', 'text', 'explanation', 'text', 'text']);
    expect(transcript.items[2]).toMatchObject({
      explanation: { kind: 'unknownName', values: { name: 'pritn' } },
      place: { path: 'main.py', line: 1, column: 1 },
    });
    expect(transcript.toText(ENGLISH)).toMatch(/NameError.*\nafter\n$/s);
    transcript.write('stdout', 'goes on\n');
    expect(transcript.toText(ENGLISH)).toMatch(/after\ngoes on\n$/);
  });

  it('comes no more when something else is on the console', async () => {
    const transcript = new Transcript();
    showError(transcript, ERROR);
    await explainBelow(transcript, ERROR, PROGRAM, () => false);
    const cleared = explainBelow(transcript, ERROR, PROGRAM, () => true);
    transcript.clear();
    await cleared;
    expect(kinds(transcript)).toEqual(['text']);
  });

  it('is about the file in which the error is', () => {
    const run = { language: 'python', code: 'main', isCell: false } as const;
    expect(failedProgram(run, undefined)).toMatchObject({ code: 'main', path: 'main.py' });
    expect(failedProgram(run, { path: 'a.py', text: 'other' })).toMatchObject({
      code: 'other',
      path: 'a.py',
    });
    expect(failedProgram({ ...run, isCell: true }, undefined).path).toBeUndefined();
  });
});
