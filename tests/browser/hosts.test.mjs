// The demo, built for each host of the table, as that host shows it: every link answered at once, the page for unknown
// addresses with 404, the promised headers, the old address of a cooperative. And one build at two places.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { HOSTS, imitate, serveAs } from './lib/hosts.mjs';
import { readPage, readSite } from './lib/site.mjs';
import { none } from './lib/under-test.mjs';

const ROOT = path.join(import.meta.dirname, '../..');
const PROGRAM = path.resolve(process.env.ETALASE_PROGRAM ?? path.join(ROOT, 'target/debug/etalase'));
const work = mkdtempSync(path.join(os.tmpdir(), 'etalase-hosts-'));
const agent = new http.Agent({ keepAlive: true, maxSockets: 8 });
after(() => {
  agent.destroy();
  rmSync(work, { recursive: true });
});

function build(host, base, site = ROOT) {
  const folder = path.join(work, `${path.basename(site)}-${host}${base.replaceAll('/', '-')}`);
  execFileSync(PROGRAM, ['build', site, '--output', folder, '--host', host, '--base-url', `https://contoh.id${base}`,
    '--today', '2026-11-24', '--quiet'], { stdio: ['ignore', 'ignore', 'pipe'] });
  return folder;
}

/** One answer, no redirect followed: `{ status, headers, body }`. */
const ask = (origin, address) => new Promise((resolve, reject) => {
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
async function crawl(server, folder) {
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

/** Everything that is wrong with a folder as a host shows it. */
async function faultsOf(name, folder) {
  const host = HOSTS[name];
  const server = await serveAs(name, folder);
  try {
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
  } finally {
    await server.close();
  }
}

for (const [name, host] of Object.entries(HOSTS)) {
  test(`${name}: links, unknown addresses, headers and the old address`, async () => {
    const folder = build(name, host.base);
    const faults = [...await faultsOf(name, folder), ...(host.kinds ? kindFaults(name, host, folder) : [])];
    // Eleven builds side by side would need more room than a small disk has to spare.
    rmSync(folder, { recursive: true });
    none(faults);
  });
}

test('each fault is seen', async () => {
  const folder = build('cloudflare-pages', '/');
  const change = (file, edit) => writeFileSync(path.join(folder, file), edit(readFileSync(path.join(folder, file), 'utf8')));
  for (const [file, edit, expected] of [
    ['_headers', (text) => text.replace(/.*X-Frame-Options.*\n/, ''), /no x-frame-options/],
    ['_headers', (text) => text.replaceAll('immutable', 'must-revalidate'), /kept public, max-age=31536000, must-revalidate/],
    ['_redirects', (text) => text.replace(':splat', ''), /koperasi-sagara\/gabung\/: leads to \/susu-sagara\/ instead/],
    ['index.html', (text) => text.replace('href="./peluang/"', 'href="./peluang"'), /\/peluang answers 308/],
    ['index.html', (text) => text.replace('href="./peluang/"', 'href="./tiada/"'), /\/tiada\/ answers 404/],
    ['404.html', () => '<h1>?</h1>', /not the site's own page/],
  ]) {
    const whole = readFileSync(path.join(folder, file));
    change(file, edit);
    assert.match((await faultsOf('cloudflare-pages', folder)).join('\n'), expected, file);
    writeFileSync(path.join(folder, file), whole);
  }
});

// Each of these was on a host once, and seen by no test.
test('a fault that its own host makes of a rule is seen', async () => {
  for (const [name, file, edit, expected] of [
    ['cloudflare-workers', '_headers', (text) => text.replaceAll('max-age=3600', 'max-age=31536000, immutable'), /foto\/tidak-ada\.jpg: kept/],
    ['firebase', 'firebase.json', (text) => text.replace('"(/sw', '"(^/sw'), /\/susu-sagara\/sw\.js: kept/],
    ['codeberg-pages', '_redirects', () => '/koperasi-sagara/* /susu-sagara/:splat 301\n', /koperasi-sagara\/: no page that leads on/],
  ]) {
    const folder = build(name, HOSTS[name].base);
    const place = path.join(folder, file);
    writeFileSync(place, edit(existsSync(place) ? readFileSync(place, 'utf8') : ''));
    if (name === 'codeberg-pages') rmSync(path.join(folder, 'koperasi-sagara'), { recursive: true });
    assert.match((await faultsOf(name, folder)).join('\n'), expected, name);
    rmSync(folder, { recursive: true });
  }
});

test('what is called like a folder of files is no folder of files', async () => {
  const site = path.join(work, 'kartu');
  for (const name of ['kartu-tani', 'fotografi-desa']) {
    mkdirSync(path.join(site, 'content', name), { recursive: true });
    writeFileSync(path.join(site, 'content', name, 'profil.yaml'), `nama: Koperasi ${name}\nkontak: {whatsapp: 0810-0000-0001}\nproduk: [{nama: Kartu}, {nama: Foto}, {nama: Aset}, {nama: Kartu ucapan}]\n`);
  }
  writeFileSync(path.join(site, 'etalase.yaml'), 'judul: Uji\nbahasa: [id, en]\n');
  const faultsAt = async (name, folder) => {
    const server = await serveAs(name, folder);
    const { seen, faults } = await crawl(server, folder);
    await server.close();
    assert.ok(seen.has('/kartu-tani/produk/kartu-ucapan/') && seen.has('/fotografi-desa/en/'), [...seen.keys()].join(' '));
    return [...faults, ...headerFaults(HOSTS[name], seen, server.base)];
  };
  for (const name of Object.keys(HOSTS).filter((name) => HOSTS[name].rules.headers || HOSTS[name].rules.vercel || HOSTS[name].rules.firebase)) {
    const folder = build(name, '/', site);
    none(await faultsAt(name, folder));
    if (name !== 'netlify') continue;
    const rules = path.join(folder, '_headers');
    writeFileSync(rules, readFileSync(rules, 'utf8').replaceAll(':berkas', '*'));
    assert.match((await faultsAt(name, folder)).join('\n'), /\/kartu-tani\/: kept public/);
  }
});

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

function headerFaults(host, seen, base) {
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

/** What the host does not take has been said by `check`, with its number. */
function kindFaults(name, host, folder) {
  const refused = [...readSite(folder).files]
    .filter((file) => !file.startsWith('.etalase/') && !host.kinds.includes(file.split('.').pop().toLowerCase()));
  const said = execFileSync(PROGRAM, ['check', ROOT, '--host', name, '--base-url', 'https://contoh.id/', '--today', '2026-11-24', '--json'])
    .toString().split('\n').filter(Boolean).map((line) => JSON.parse(line)).filter(({ code }) => code === 'host-refuses-files');
  const number = said.reduce((sum, { found }) => sum + Number(/^\d+/.exec(found)?.[0] ?? 0), 0);
  return number === refused.length ? [] : [`${refused.length} files that the host does not take, ${number} said: ${refused.slice(0, 3)}`];
}

test('berkas: opened as files, every link names a file', () => {
  const site = readSite(build('berkas', '/'));
  const faults = [];
  for (const page of site.pages.filter((page) => page.file !== '404.html')) {
    const links = page.links.map(({ value }) => value);
    const onward = /content="0; url=([^"]+)"/.exec(page.html)?.[1];
    for (const link of onward ? [...links, onward] : links) {
      if (/^(https?:|mailto:|tel:|sms:|geo:|data:|#)/.test(link)) continue;
      const file = decodeURIComponent(new URL(link, `file:///${page.file}`).pathname.slice(1));
      if (!site.files.has(file)) faults.push(`${page.file}: ${link} is no file`);
    }
  }
  none(faults);
});

test('one build works at the root and below a path', async () => {
  const folder = build('umum', '/');
  for (const base of ['/', '/a/b/']) {
    const server = await serveAs('umum', folder, base);
    try {
      const { seen, faults } = await crawl(server, folder);
      assert.ok(seen.size > 500, `${seen.size} addresses below ${base}`);
      none(faults);
    } finally {
      await server.close();
    }
  }
});

test('the imitation tells the hosts apart, and every row names its sources', () => {
  const folder = build('cloudflare-pages', '/');
  const told = (name, address) => {
    const { status, file, location } = imitate(name, folder, '/')(address);
    return `${status} ${file ?? location ?? ''}`.trim();
  };
  assert.equal(told('cloudflare-pages', '/susu-sagara/index.html'), '308 /susu-sagara/');
  assert.equal(told('github-pages', '/susu-sagara/index.html'), '200 susu-sagara/index.html');
  assert.equal(told('cloudflare-pages', '/susu-sagara'), '308 /susu-sagara/');
  assert.equal(told('gitlab-pages', '/susu-sagara'), '302 /susu-sagara/');
  assert.equal(told('vercel', '/susu-sagara'), '200 susu-sagara/index.html');
  assert.equal(told('cloudflare-pages', '/_headers'), '404 404.html');
  assert.equal(told('github-pages', '/_headers'), '200 _headers');
  assert.equal(told('github-pages', '/koperasi-sagara/gabung/'), '404 404.html');
  assert.equal(told('cloudflare-pages', '/koperasi-sagara/gabung/'), '301 /susu-sagara/gabung/');
  for (const [name, { sources }] of Object.entries(HOSTS)) {
    assert.ok(sources.length > 0 && sources.every(([text, day]) => text && (day === null || /^\d{4}-\d\d-\d\d$/.test(day))), name);
  }
});
