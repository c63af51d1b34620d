import localFont from 'next/font/local';

// The Latin files are preloaded with metrics-matched fallbacks; the other scripts come from the
// packages' own style sheets, by unicode-range and only where a page shows them.
export const inter = localFont({
  src: '../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
  weight: '100 900',
  display: 'swap',
  variable: '--font-inter',
});

export const jetBrainsMono = localFont({
  src: '../node_modules/@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2',
  weight: '100 800',
  display: 'swap',
  variable: '--font-jetbrains',
  adjustFontFallback: false,
});
