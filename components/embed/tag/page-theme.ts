/** The theme of the page around a block, for frames that are to look like it. */

type Theme = 'light' | 'dark' | 'auto';

/** `wish`: `light`, `dark`, `auto` (the reader's system), or `page`, which is told again whenever it changes. */
export function followTheme(
  block: HTMLElement,
  wish: string | undefined,
  say: (theme: Theme) => void,
): void {
  if (wish === 'light' || wish === 'dark' || wish === 'auto') say(wish);
  if (wish !== 'page') return;
  let said: Theme | undefined;
  const tell = () => {
    const theme = themeOf(block.parentElement ?? document.body);
    if (theme === said) return;
    said = theme;
    say(theme);
  };
  tell();
  const changes = new MutationObserver(tell);
  for (const element of [document.documentElement, document.body]) {
    changes.observe(element, { attributes: true });
  }
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', tell);
  // Grounds that fade have their colour later.
  document.addEventListener('transitionend', tell);
}

/** By the ground that the block stands on; a page without one is as light as browsers make it. */
function themeOf(start: HTMLElement): Theme {
  for (let element: HTMLElement | null = start; element; element = element.parentElement) {
    const [r = 0, g = 0, b = 0, alpha = 1] = numbersIn(getComputedStyle(element).backgroundColor);
    if (alpha > 0.5) return r * 0.299 + g * 0.587 + b * 0.114 < 128 ? 'dark' : 'light';
  }
  const { colorScheme } = getComputedStyle(document.documentElement);
  const isDark = matchMedia('(prefers-color-scheme: dark)').matches;
  if (/dark/.test(colorScheme) && (isDark || !/light/.test(colorScheme))) return 'dark';
  return 'light';
}

/** Of `rgb(1, 2, 3)`, `rgba(1, 2, 3, 0.5)` and `color(srgb 0.1 0.2 0.3 / 0.5)`. */
function numbersIn(color: string): number[] {
  const numbers = (color.replace(/^[\w-]+\((?:[a-z][\w-]*\s)?/, '').match(/[\d.]+/g) ?? []).map(
    Number,
  );
  if (!color.startsWith('color(')) return numbers;
  return numbers.map((value, at) => (at < 3 ? value * 255 : value));
}
