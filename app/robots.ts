import type { MetadataRoute } from 'next';

/** What may be listed says each page itself (`robots`), so crawlers may read them all. */
export default function robots(): MetadataRoute.Robots {
  return { rules: { userAgent: '*', allow: ['/', '/api/oembed'], disallow: ['/api/', '/frame'] } };
}
