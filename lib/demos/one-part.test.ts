import { expect, test } from 'vitest';
import { readDocument } from './document';
import { partsOfName, readonlyDocument } from './one-part';

const MARKDOWN = `# Title

~~~py setup id=before
a = 1
~~~

~~~py run id=same
a
~~~

## A task

Write it.

~~~py exercise=double
def double(n): ...
~~~

~~~text choice=same
- [ ] one
~~~

~~~csv file=a.csv
1
~~~
`;
const document = readDocument(MARKDOWN);
const namesOf = (name: string) =>
  partsOfName(document, name)?.map((part) =>
    part.kind === 'code' ? part.id : part.kind === 'activity' ? part.name : part.kind,
  );

test('a block stands alone, an activity with its task, a file as it is', () => {
  expect(namesOf('same')).toEqual(['same']);
  expect(namesOf('double')).toEqual(['text', 'double']);
  expect(partsOfName(document, 'double')?.[0]).toMatchObject({
    markdown: expect.stringMatching(/^## A task\s+Write it\.\s*$/),
  });
  expect(namesOf('f1')).toEqual(['f1']);
});

test.each(['', 'before', 'b1', 'constructor', 'nothing'])('there is nothing called %j', (name) => {
  expect(partsOfName(document, name)).toBeUndefined();
});

test('what is only read is run as before', () => {
  const roles = readonlyDocument(document).parts.flatMap((part) =>
    part.kind === 'code' ? [part.role] : [],
  );
  expect(roles).toEqual(['setup', 'readonly', 'file']);
});
