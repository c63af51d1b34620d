/** The program as text, exactly where the editor will show it. */
export function CodePreview({ code }: { code: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <pre className="code-preview" tabIndex={0}>
      {code.split('\n').map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other name than its number
        <code key={index}>{line === '' ? '\u200b' : line}</code>
      ))}
    </pre>
  );
}
