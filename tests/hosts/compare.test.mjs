// The demo on the hosts' own servers, where those are npm packages: every check of the imitation holds there, and the
// imitation answers every address as the server does. Needs the network. `tests/run hosts`; HOSTS_ONLY names one server.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { HOSTS, imitate } from '../browser/lib/hosts.mjs';
import { ask, faultsOf, hangUp } from '../browser/lib/shown.mjs';
import { readSite } from '../browser/lib/site.mjs';
import { none } from '../browser/lib/none.mjs';
import { SERVERS, install, start } from './servers.mjs';

const ROOT = path.join(import.meta.dirname, '../..');
const PROGRAM = path.resolve(process.env.ETALASE_PROGRAM ?? path.join(ROOT, 'target/debug/etalase'));
const work = fs.mkdtempSync(path.join(os.tmpdir(), 'etalase-servers-'));
const packages = process.env.HOSTS_PACKAGES ?? path.join(work, 'packages');
const rows = [];
after(() => {
  hangUp();
  fs.rmSync(work, { recursive: true, force: true });
  console.log(['', ...rows].join('\n'));
});

/** Addresses that tell hosts apart: all pages and files, and each page as people and programs write it otherwise. */
function addressesOf(site) {
  const pages = site.pages.map((page) => `/${page.file.replace(/(^|\/)index\.html$/, '$1')}`);
  const some = pages.filter((address) => address.endsWith('/') && address !== '/').slice(0, 60);
  return [...new Set([
    ...pages,
    ...[...site.files].filter((file) => !file.endsWith('.html')).map((file) => `/${file}`),
    ...some.flatMap((address) => [address.slice(0, -1), `${address}/`, `${address}index.html`]),
    ...['/404.html', '/404', '/_headers', '/_redirects', '/tidak-ada', '/tidak/ada/', '/en/tidak-ada/', '/su/muda/tidak-ada'],
    ...['/foto/', '/aset/tidak-ada.css', '/foto/tidak-ada.jpg', '/susu-sagara/kartu/tidak-ada.jpg', '/susu-sagara/foto/'],
    ...['', '/', '/gabung/', '/gabung', '/muda/shu/', '/tidak-ada/'].map((rest) => `/koperasi-sagara${rest}`),
    ...['/wilayah/32.04', '/wilayah/32.04/', '/wilayah/32.04/halaman/2/', '/su/peluang/32.04/'],
  ])].map(encodeURI);
}

/** How long it may be kept, in a word. */
const lifetime = (value = '') => {
  if (/immutable/.test(value)) return 'year';
  const seconds = Number(/max-age=(\d+)/.exec(value)?.[1] ?? 0);
  return !/no-store|no-cache/.test(value) && seconds > 0 ? `${seconds} s` : 'asked anew';
};

/** What is compared of an answer. */
const told = (origin, { status, location, headers }) => ({
  status,
  location: location && new URL(location, origin).pathname,
  cache: lifetime(headers['cache-control']),
  nosniff: headers['x-content-type-options'] === 'nosniff',
});

async function differences(server, folder, name) {
  const { host, differs } = SERVERS[name];
  const answer = imitate(host, folder);
  const found = [];
  const addresses = addressesOf(readSite(folder));
  for (let at = 0; at < addresses.length; at += 16) {
    await Promise.all(addresses.slice(at, at + 16).map(async (address) => {
      const { status, headers } = await ask(server.origin, address);
      const real = told(server.origin, { status, location: headers.location, headers });
      const guess = told(server.origin, answer(address));
      for (const field of Object.keys(real)) {
        if (real[field] === guess[field] || differs.some(([known, pattern]) => known === field && pattern.test(address))) continue;
        found.push(`${address}: ${field} is ${real[field]}, imitated as ${guess[field]}`);
      }
    }));
  }
  return { found, count: addresses.length };
}

/** Faults of the demo that are the development server's own: what it is known to do otherwise than its host. */
const isOfServer = (name, fault) => {
  if (name === 'netlify dev') return /: kept public|: kept as the host likes/.test(fault);
  // The old addresses of regencies have a dot.
  return name === 'serve' && /\/32\.04\/: /.test(fault);
};

for (const [name, { host, packages: versions }] of Object.entries(SERVERS)) {
  if (process.env.HOSTS_ONLY && process.env.HOSTS_ONLY !== name) continue;
  test(`${name}, ${versions}: as ${host} is imitated`, async () => {
    const place = fs.mkdtempSync(path.join(work, 'server-'));
    const folder = path.join(place, 'public');
    execFileSync(PROGRAM, ['build', ROOT, '--output', folder, '--host', host, '--base-url', 'https://contoh.id/',
      '--today', '2026-11-24', '--quiet'], { stdio: ['ignore', 'ignore', 'pipe'] });
    // The build's own notes are never uploaded.
    fs.rmSync(path.join(folder, '.etalase'), { recursive: true });
    const server = await start(name, await install(name, packages), folder, place);
    try {
      const faults = (await faultsOf(server, folder, host)).filter((fault) => !isOfServer(name, fault));
      const { found, count } = await differences(server, folder, name);
      const gone = await ask(server.origin, '/foto/tidak-ada.jpg');
      const old = await ask(server.origin, '/koperasi-sagara/gabung/');
      const slashless = await ask(server.origin, '/susu-sagara');
      rows.push(`| ${host}, ${name} ${versions} | ${faults.length} | ${found.length} of ${count} | ${slashless.status} | ${old.status} | ${lifetime(gone.headers['cache-control'])} |`);
      none([...faults, ...found]);
    } finally {
      await server.close();
      fs.rmSync(place, { recursive: true, force: true });
    }
  });
}

test('every host of a row is in the table', () => {
  for (const { host } of Object.values(SERVERS)) assert.ok(HOSTS[host], host);
});
