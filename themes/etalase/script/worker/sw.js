// Keeps what was visited readable without a network. Pages come from the network first, so that prices are those
// of today; from here only where there is none, and then they say so. Files whose name follows from their content
// never change and come from here first. Nothing is kept but published files, and not more than so many.
const VERSION = '@version@';
const SHELL = '@shell@'.split(' ').map((path) => new URL(path, location).href);
const SCOPE = new URL('./', location).pathname;
const PAGES = 'etalase-halaman ' + SCOPE;
const FILES = 'etalase-berkas ' + SCOPE;
const MOST = { [PAGES]: 40, [FILES]: 120 };

const keep = async (name, key, answer) => {
  const cache = await caches.open(name);
  await cache.delete(key);
  await cache.put(key, answer);
  const old = (await cache.keys()).filter(({ url }) => !SHELL.includes(url));
  await Promise.all(old.slice(0, Math.max(0, old.length - MOST[name])).map((one) => cache.delete(one)));
};

// A page that comes from here says so below its header, in the words that it brings along.
const marked = async (kept) => {
  const html = (await kept.text()).replace(/ data-offline="([^"]*)"[^]*?<\/header>/, '$&<p class="offline">$1</p>');
  return new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8' } });
};

const page = async (event) => {
  const key = event.request.url.split(/[#?]/)[0];
  try {
    // The browser's own cache may hold yesterday's price: the host is asked whether there is a newer one.
    const answer = await fetch(event.request, { cache: 'no-cache' });
    if (answer.ok && /^text\/html/.test(answer.headers.get('Content-Type'))) {
      event.waitUntil(keep(PAGES, key, answer.clone()).catch(() => {}));
    }
    return answer;
  } catch (error) {
    const cache = await caches.open(PAGES);
    const kept = await cache.match(key);
    if (kept) return marked(kept);
    const instead = SHELL.at(-1);
    if (key !== instead && await cache.match(instead)) return Response.redirect(instead);
    throw error;
  }
};

const file = async (event) => {
  const cache = await caches.open(FILES);
  const kept = await cache.match(event.request.url);
  if (kept) return kept;
  let answer = await fetch(event.request);
  // The browser's own cache may still say that it is not there.
  if (!answer.ok) answer = await fetch(event.request, { cache: 'reload' });
  if (answer.ok) event.waitUntil(keep(FILES, event.request.url, answer.clone()).catch(() => {}));
  return answer;
};

// Files of the index of search: their names stay, so the host is asked first.
const index = async (event) => {
  try {
    const answer = await fetch(event.request);
    if (answer.ok) event.waitUntil(keep(FILES, event.request.url, answer.clone()).catch(() => {}));
    return answer;
  } catch (error) {
    const kept = await (await caches.open(FILES)).match(event.request.url);
    if (kept) return kept;
    throw error;
  }
};

addEventListener('install', (event) => {
  event.waitUntil((async () => {
    // Who saves data pays for the last page only: the one that says what can be read.
    const wanted = navigator.connection?.saveData ? SHELL.slice(-1) : SHELL;
    const cache = await caches.open(PAGES);
    await Promise.allSettled(wanted.map((url) => cache.add(new Request(url, { cache: 'no-cache' }))));
    // A basket that is opened for the first time without a network shows what is in it by its script, in the theme's type.
    const files = await caches.open(FILES);
    await Promise.allSettled(wanted.map(async (url) => {
      const html = await (await cache.match(url)).text();
      const named = html.matchAll(/(?:<script src="|url\(["']?)([^"')]+-[0-9a-f]{16}\.\w+)/g);
      const links = [...named].map(([, path]) => new URL(path, url).href);
      await Promise.all(links.map(async (one) => await files.match(one) || files.add(one)));
    }));
    await skipWaiting();
  })());
});

addEventListener('activate', (event) => {
  event.waitUntil((async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith('etalase-') && name.endsWith(' ' + SCOPE));
    await Promise.all(names.filter((name) => !MOST[name]).map((name) => caches.delete(name)));
    await clients.claim();
  })());
});

addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || new URL(request.url).origin !== location.origin) return;
  if (request.mode === 'navigate') event.respondWith(page(event));
  else if (/\/cari\/\w[\w-]*\.json$/.test(request.url)) event.respondWith(index(event));
  else if (/-[0-9a-f]{16}\.\w+$/.test(request.url)) event.respondWith(file(event));
});
