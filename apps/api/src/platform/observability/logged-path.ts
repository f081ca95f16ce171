/** The path of an address as it may be logged: without the query, and without the token of a share link, which opens a page. */
export function loggedPathOf(url: string): string {
  const path = url.split('?', 1)[0] ?? url;
  return path.replace(/^(\/p\/[^/]+\/s\/)[^/.]+/, '$1…');
}
