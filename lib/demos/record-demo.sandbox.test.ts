/** Documents recorded by the real engine. */
import { afterAll, describe, expect, test, vi } from 'vitest';
import { engine } from '@/lib/agentbay/engines';
import type { Receipt } from '@/lib/agentbay/receipt';
import { services } from '@/lib/sessions/services';
import { readDocument } from './document';
import { recordDemo } from './record-demo';

vi.hoisted(() => {
  process.env.RUNBAY_LOG = 'silent';
});

afterAll(() => engine().dispose());

const ASKER = { client: 'test', requestId: 'r' };

function record(markdown: string, signal = new AbortController().signal) {
  return recordDemo(readDocument(markdown), { ...ASKER, signal });
}

const printed = (receipt: Receipt | undefined) =>
  (receipt?.events ?? []).map((event) => ('text' in event ? event.text : '')).join('');

describe('a document is recorded', () => {
  test('in contexts that its blocks share, with files, setups and prepared input', async () => {
    const { recorded, recording } = await record(`
~~~python setup
hidden = 40
~~~
~~~python run
total = hidden + 2
total
~~~
~~~javascript run
const greeting = 'hi';
~~~
~~~csv file="some data.csv"
a,b
~~~
~~~python readonly
print(open('some data.csv').read().strip(), total, input('? '))
~~~
~~~text input
Ada
~~~
~~~javascript run id=last
console.log(greeting);
~~~
~~~python run fresh
print('total' in dir())
~~~
`);
    expect(recording).toBe('whole');
    expect(Object.keys(recorded)).toEqual(['b1', 'b2', 'b3', 'last', 'b4']);
    expect(recorded.b1?.events).toMatchObject([{ type: 'result', item: { text: '42' } }]);
    expect(printed(recorded.b3)).toBe('? Ada\na,b 42 Ada\n');
    expect(printed(recorded.last)).toBe('hi\n');
    expect(printed(recorded.b4)).toBe('False\n');
    expect(recorded.b1).toMatchObject({ engine: 'local', sandbox: 'own', truncated: false });
    expect(recorded.b1?.languageVersion).toMatch(/^3\./);
  });

  test('with what goes wrong in it, and goes on', async () => {
    const { recorded, recording } = await record(`
~~~python run timeout=1
while True: pass
~~~
~~~python run
1 / 0
~~~
~~~python run
print('on')
~~~
`);
    expect(recording).toBe('whole');
    expect(recorded.b1?.end.exit.reason).toBe('timed_out');
    expect(recorded.b2?.events).toMatchObject([{ type: 'error', name: 'ZeroDivisionError' }]);
    expect(printed(recorded.b3)).toBe('on\n');
  });

  test('without what needs somebody to type, and without what that would have made', async () => {
    const { recorded, recording } = await record(`
~~~python run
name = input('Who? ')
~~~
~~~python run
print(name)
~~~
~~~javascript run
1 + 1
~~~
~~~python run fresh
print('anew')
~~~
`);
    expect(Object.keys(recorded)).toEqual(['b3', 'b4']);
    expect(recording).toBe('whole');
  });

  test('as far as it goes, where it is given up or there is no place', async () => {
    const { admission } = services();
    const tickets = Array.from({ length: 1000 }, () => {
      try {
        return admission.enter(`other ${Math.random()}`);
      } catch {
        return undefined;
      }
    });
    try {
      expect(await record('~~~python run\n1\n~~~')).toEqual({ recorded: {}, recording: 'missing' });
    } finally {
      for (const ticket of tickets) ticket?.leave();
    }
    const abort = new AbortController();
    abort.abort();
    expect(await record('~~~python run\n1\n~~~', abort.signal)).toMatchObject({ recorded: {} });
    expect(await record('no code')).toEqual({ recorded: {}, recording: 'whole' });
  });

  test('and leaves no sandbox behind', async () => {
    await record('~~~python run\n1\n~~~');
    expect(services().runs.size).toBe(0);
  });
});
