import Markdown, { defaultUrlTransform } from 'react-markdown';
import remarkGfm from 'remark-gfm';

/** Markdown without HTML, links that work in a window of their own, and pictures that come with the text. */
export function SpeakerProse({ markdown }: { markdown: string }) {
  return (
    <div className="stage-prose" dir="auto">
      <Markdown
        skipHtml
        remarkPlugins={[remarkGfm]}
        urlTransform={(url, key) =>
          key === 'src' && url.startsWith('data:image/') ? url : defaultUrlTransform(url)
        }
        components={{
          // Below the headings of the window.
          h1: ({ children }) => <h3>{children}</h3>,
          h2: ({ children }) => <h3>{children}</h3>,
          h3: ({ children }) => <h3>{children}</h3>,
          a: ({ href, children }) => (
            <a href={href} target="_blank" rel="noopener noreferrer">
              {children}
            </a>
          ),
          // What another host has would tell it who reads this.
          img: ({ src, alt }) =>
            typeof src === 'string' && src.startsWith('data:image/') ? (
              // biome-ignore lint/performance/noImgElement: a data: URL has nothing to optimise
              <img src={src} alt={alt ?? ''} />
            ) : (
              <span>{alt}</span>
            ),
        }}
      >
        {markdown}
      </Markdown>
    </div>
  );
}
