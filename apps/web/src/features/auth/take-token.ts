/** Takes the token of a mailed link out of the address, so that neither bar nor history shows it; empty when there is none. */
export function takeToken(): string {
  const found = new URLSearchParams(window.location.hash.slice(1)).get('token') ?? '';
  if (found) window.history.replaceState(null, '', window.location.pathname);
  return found;
}
