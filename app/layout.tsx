import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/jetbrains-mono/wght.css';
import './globals.css';
import type { Metadata, Viewport } from 'next';
import { cookies, headers } from 'next/headers';
import type { ReactNode } from 'react';
import { firstPaintScript } from '@/components/settings/first-paint';
import { MessagesProvider } from '@/components/ui/messages-provider';
import { messagesOf } from '@/lib/messages/load';
import { findLocale, LOCALE_COOKIE, LOCALE_NAMES } from '@/lib/messages/locales';
import { inter, jetBrainsMono } from './fonts';

export const metadata: Metadata = {
  title: { default: 'Runbay: a code playground', template: '%s · Runbay' },
  description: 'Write Python or JavaScript, run it in a real sandbox, and watch its output arrive.',
};

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  // The keyboard of a phone makes the page shorter, so that the prompt above it stays in view.
  interactiveWidget: 'resizes-content',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f5f7f7' },
    { media: '(prefers-color-scheme: dark)', color: '#161b1e' },
  ],
};

const FIRST_PAINT = firstPaintScript();

export default async function RootLayout({ children }: { children: ReactNode }) {
  // A page made at build time could not carry the nonce of its content security policy (proxy.ts).
  const head = await headers();
  const policy = head.get('content-security-policy');
  const nonce = policy?.match(/'nonce-([^']+)'/)?.[1];
  const chosen = (await cookies()).get(LOCALE_COOKIE)?.value;
  const locale = findLocale(chosen, head.get('accept-language'));
  return (
    // The script below has written on the element before React sees it.
    <html
      lang={LOCALE_NAMES[locale].tag}
      className={`${inter.variable} ${jetBrainsMono.variable}`}
      suppressHydrationWarning
    >
      <head>
        <script
          nonce={nonce}
          suppressHydrationWarning
          // biome-ignore lint/security/noDangerouslySetInnerHtml: our own text, the same for everybody
          dangerouslySetInnerHTML={{ __html: FIRST_PAINT }}
        />
      </head>
      <body>
        <MessagesProvider locale={locale} messages={messagesOf(locale)}>
          {children}
        </MessagesProvider>
      </body>
    </html>
  );
}
