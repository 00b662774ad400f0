// A site as a host shows it, the host's own server or an imitation: what it answers, and all that is wrong with that.
import http from 'node:http';
import { HOSTS } from './hosts.mjs';
import { readPage, readSite } from './site.mjs';

const agent = new http.Agent({ keepAlive: true, maxSockets: 8 });
/** Lets go of the connections that are kept. */
export const hangUp = () => agent.destroy();

/** One answer, no redirect followed: `{ status, headers, body }`. */
export const ask = (origin, address) => new Promise((resolve, reject) => {
  http.get(origin + address, { agent }, (response) => {
    const parts = [];
    response.on('data', (part) => parts.push(part));
    response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }));
  }).on('error', reject);
});

/**
 * Follows every link of every page from the front page on. Returns what was seen, by address, and the faults: links
 * that lead to nothing, through a redirect, or out of the site's folder.
 */
export async function crawl(server, folder) {
  const seen = new Map();
  const faults = [];
  // The page for visits without a network and the service worker are asked for by a script only.
  const starts = ['', ...[...readSite(folder).files].filter((file) => /(^|\/)(luring\/index\.html|sw\.js)$/.test(file))]
    .map((file) => server.base + file.replace(/index\.html$/, ''));
  const open = starts.map((address) => [address, 'the test']);
  const known = new Set(starts);
  while (open.length > 0) {
    const batch = open.splice(0, 32);
    const answers = await Promise.all(batch.map(([address]) => ask(server.origin, address)));
    for (const [number, [address, from]] of batch.entries()) {
      const answer = answers[number];
      seen.set(address, answer);
      if (answer.status !== 200) {
        faults.push(`${from}: ${address} answers ${answer.status} ${answer.headers.location ?? ''}`);
      } else if (/^text\/html/.test(answer.headers['content-type'])) {
        for (const { value } of readPage(address, answer.body.toString()).links) {
          if (/^(https?:|mailto:|tel:|sms:|geo:|data:|#)/.test(value)) continue;
          const { pathname } = new URL(value, `http://host${address}`);
          if (known.has(pathname)) continue;
          known.add(pathname);
          if (pathname.startsWith(server.base)) open.push([pathname, address]);
          else faults.push(`${address}: ${value} leaves ${server.base}`);
        }
      }
    }
  }
  return { seen, faults };
}

const SECURITY = ['x-content-type-options', 'x-frame-options', 'content-security-policy', 'referrer-policy', 'permissions-policy',
  'cross-origin-opener-policy', 'strict-transport-security'];

/** Everything that is wrong with the demo, built into `folder` for a host, as `server` shows it. */
export async function faultsOf(server, folder, name) {
  const host = HOSTS[name];
  const { seen, faults } = await crawl(server, folder);
  const pages = readSite(folder).pages.filter((page) => !page.isRedirect && page.kind !== 'not-found');
  if (pages.length < 200) faults.push(`only ${pages.length} pages`);
  faults.push(...pages.map((page) => server.base + page.file.replace(/(^|\/)index\.html$/, '$1'))
    .filter((address) => !seen.has(encodeURI(address))).map((address) => `${address}: no page leads there`));
  faults.push(...await unknownFaults(server, host));
  faults.push(...headerFaults(host, seen, server.base));
  faults.push(...await oldAddressFaults(server, folder, host));
  faults.push(...await shortenedFaults(server, seen));
  return faults;
}

async function unknownFaults(server, host) {
  const faults = [];
  for (const address of ['tidak-ada', 'tidak/ada/', 'aset/tidak-ada.css', 'foto/tidak-ada.jpg', 'susu-sagara/kartu/tidak-ada.jpg', 'susu-sagara/tidak-ada/', 'en/tidak-ada/', 'su/wilayah/tidak-ada/']) {
    let answer = await ask(server.origin, server.base + address);
    // A slash may be added before anybody looks whether the page is there.
    if (answer.headers.location === `${server.base}${address}/`) answer = await ask(server.origin, answer.headers.location);
    if (answer.status !== 404) faults.push(`${address}: ${answer.status} for an unknown address`);
    const page = readPage(host.notFound, answer.body.toString());
    const language = host.nearest ? /^(en|su)\//.exec(address)?.[1] ?? 'id' : 'id';
    if (page.language !== language) faults.push(`${address}: answered in ${page.language} first`);
    const fronts = ['', 'en/', 'su/'].map((folder) => server.base + folder);
    faults.push(...fronts.filter((front) => !page.links.some(({ value }) => value === front)).map((front) => `${address}: no way to ${front}`));
    if (page.kind !== 'not-found') faults.push(`${address}: not the site's own page for unknown addresses`);
    const kept = answer.headers['cache-control'] ?? '';
    if (/immutable/.test(kept) || Number(/max-age=(\d+)/.exec(kept)?.[1] ?? 0) > 3600) faults.push(`${address}: kept ${kept} although it is not there`);
    for (const { value } of page.links) {
      const there = await ask(server.origin, new URL(value, `http://host${server.base}${address}`).pathname);
      if (there.status !== 200) faults.push(`${host.notFound} at ${address}: ${value} answers ${there.status}`);
    }
  }
  return faults;
}

/** Headers that a host promises and does not send, or sends for what they do not belong to. */
export function headerFaults(host, seen, base) {
  if (!host.rules.headers && !host.rules.vercel && !host.rules.firebase) return [];
  const faults = [];
  for (const [address, { headers }] of seen) {
    for (const name of SECURITY) if (!headers[name]) faults.push(`${address}: no ${name}`);
    // Values that two rules set would be joined, and mean nothing.
    if (headers['x-content-type-options'] !== 'nosniff' || headers['x-frame-options'] !== 'DENY') faults.push(`${address}: a header twice`);
    const lasting = /^([^/]+\/)?(foto|aset|kartu)\/[^/]+\.\w+$/.test(address.slice(base.length));
    const kept = headers['cache-control'] ?? '';
    const lifetime = host.missing === 'kept' ? 'public, max-age=3600' : 'public, max-age=31536000, immutable';
    if (lasting !== (kept === lifetime)) faults.push(`${address}: kept ${kept || 'as the host likes'}`);
    // What no rule says: Firebase keeps pages and scripts for an hour, the others ask again every time.
    if (host.rules.firebase && /(\/|sw\.js)$/.test(address) && kept !== 'no-cache') faults.push(`${address}: kept ${kept}`);
  }
  return faults;
}

/** The demo has `alamat_lama: [koperasi-sagara]`: by rule in one step, or by a page that leads on. */
async function oldAddressFaults(server, folder, host) {
  const faults = [];
  const ruled = host.moves !== 'pages' && Boolean(host.rules.redirects || host.rules.vercel || host.rules.firebase);
  const moved = ['', 'gabung/', 'muda/shu/'].map((rest) => ['koperasi-sagara/', 'susu-sagara/'].map((slug) => slug + rest));
  // Folders of regencies had the dot of their code.
  moved.push(...['wilayah/', 'su/peluang/'].map((list) => ['32.04/', '32-04/'].map((code) => list + code)));
  for (const [old, current] of moved.map((pair) => pair.map((address) => server.base + address))) {
    const answer = await ask(server.origin, old);
    let to;
    if (ruled) {
      if (![301, 308].includes(answer.status)) faults.push(`${old}: ${answer.status} instead of a lasting redirect`);
      to = answer.headers.location;
    } else {
      const text = answer.body.toString();
      const place = /http-equiv="refresh" content="0; url=([^"]+)"/.exec(text)?.[1];
      if (answer.status !== 200 || !place) faults.push(`${old}: no page that leads on`);
      else to = new URL(place, `http://host${old}`).pathname;
      if (!readPage(old, text).canonical?.endsWith(current)) faults.push(`${old}: its canonical address is not ${current}`);
    }
    if (to !== current) faults.push(`${old}: leads to ${to} instead of ${current}`);
    else if ((await ask(server.origin, to)).status !== 200) faults.push(`${to}: not there`);
  }
  return faults;
}

/** Whoever shortens an address by hand finds a page. */
async function shortenedFaults(server, seen) {
  const above = new Set();
  for (const address of seen.keys()) {
    if (!address.endsWith('/')) continue;
    for (let at = address.length; at > server.base.length; at = address.lastIndexOf('/', at - 2) + 1) above.add(address.slice(0, at));
  }
  const faults = [];
  for (const address of [...above].filter((address) => !seen.has(address))) {
    const { status } = await ask(server.origin, address);
    if (status !== 200) faults.push(`${address}: ${status} for an address that was shortened`);
  }
  return faults;
}

