import { describe, expect, it } from 'vitest';
import { createFollowingTeller } from './tell-following';

/** A room whose answers come when the test lets them. */
function slowRoom() {
  const sent: boolean[] = [];
  const answers: ((arrives: boolean) => void)[] = [];
  const tell = createFollowingTeller((follows) => {
    sent.push(follows);
    return new Promise((resolve, reject) => {
      answers.push((arrives) => (arrives ? resolve() : reject(new Error('offline'))));
    });
  });
  const answer = async (arrives = true) => {
    answers.shift()?.(arrives);
    await new Promise(setImmediate);
  };
  return { tell, sent, answer };
}

describe('whether a student follows', () => {
  it('is not told before it is so', () => {
    const { tell, sent } = slowRoom();
    tell(false);
    expect(sent).toEqual([]);
  });

  it('is told one after the other, and of several the last', async () => {
    const { tell, sent, answer } = slowRoom();
    tell(true);
    tell(false);
    tell(true);
    tell(false);
    expect(sent).toEqual([true]);
    await answer();
    expect(sent).toEqual([true, false]);
    await answer();
    expect(sent).toEqual([true, false]);
  });

  it('is told at the next change where it did not get there', async () => {
    const { tell, sent, answer } = slowRoom();
    tell(true);
    await answer(false);
    expect(sent).toEqual([true]);
    tell(true);
    expect(sent).toEqual([true, true]);
  });
});
