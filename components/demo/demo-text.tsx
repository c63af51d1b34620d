import type { Element } from 'hast';
import type { JSX, ReactNode } from 'react';
import Markdown, { type Components, defaultUrlTransform } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { type Heading, namedHeadings } from '@/lib/demos/headings';
import { safeImage, safeLink } from '@/lib/demos/links';
import { markdownMath } from '@/lib/demos/markdown-math';
import { fill, type Messages, type Texts } from '@/lib/messages/messages';
import { Formula } from './formula';
import { PlainCode } from './plain-code';

/** Makes MathML of a formula; absent: a script does. */
export type MakeFormula = (source: string, isBlock: boolean) => string | undefined;

interface DemoTextProps {
  markdown: string;
  /** Its headings, in order. */
  headings: readonly Heading[];
  /** Of the page's heading, which is the only one of the first level. */
  titleId: string | undefined;
  /** No other text of the page has it. */
  name: string;
  texts: Texts;
  makeFormula?: MakeFormula | undefined;
  /** Links to other pages of this site open beside it too. */
  isFramed?: boolean | undefined;
}

/** A stretch of a document without code that runs: Markdown without HTML, on the server as in the browser. */
export function DemoText(props: DemoTextProps) {
  const { markdown, headings, titleId, name, texts, makeFormula, isFramed } = props;
  const words = texts.messages.demo;
  const heading = (level: Level) => (given: HeadingProps) => (
    <DemoHeading {...given} level={level} titleId={titleId} words={words} />
  );
  const components = {
    h1: heading(1),
    h2: heading(2),
    h3: heading(3),
    h4: heading(4),
    h5: heading(5),
    h6: heading(6),
    a: ({ href, children, id, 'aria-label': label }: JSX.IntrinsicElements['a']) => {
      if (!href) return <span>{children}</span>;
      const stays = isFramed ? href.startsWith('#') : !/^(?:https?:|mailto:)/i.test(href);
      const other = stays ? {} : { target: '_blank', rel: 'noopener noreferrer' };
      return (
        <a id={id} href={href} aria-label={label} {...other}>
          {children}
        </a>
      );
    },
    img: ({ src, alt }: JSX.IntrinsicElements['img']) =>
      typeof src === 'string' && src !== '' ? (
        // biome-ignore lint/performance/noImgElement: a data: URL has nothing to optimise
        <img src={src} alt={alt ?? ''} />
      ) : (
        <span className="demo-no-image">
          {fill(words.image, { name: alt || words.imageUnnamed })}
        </span>
      ),
    input: ({ checked }: JSX.IntrinsicElements['input']) => (
      <span role="img" aria-label={checked ? words.done : words.toDo} className="task-box">
        {checked ? '✓' : ''}
      </span>
    ),
    pre: ({ node }: { node?: Element }) => {
      const { code, language } = codeIn(node);
      return <PlainCode code={code} language={language} texts={texts} />;
    },
    formula: ({
      children,
      'data-block': block,
    }: {
      children?: ReactNode;
      'data-block'?: string;
    }) => {
      const [source, isBlock] = [textOf(children), block === 'true'];
      return <Formula source={source} isBlock={isBlock} html={makeFormula?.(source, isBlock)} />;
    },
    table: ({ children }: JSX.IntrinsicElements['table']) => (
      // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms, and regions are too many here
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      <div role="group" className="demo-table" aria-label={words.table} tabIndex={0}>
        <table>{children}</table>
      </div>
    ),
  } as Components;

  return (
    <div className="demo-text">
      <Markdown
        skipHtml
        remarkPlugins={[remarkGfm, markdownMath(markdown), namedHeadings(headings)]}
        // Two parts may have a footnote of the same name.
        remarkRehypeOptions={{
          clobberPrefix: `${name}-`,
          footnoteLabel: words.footnotes,
          footnoteLabelProperties: {},
          footnoteBackLabel: (reference, again) =>
            fill(words.backToText, {
              number: again > 1 ? `${reference + 1}-${again}` : reference + 1,
            }),
        }}
        urlTransform={(url, key) =>
          key === 'src' ? safeImage(url) : defaultUrlTransform(safeLink(url))
        }
        components={components}
      >
        {markdown}
      </Markdown>
    </div>
  );
}

type Level = 1 | 2 | 3 | 4 | 5 | 6;
type HeadingProps = JSX.IntrinsicElements['h1'] & { 'data-title'?: string };

interface DemoHeadingProps extends HeadingProps {
  /** As it was written. */
  level: Level;
  titleId: string | undefined;
  words: Messages['demo'];
}

function DemoHeading(props: DemoHeadingProps) {
  const { level, titleId, words, id = '', children, 'data-title': title } = props;
  const isTitle = id !== '' && id === titleId;
  const Tag = isTitle ? 'h1' : TAGS[level];
  return (
    <div className="demo-heading" data-level={isTitle ? 1 : Math.max(2, level)}>
      <Tag id={id}>{children}</Tag>
      {title ? (
        <a
          className="demo-anchor"
          href={`#${encodeURIComponent(id)}`}
          aria-label={fill(words.linkToHeading, { title })}
          data-print="no"
        >
          #
        </a>
      ) : null}
    </div>
  );
}

/** The page's own heading alone is of the first level. */
const TAGS = { 1: 'h2', 2: 'h2', 3: 'h3', 4: 'h4', 5: 'h5', 6: 'h6' } as const;

const textOf = (children: ReactNode): string =>
  Array.isArray(children)
    ? children.map(textOf).join('')
    : typeof children === 'string'
      ? children
      : '';

/** The code of a fence, or of indented lines, and the language that it names. */
function codeIn(pre: Element | undefined): { code: string; language: string } {
  const code = pre?.children.find((child) => child.type === 'element');
  const names = code?.properties.className;
  const name = Array.isArray(names) ? names.find((one) => `${one}`.startsWith('language-')) : '';
  const [text] = code?.children ?? [];
  return {
    code: text?.type === 'text' ? text.value : '',
    language: `${name ?? ''}`.replace('language-', ''),
  };
}
