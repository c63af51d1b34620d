/** A result as text, and where that is not what was wanted one quiet line that says why. */
export function PlainResult({ text, reason }: { text: string | undefined; reason?: string }) {
  return (
    <>
      <pre className="result-text">{text}</pre>
      {reason ? <p className="result-note">{reason}</p> : null}
    </>
  );
}
