// A part of the demo, built for each host of the table, as that host shows it: every link answered at once, the page for unknown
// addresses with 404, the promised headers, the old address of a cooperative. And one build at two places.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { HOSTS, imitate, serveAs } from './lib/hosts.mjs';
import { none } from './lib/none.mjs';
import { partOfDemo } from './lib/part.mjs';
import { crawl, faultsOf as faultsShown, hangUp, headerFaults } from './lib/shown.mjs';
import { readSite } from './lib/site.mjs';

const ROOT = path.join(import.meta.dirname, '../..');
const PROGRAM = path.resolve(process.env.ETALASE_PROGRAM ?? path.join(ROOT, 'target/debug/etalase'));
const work = mkdtempSync(path.join(os.tmpdir(), 'etalase-hosts-'));
const demo = partOfDemo(work);
after(() => {
  hangUp();
  rmSync(work, { recursive: true });
});

function build(host, base, site = demo) {
  const folder = path.join(work, `${path.basename(site)}-${host}${base.replaceAll('/', '-')}`);
  execFileSync(PROGRAM, ['build', site, '--output', folder, '--host', host, '--base-url', `https://contoh.id${base}`,
    '--today', '2026-11-24', '--quiet'], { stdio: ['ignore', 'ignore', 'pipe'] });
  return folder;
}

/** Everything that is wrong with a folder as the imitation of a host shows it. */
async function faultsOf(name, folder) {
  const server = await serveAs(name, folder);
  return faultsShown(server, folder, name).finally(server.close);
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

/** What the host does not take has been said by `check`, with its number. */
function kindFaults(name, host, folder) {
  const refused = [...readSite(folder).files]
    .filter((file) => !file.startsWith('.etalase/') && !host.kinds.includes(file.split('.').pop().toLowerCase()));
  const said = execFileSync(PROGRAM, ['check', demo, '--host', name, '--base-url', 'https://contoh.id/', '--today', '2026-11-24', '--json'])
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
