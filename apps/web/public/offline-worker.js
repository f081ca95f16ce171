// Answers the load of a page that finds no network with the offline page of its language. It keeps nothing else: no page of
// the product, no answer of the API. `finish-export.mjs` writes the version, so that a new offline page replaces the old one.
const CACHE = 'canar-offline-@VERSION@';
const PAGES = ['/offline/', '/hi/offline/'];

async function keepOfflinePages() {
  const cache = await caches.open(CACHE);
  for (const page of PAGES) {
    const answer = await fetch(page, { cache: 'reload' });
    const html = await answer.clone().text();
    const styles = new Set([...html.matchAll(/\/_next\/static\/[^"'\\]+\.css/g)].map(([address]) => address));
    await cache.put(page, answer);
    await cache.addAll([...styles]);
  }
}

async function forgetOlder() {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith('canar-offline-') && name !== CACHE).map((name) => caches.delete(name)),
  );
}

async function orKept(request, kept) {
  try {
    return await fetch(request);
  } catch {
    return (await caches.match(kept)) ?? Response.error();
  }
}

self.addEventListener('install', (event) => event.waitUntil(keepOfflinePages().then(() => self.skipWaiting())));
self.addEventListener('activate', (event) => event.waitUntil(forgetOlder().then(() => self.clients.claim())));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== self.location.origin || /^\/(api|p)\//.test(pathname)) return;
  if (request.mode === 'navigate') event.respondWith(orKept(request, PAGES[pathname.startsWith('/hi/') ? 1 : 0]));
  else if (/^\/_next\/static\/.+\.css$/.test(pathname)) event.respondWith(orKept(request, pathname));
});
