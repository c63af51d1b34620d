import { describe, expect, it } from 'vitest';
import { playgroundDouble } from './playground-double';

describe('going to a place in the editor', () => {
  it('shows the program that the place is in, also where the console had all the room', () => {
    const { state } = playgroundDouble();
    state().maximise('console');
    state().revealInEditor({ path: 'main.js', line: 3 });
    expect(state().language).toBe('javascript');
    expect(state().maximised).toBeUndefined();
    expect(state().revealed).toEqual({ path: 'main.js', line: 3 });
  });

  it('twice to the same place is two wishes', () => {
    const { state } = playgroundDouble();
    state().revealInEditor({ path: 'main.py', line: 1 });
    const first = state().revealed;
    state().revealInEditor({ path: 'main.py', line: 1 });
    expect(state().revealed).not.toBe(first);
    state().revealDone();
    expect(state().revealed).toBeUndefined();
  });

  it("in one of the program's files opens that and leaves the language alone", () => {
    const { state } = playgroundDouble();
    state().createFile('lib/helper.js', '\n\n\n');
    state().openFile(undefined);
    state().revealInEditor({ path: 'lib/helper.js', line: 3, column: 5 });
    expect(state()).toMatchObject({ language: 'python', openPath: 'lib/helper.js' });
    expect(state().revealed).toEqual({ path: 'lib/helper.js', line: 3, column: 5 });
    state().revealInEditor({ path: 'main.py', line: 1 });
    expect(state().openPath).toBeUndefined();
  });

  it('in a file that is not the user’s own goes nowhere', () => {
    const { state } = playgroundDouble();
    state().revealInEditor({ path: 'made-by-a-program.py', line: 3 });
    expect(state().revealed).toBeUndefined();
  });
});
