import type { Metadata } from 'next';
import { LANGUAGE_NAMES } from '@/lib/agentbay/languages';
import { oEmbedUrlOf, pictureUrlOf } from '@/lib/http/snippet-links';
import { fill, type Texts } from '@/lib/messages/messages';
import { PICTURE_HEIGHT, PICTURE_WIDTH } from '@/lib/pictures';
import { describe } from '@/lib/share/describe';
import { withPredict } from '@/lib/share/predict';
import type { ProgramSnippet } from '@/lib/snippets/contract';
import { urlOf } from '@/lib/snippets/links';

interface Shown {
  /** This server's origin. */
  base: string;
  /** The address names the revision. */
  fixed: boolean;
  /** The reader is to guess the output. */
  hidesOutput: boolean;
  texts: Texts;
}

/** What search engines and chats are told of a shared program. */
export function metadataOf(
  snippet: ProgramSnippet,
  { base, fixed, hidesOutput, texts }: Shown,
): Metadata {
  const { id, language, visibility, receipt } = snippet;
  const { share, picture } = texts.messages;
  const { name } = LANGUAGE_NAMES[language];
  const title = snippet.title || fill(share.page.untitled, { language: name });
  const description = describe(snippet, hidesOutput, texts);
  const revision = fixed ? snippet.revision : undefined;
  const url = base + urlOf(id, revision);
  const query = revision === undefined ? '' : `?revision=${revision}`;
  const shownUrl = hidesOutput ? withPredict(url) : url;
  const alt = receipt && !hidesOutput ? picture.altWithOutput : picture.alt;
  const image = {
    url: pictureUrlOf(base, snippet, { revision, hidesOutput }),
    width: PICTURE_WIDTH,
    height: PICTURE_HEIGHT,
    type: 'image/png',
    alt: fill(alt, { title, language: name }),
  };
  return {
    title,
    description,
    alternates: {
      canonical: url,
      types: {
        'text/plain': `${base}/s/${id}.txt${query}`,
        // The others hold the output.
        ...(hidesOutput
          ? {}
          : {
              'text/markdown': `${base}/s/${id}.md${query}`,
              'application/json': `${base}/s/${id}.json${query}`,
            }),
        'application/json+oembed': [{ url: oEmbedUrlOf(base, shownUrl), title }],
      },
    },
    openGraph: {
      type: 'article',
      siteName: 'Runbay',
      title,
      description,
      url: shownUrl,
      images: [image],
      publishedTime: new Date(snippet.createdAtMs).toISOString(),
      modifiedTime: new Date(snippet.revisedAtMs).toISOString(),
    },
    twitter: { card: 'summary_large_image', title, description, images: [image] },
    robots:
      visibility === 'listed' && !hidesOutput
        ? { index: true, follow: true, 'max-image-preview': 'large' }
        : { index: false, follow: false },
  };
}
