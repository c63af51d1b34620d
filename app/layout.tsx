import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/jetbrains-mono/wght.css';
import './globals.css';
import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { firstPaintScript, framePaintScript } from '@/components/settings/first-paint';
import { MessagesProvider } from '@/components/ui/messages-provider';
import { frameThemeOf } from '@/lib/http/framed-page';
import { LOCALE_NAMES } from '@/lib/messages/locales';
import { inter, jetBrainsMono } from './fonts';
import { textsOfRequest } from './texts';

export async function generateMetadata(): Promise<Metadata> {
  const { title, description } = (await textsOfRequest()).messages.playground;
  return { title: { default: title, template: '%s · Runbay' }, description };
}

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
const FRAME_PAINT = framePaintScript();

export default async function RootLayout({ children }: { children: ReactNode }) {
  // A page made at build time could not carry the nonce of its content security policy (proxy.ts).
  const asked = await headers();
  const policy = asked.get('content-security-policy');
  const frameTheme = frameThemeOf(asked);
  const nonce = policy?.match(/'nonce-([^']+)'/)?.[1];
  const { locale, messages } = await textsOfRequest();
  return (
    // The script below has written on the element before React sees it.
    <html
      lang={LOCALE_NAMES[locale].tag}
      className={`${inter.variable} ${jetBrainsMono.variable}`}
      data-framed={frameTheme}
      data-theme={frameTheme === 'auto' ? undefined : frameTheme}
      suppressHydrationWarning
    >
      <head>
        <script
          nonce={nonce}
          suppressHydrationWarning
          // biome-ignore lint/security/noDangerouslySetInnerHtml: our own text, the same for everybody
          dangerouslySetInnerHTML={{ __html: frameTheme ? FRAME_PAINT : FIRST_PAINT }}
        />
      </head>
      <body>
        <MessagesProvider locale={locale} messages={messages}>
          {children}
        </MessagesProvider>
      </body>
    </html>
  );
}
