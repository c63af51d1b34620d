import type { Metadata } from 'next';
import { describeDemo } from '@/lib/demos/describe-demo';
import type { DemoDocument } from '@/lib/demos/document';
import { oEmbedUrlOf, pictureUrlOf } from '@/lib/http/snippet-links';
import { fill, type Texts } from '@/lib/messages/messages';
import { PICTURE_HEIGHT, PICTURE_WIDTH } from '@/lib/pictures';
import type { Snippet } from '@/lib/snippets/contract';
import { urlOf } from '@/lib/snippets/links';

interface Told {
  snippet: Snippet;
  title: string;
  /** As readers may have it. */
  document: DemoDocument;
}

interface Shown {
  /** This server's origin. */
  base: string;
  /** The address names the revision. */
  fixed: boolean;
  texts: Texts;
}

/** What search engines and chats are told of a document. */
export function metadataOfDemo(
  { snippet, title: given, document }: Told,
  { base, fixed, texts }: Shown,
): Metadata {
  const { id, kind, visibility, createdAtMs, revisedAtMs } = snippet;
  const { demo } = texts.messages;
  const title = given || demo.untitled;
  const description = describeDemo(document) || demo.description;
  const revision = fixed ? snippet.revision : undefined;
  const url = base + urlOf(id, revision, 'demo');
  const query = revision === undefined ? '' : `?revision=${revision}`;
  const image = {
    url: pictureUrlOf(base, snippet, { revision }),
    width: PICTURE_WIDTH,
    height: PICTURE_HEIGHT,
    type: 'image/png',
    alt: fill(demo.pictureAlt, { title }),
  };
  return {
    title,
    description,
    alternates: {
      // A program has a page of its own.
      canonical: base + urlOf(id, revision, kind),
      types: {
        'text/markdown': `${base}/d/${id}.md${query}`,
        'application/json': `${base}/d/${id}.json${query}`,
        'application/json+oembed': [{ url: oEmbedUrlOf(base, url), title }],
      },
    },
    openGraph: {
      type: 'article',
      siteName: 'Runbay',
      title,
      description,
      url,
      images: [image],
      publishedTime: new Date(createdAtMs).toISOString(),
      modifiedTime: new Date(revisedAtMs).toISOString(),
    },
    twitter: { card: 'summary_large_image', title, description, images: [image] },
    robots:
      visibility === 'listed' && kind === 'demo'
        ? { index: true, follow: true, 'max-image-preview': 'large' }
        : { index: false, follow: false },
  };
}
