/** Tells the teacher whether this student follows: one message after the other, since they may overtake each other. */

/** `send` rejects where it does not get there; nobody counts then, until the next change. */
export function createFollowingTeller(
  send: (follows: boolean) => Promise<void>,
): (follows: boolean) => void {
  // Who has told nothing does not follow.
  let told = false;
  let wanted = false;
  let isSending = false;
  const pump = () => {
    if (isSending || wanted === told) return;
    isSending = true;
    const sent = wanted;
    send(sent)
      .then(
        () => {
          told = sent;
        },
        () => {
          wanted = told;
        },
      )
      .finally(() => {
        isSending = false;
        pump();
      });
  };
  return (follows) => {
    wanted = follows;
    pump();
  };
}
