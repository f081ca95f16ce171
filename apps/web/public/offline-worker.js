// Lets signed-in pages open without a network: it stores static files of the site, and of those alone the ones listed below. No answer of
// the API and no published page is ever stored. `finish-export.mjs` writes the version and the lists, so that a new site replaces the old one.
const CACHE = 'canar-site-@VERSION@';
const PAGES = ['@PAGES@'];
const ASSETS = ['@ASSETS@'];

/** The parts of the site that a person may need at once are stored before the worker takes over; the rest as it is used. */
async function storeSite() {
  const cache = await caches.open(CACHE);
  const fresh = [...PAGES, ...ASSETS].map((address) => new Request(address, { cache: 'no-cache' }));
  await cache.addAll(fresh);
}

async function forgetOlder() {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith('canar-') && name !== CACHE).map((name) => caches.delete(name)),
  );
}

/** The offline page in the language of a path: `/hi/offline/` for `/hi/edit/`. */
function offlinePage(path) {
  return (/^\/[a-z]{2}(?=\/)/.exec(path)?.[0] ?? '') + '/offline/';
}

/** A page comes from the network; without one the stored page of the same path, whatever its query, else the offline page. */
async function page(request, path) {
  try {
    return await fetch(request);
  } catch {
    const cache = await caches.open(CACHE);
    return (
      (await cache.match(path)) ??
      (await cache.match(offlinePage(path))) ??
      (await cache.match('/offline/')) ??
      Response.error()
    );
  }
}

/** A file whose name holds its content's hash never changes, so that a stored one will do; it is stored when it is first used. */
async function asset(request) {
  const cache = await caches.open(CACHE);
  const stored = await cache.match(request.url);
  if (stored) return stored;
  const answer = await fetch(request);
  if (answer.status === 200) await cache.put(request.url, answer.clone());
  return answer;
}

self.addEventListener('install', (event) => event.waitUntil(storeSite().then(() => self.skipWaiting())));
self.addEventListener('activate', (event) => event.waitUntil(forgetOlder().then(() => self.clients.claim())));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin || /^\/(api|p)\//.test(pathname)) return;
  if (request.mode === 'navigate') event.respondWith(page(request, pathname));
  else if (/^\/_next\/static\//.test(pathname)) event.respondWith(asset(request));
});
