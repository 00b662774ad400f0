// The demo, built for each host of the table, as that host shows it: every link answered at once, the page for unknown
// addresses with 404, the promised headers, the old address of a cooperative. And one build at two places.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

function build(host, base, ...rest) {
  const folder = path.join(work, `${host}${base.replaceAll('/', '-')}`);
  execFileSync(PROGRAM, ['build', ROOT, '--output', folder, '--host', host, '--base-url', `https://contoh.id${base}`,
    '--today', '2026-11-24', '--quiet', ...rest], { stdio: ['ignore', 'ignore', 'pipe'] });
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
  // The page for visits without a network is asked for by a script only.
  const starts = ['', ...[...readSite(folder).files].filter((file) => /(^|\/)luring\/index\.html$/.test(file))]
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
    const pages = readSite(folder).pages.filter((page) => !page.isRedirect && page.file !== host.notFound && page.file !== '404.html');
    if (pages.length < 200) faults.push(`only ${pages.length} pages`);
    faults.push(...pages.map((page) => server.base + page.file.replace(/(^|\/)index\.html$/, '$1'))
      .filter((address) => !seen.has(encodeURI(address))).map((address) => `${address}: no page leads there`));
    faults.push(...await unknownFaults(server, host));
    faults.push(...headerFaults(host, seen, server.base));
    faults.push(...await oldAddressFaults(server, folder, host));
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

async function unknownFaults(server, host) {
  const faults = [];
  for (const address of ['tidak-ada', 'tidak/ada/', 'aset/tidak-ada.css', 'susu-sagara/tidak-ada/']) {
    let answer = await ask(server.origin, server.base + address);
    // A slash may be added before anybody looks whether the page is there.
    if (answer.headers.location === `${server.base}${address}/`) answer = await ask(server.origin, answer.headers.location);
    if (answer.status !== 404) faults.push(`${address}: ${answer.status} for an unknown address`);
    const page = readPage(host.notFound, answer.body.toString());
    if (page.kind !== 'not-found') faults.push(`${address}: not the site's own page for unknown addresses`);
    if (/immutable/.test(answer.headers['cache-control'] ?? '')) faults.push(`${address}: kept for a year although it is not there`);
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
    const lasting = /^([^/]+\/)?(foto|aset|kartu)\//.test(address.slice(base.length));
    const kept = headers['cache-control'] ?? '';
    if (lasting !== (kept === 'public, max-age=31536000, immutable')) faults.push(`${address}: kept ${kept || 'as the host likes'}`);
    // What no rule says: Firebase keeps pages for an hour, the others ask again every time.
    if (host.rules.firebase && address.endsWith('/') && kept !== 'no-cache') faults.push(`${address}: kept ${kept}`);
  }
  return faults;
}

/** The demo has `alamat_lama: [koperasi-sagara]`: by rule in one step, or by a page that leads on. */
async function oldAddressFaults(server, folder, host) {
  const faults = [];
  const ruled = Boolean(host.rules.redirects || host.rules.vercel || host.rules.firebase);
  for (const rest of ['', 'gabung/', 'muda/shu/']) {
    const [old, current] = ['koperasi-sagara/', 'susu-sagara/'].map((slug) => server.base + slug + rest);
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
