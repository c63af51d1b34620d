import { Fragment, type ReactNode } from 'react';

interface FilledProps {
  /** With the places of its values in braces: `Press {run}.` */
  text: string;
  values: Record<string, ReactNode>;
}

/** A text whose values are more than text. */
export function Filled({ text, values }: FilledProps) {
  return text.split(/\{(\w+)\}/).map((part, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text never move
    <Fragment key={at}>{at % 2 === 1 ? values[part] : part}</Fragment>
  ));
}
