/** A page that search engines may list. */
export interface SitemapEntry {
  slug: string;
  changedAt: Date;
}

/** The maximum number of addresses of one sitemap (https://www.sitemaps.org/protocol.html). */
export const sitemapSize = 50_000;

const namespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}

/** A sitemap of pages. @param origin where the product stands, without a slash at its end */
export function sitemapOf(origin: string, entries: readonly SitemapEntry[]): string {
  const urls = entries.map(
    ({ slug, changedAt }) =>
      `<url><loc>${escaped(`${origin}/p/${slug}`)}</loc><lastmod>${changedAt.toISOString()}</lastmod></url>\n`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset ${namespace}>\n${urls.join('')}</urlset>\n`;
}

/** An index of sitemaps, each named by the slug that it begins with. */
export function sitemapIndexOf(origin: string, starts: readonly string[]): string {
  const parts = starts.map(
    (slug) => `<sitemap><loc>${escaped(`${origin}/p/sitemap.xml?from=${slug}`)}</loc></sitemap>\n`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex ${namespace}>\n${parts.join('')}</sitemapindex>\n`;
}

/** The robots.txt: allows pages, disallows the API, and names the sitemap. */
export function robotsOf(origin: string): string {
  return `User-agent: *\nDisallow: /api/\n\nSitemap: ${origin}/p/sitemap.xml\n`;
}
