/**
 * A key's cap. Decoration: the control it stands on names its shortcut in `aria-keyshortcuts`. The
 * style sheet writes the key, so that it does not become a part of what the control is called.
 */
export function Kbd({ name }: { name: string }) {
  return <span className="key-cap" data-key={name} aria-hidden="true" />;
}
