// Keeps this page, its script and its engine, so that a draft can be written without a network. Nothing of what the
// repository's server answers is kept. The page comes from the network first; files whose name follows from their
// content come from here.
const VERSION = '@version@';
const FILES = '@files@'.split(' ').map((path) => new URL(path, location).href);
const NAME = 'etalase-kelola ' + new URL('./', location).pathname;

addEventListener('install', (event) => {
  event.waitUntil((async () => {
    const cache = await caches.open(NAME);
    await Promise.all(FILES.map(async (url) => {
      if (!/-[0-9a-f]{16}\.\w+$/.test(url) || !await cache.match(url)) await cache.add(new Request(url, { cache: 'no-cache' }));
    }));
    for (const { url } of await cache.keys()) if (!FILES.includes(url)) await cache.delete(url);
    await skipWaiting();
  })());
});

addEventListener('activate', (event) => event.waitUntil(clients.claim()));

addEventListener('fetch', (event) => {
  const { request } = event;
  const url = request.url.split(/[#?]/)[0];
  if (request.method !== 'GET' || !FILES.includes(url)) return;
  event.respondWith((async () => {
    const cache = await caches.open(NAME);
    const kept = await cache.match(url);
    if (kept && /-[0-9a-f]{16}\.\w+$/.test(url)) return kept;
    try {
      const answer = await fetch(request, { cache: 'no-cache' });
      if (answer.ok) await cache.put(url, answer.clone());
      return answer;
    } catch (error) {
      if (kept) return kept;
      throw error;
    }
  })());
});
