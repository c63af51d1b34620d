import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { NoScript } from '@/components/playground/no-script';
import { Playground } from '@/components/playground/playground';
import { colourProgram } from '@/lib/highlight/colour-program';
import { publicAddressOf } from '@/lib/http/public-address';
import { PICTURE_HEIGHT, PICTURE_WIDTH } from '@/lib/pictures';
import { FIRST_PROGRAMS } from '@/lib/store/programs';
import { textsOfRequest } from './texts';

export async function generateMetadata(): Promise<Metadata> {
  const { playground, picture } = (await textsOfRequest()).messages;
  const { title, description } = playground;
  const base = publicAddressOf({ headers: await headers() });
  const image = {
    url: `${base}/card.png`,
    width: PICTURE_WIDTH,
    height: PICTURE_HEIGHT,
    type: 'image/png',
    alt: picture.startAlt,
  };
  return {
    alternates: { canonical: `${base}/` },
    openGraph: {
      type: 'website',
      siteName: 'Runbay',
      title,
      description,
      url: `${base}/`,
      images: [image],
    },
    twitter: { card: 'summary_large_image', title, description, images: [image] },
  };
}

export default async function Page() {
  const { messages } = await textsOfRequest();
  return (
    <>
      <NoScript words={messages.playground} />
      <Playground firstLines={await colourProgram(FIRST_PROGRAMS.python, 'python')} />
    </>
  );
}
