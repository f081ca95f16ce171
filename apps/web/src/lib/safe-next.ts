const HERE = 'https://here.invalid';

/** Where to go after signing in: a path of this site, or the fallback when `next` is none. */
export function safeNext(next: string | null, fallback: string): string {
  const path = ownPath(next ?? '');
  // `/.//host` lies on this origin, but its normalized path `//host` does not: what is returned is parsed itself.
  return path !== null && ownPath(path) === path ? path : fallback;
}

/** The normalized path, query and fragment of an address of this origin; null for any other text. */
function ownPath(address: string): string | null {
  if (!address.startsWith('/') || /[\\\p{Cc}]/u.test(address)) return null;
  try {
    const { origin, pathname, search, hash } = new URL(address, HERE);
    return origin === HERE ? pathname + search + hash : null;
  } catch {
    return null;
  }
}
