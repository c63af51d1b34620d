// Names for addresses that are few and hold nothing of a visitor: `/s/[id]`, not `/s/3fK…`.
// @ts-check

/**
 * As Next writes them to .next/routes-manifest.json.
 * @typedef {{ page: string, regex: string }} Route
 * @typedef {{ destination: string, regex: string }} Rewrite
 * @typedef {{ staticRoutes: Route[], dynamicRoutes: Route[], rewrites: Record<'beforeFiles' | 'afterFiles' | 'fallback', Rewrite[]> }} RoutesManifest
 */

/** What the server sends as it lies in a folder. */
export const FILES = '/_next/static';
/** Whatever leads nowhere. */
export const OTHER = 'other';

/**
 * Gives the function that names the route of an address.
 * @param {RoutesManifest} manifest
 * @returns {(url: string) => string}
 */
export function routeTemplates({ staticRoutes, dynamicRoutes, rewrites }) {
  const pages = [...staticRoutes, ...dynamicRoutes].filter(({ page }) => !page.startsWith('/_'));
  const rules = [
    ...[...rewrites.beforeFiles, ...rewrites.afterFiles, ...rewrites.fallback].map(
      ({ destination, regex }) => ({ regex: new RegExp(regex), template: bracketed(destination) }),
    ),
    ...pages.map(({ page, regex }) => ({ regex: new RegExp(regex), template: page })),
  ];
  const plain = new Map(pages.map(({ page }) => [page, page]));
  return (url) => {
    const [path = ''] = url.split('?', 1);
    const known = plain.get(path);
    if (known !== undefined) return known;
    if (path.startsWith('/_next/')) return FILES;
    if (path.startsWith('/_')) return OTHER;
    return rules.find(({ regex }) => regex.test(path))?.template ?? OTHER;
  };
}

/** `/s/:id/:format` as a folder of `app` is called. @param {string} destination */
function bracketed(destination) {
  return destination.replace(/:(\w+)/g, '[$1]');
}
