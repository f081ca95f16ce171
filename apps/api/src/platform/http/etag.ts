/** The strong ETag of a version. */
export function etagOf(version: string | number | bigint): string {
  return `"${version}"`;
}

/** The entity tags of an If-Match or If-None-Match header; a `W/` prefix, which proxies add, is ignored (RFC 9110 §8.8.3). */
function tagsOf(header: string): string[] {
  return header.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
}

/** True when one of the header's tags (or `*`) is this tag. */
export function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  const tags = tagsOf(header);
  return tags.includes('*') || tags.includes(etag);
}

/** The versions that an If-Match header accepts: 'any' for `*`, null when there is no header. */
export function versionsIn(ifMatch: string | undefined): readonly string[] | 'any' | null {
  if (!ifMatch) return null;
  const tags = tagsOf(ifMatch);
  if (tags.includes('*')) return 'any';
  return tags.flatMap((tag) => /^"(.*)"$/.exec(tag)?.[1] ?? []);
}
