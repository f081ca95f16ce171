/** Where to go after signing in: a path of this site, or the fallback when the wish points anywhere else. */
export function safeNext(wish: string | null, fallback: string): string {
  if (!wish?.startsWith('/') || /[\\\u0000-\u001f]/.test(wish)) return fallback;
  const here = 'https://here.invalid';
  const url = new URL(wish, here);
  return url.origin === here ? `${url.pathname}${url.search}${url.hash}` : fallback;
}
