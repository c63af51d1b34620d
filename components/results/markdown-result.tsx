import { type ReactNode, useEffect, useId } from 'react';
import Markdown, { type Components, defaultUrlTransform } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { useMessages } from '@/components/ui/messages-provider';
import { fill } from '@/lib/messages/messages';
import { ResultFoot } from './result-foot';
import type { FormProps } from './result-form';

const IMAGE = /^data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=]+$/;
const LINK = /^(?:https?:|mailto:|#)/i;

const MAX_LENGTH = 200_000;

/** Markdown without HTML. Its headings go below the console's own. */
export function MarkdownResult({ markdown, onFail, toggle }: FormProps & { markdown: string }) {
  const words = useMessages().results.markdown;
  const id = useId();
  const isTooLong = markdown.length > MAX_LENGTH;

  useEffect(() => {
    if (isTooLong) onFail({ kind: 'markdownTooLong' });
  }, [isTooLong, onFail]);

  if (isTooLong) return null;
  return (
    <>
      <div className="result-prose">
        <Markdown
          skipHtml
          remarkPlugins={[remarkGfm]}
          // Two results may have a footnote of the same name.
          remarkRehypeOptions={{
            clobberPrefix: `${id}-`,
            footnoteLabel: words.footnotes,
            footnoteBackLabel: (reference, again) =>
              fill(words.backToReference, {
                number: again > 1 ? `${reference + 1}-${again}` : reference + 1,
              }),
          }}
          urlTransform={(url, key) => {
            if (key === 'src') return IMAGE.test(url) ? url : '';
            return LINK.test(url) ? defaultUrlTransform(url) : '';
          }}
          components={PARTS}
        >
          {markdown}
        </Markdown>
      </div>
      <ResultFoot summary="Markdown">{toggle}</ResultFoot>
    </>
  );
}

const PARTS: Components = {
  h1: ({ children }) => <h3 data-level={1}>{children}</h3>,
  h2: ({ children, id }) => (
    <h4 id={id} data-level={2}>
      {children}
    </h4>
  ),
  h3: ({ children }) => <h5 data-level={3}>{children}</h5>,
  h4: ({ children }) => <h6 data-level={4}>{children}</h6>,
  h5: ({ children }) => <h6 data-level={4}>{children}</h6>,
  a: ({ href, children, id, 'aria-label': label }) => {
    if (!href) return <span>{children}</span>;
    const own = href.startsWith('#') ? {} : { target: '_blank', rel: 'noopener noreferrer' };
    return (
      <a id={id} href={href} aria-label={label} {...own}>
        {children}
      </a>
    );
  },
  // An image of another host would tell it who reads this.
  img: ({ src, alt }) =>
    // biome-ignore lint/performance/noImgElement: a data: URL has nothing to optimise
    src ? <img src={src} alt={alt ?? ''} /> : <MissingImage alt={alt} />,
  input: ({ checked }) => <TaskBox isDone={checked === true} />,
  pre: ({ children }) => (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <pre tabIndex={0}>{children}</pre>
  ),
  table: ({ children }) => <ScrolledTable>{children}</ScrolledTable>,
};

function MissingImage({ alt }: { alt: string | undefined }) {
  const words = useMessages().results.markdown;
  return <span>{fill(words.image, { name: alt || words.notShown })}</span>;
}

function TaskBox({ isDone }: { isDone: boolean }) {
  const words = useMessages().results.markdown;
  return (
    <span role="img" aria-label={isDone ? words.done : words.toDo} className="task-box">
      {isDone ? '✓' : ''}
    </span>
  );
}

function ScrolledTable({ children }: { children: ReactNode }) {
  const { table } = useMessages().results;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms, and regions are too many here
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div role="group" className="result-table" aria-label={table} tabIndex={0}>
      <table>{children}</table>
    </div>
  );
}
