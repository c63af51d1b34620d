import { expect, it } from 'vitest';
import { demoOfProgram, PROGRAM_BLOCK } from './demo-of-program';
import { readDocument, textOfFile } from './document';

const PROGRAM = {
  title: 'Squares & *stars* `x` \\ <b>',
  language: 'python',
  code: 'print("```")\n\n~~~\n# end',
  files: [
    { path: 'my data/ä "1" 100%.csv', text: 'a,b\n' },
    { path: 'empty.txt', text: '' },
    { path: 'a`b~c=d\\e&amp;.txt', text: '````\nx\n' },
  ],
  stdin: 'Ada\nEve\n',
  timeoutS: 12.5,
} as const;

it('a program becomes a document that holds the same', () => {
  const { title, parts } = readDocument(demoOfProgram({ ...PROGRAM, files: [...PROGRAM.files] }));
  expect(title).toBe(PROGRAM.title);
  const code = parts.filter((part) => part.kind === 'code');
  const files = code.filter(({ role }) => role === 'file');
  expect(files.map((file) => ({ path: file.path, text: textOfFile(file) }))).toEqual(PROGRAM.files);
  expect(code.filter(({ role }) => role !== 'file')).toEqual([
    {
      kind: 'code',
      id: PROGRAM_BLOCK,
      language: 'python',
      role: 'run',
      code: PROGRAM.code,
      isFresh: false,
      isPredicted: false,
      stdin: PROGRAM.stdin,
      timeoutS: 12.5,
      line: expect.any(Number),
    },
  ]);
});

it('a program without a title is called by its language', () => {
  const markdown = demoOfProgram({ title: '', language: 'r', code: '', files: [], timeoutS: 1 });
  expect(readDocument(markdown)).toMatchObject({ title: 'R', parts: [{}, { id: PROGRAM_BLOCK }] });
});
