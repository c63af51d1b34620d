import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { textsOfRequest } from '@/app/texts';
import { LanPage } from '@/components/lan/lan-page';
import { lanAddresses, servesLan } from '@/lib/http/lan';
import { publicAddressOf } from '@/lib/http/public-address';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await textsOfRequest()).messages.lan.tab, robots: { index: false } };
}

/** For the projector: how the devices of a class find this machine. Only where it serves a local network. */
export default async function Page() {
  if (!servesLan()) notFound();
  const { port } = new URL(publicAddressOf({ headers: await headers() }));
  const addresses = lanAddresses().map((address) =>
    port === '' ? `http://${address}` : `http://${address}:${port}`,
  );
  return (
    <LanPage
      addresses={addresses}
      port={port || '80'}
      words={(await textsOfRequest()).messages.lan}
    />
  );
}
