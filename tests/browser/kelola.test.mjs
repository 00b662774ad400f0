// A clerk with a phone corrects a price at kelola/, at each of the three hosts: from the key to what became of the commit.
// The hosts are servers on 127.0.0.1 that the browser reaches under their own names.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { accessFaults } from './checks/access.mjs';
import { layoutFaults } from './checks/layout.mjs';
import { PHONE, launch } from './lib/browser.mjs';
import { Repository, serveForges } from './lib/forge.mjs';
import { serve } from './lib/host.mjs';
import { none } from './lib/none.mjs';

const ROOT = path.join(import.meta.dirname, '../..');
const PROGRAM = path.resolve(process.env.ETALASE_PROGRAM ?? path.join(ROOT, 'target/debug/etalase'));
const work = mkdtempSync(path.join(os.tmpdir(), 'etalase-kelola-'));
const KEY = 'kunci-rahasia-0123456789';
const REPOSITORY = 'sagara/situs';
const PROFILE = 'situs/content/susu-lereng/profil.yaml';
const TEXT = `# Toko susu di lereng. Komentar ini tetap.
nama: Koperasi Susu Lereng
singkatan: KSL
kontak: { whatsapp: 0810-0000-0001 }   # kurung tetap

produk:
  - nama: Susu pasteurisasi
    harga: Rp 12.000  # per botol
    satuan: 'botol'
    stok: tersedia
    kode: SP-500
  - nama: Yoghurt kental
    satuan: botol
    harga: Rp 9.000
    per_tanggal: 2026-01-05
  - {nama: Kompos, harga: Rp 25.000, satuan: karung}
`;
const PHOTO = 'keju-mozzarella.jpg';
const OTHER = 'nama: Koperasi Kopi\nkontak: {whatsapp: 0810-0000-0002}\nproduk: [{nama: Kopi, harga: Rp 35.000, satuan: bungkus}]\n';
const HOSTS = {
  github: { name: 'api.github.com', settings: `{repo: ${REPOSITORY}, folder: situs}`, passed: [{ status: 'completed', conclusion: 'success' }] },
  gitlab: { name: 'gitlab.com', settings: `{repo: ${REPOSITORY}, folder: situs, inang: gitlab}`, passed: [{ status: 'success' }] },
  forgejo: { name: 'codeberg.org', settings: `{repo: 'https://codeberg.org/${REPOSITORY}', folder: situs}`, passed: [{ status: 'success' }] },
};

let browser;
let forges;
const sites = {};
const hosted = {};

before(async () => {
  for (const [forge, { name, settings }] of Object.entries(HOSTS)) {
    const site = path.join(work, forge);
    for (const [folder, text] of [['susu-lereng', TEXT], ['kopi-bukit', OTHER]]) {
      mkdirSync(path.join(site, 'content', folder), { recursive: true });
      writeFileSync(path.join(site, 'content', folder, 'profil.yaml'), text);
    }
    writeFileSync(path.join(site, 'etalase.yaml'), `judul: Etalase Lereng\nkelola: ${settings}\n`);
    execFileSync(PROGRAM, ['build', site, '--output', path.join(site, 'public'), '--today', '2026-11-24', '--quiet'], { stdio: ['ignore', 'ignore', 'pipe'] });
    sites[forge] = await serve(path.join(site, 'public'), '/toko/');
    hosted[name] = { forge, repository: null, keys: { [KEY]: 'write', 'hanya-baca': 'read' } };
  }
  forges = await serveForges(hosted);
  const rules = Object.keys(hosted).map((name) => `MAP ${name} 127.0.0.1:${forges.port}`);
  browser = await launch([`--host-resolver-rules=${[...rules, 'MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1'].join(', ')}`]);
});
after(async () => {
  await browser?.close();
  await forges?.close();
  for (const site of Object.values(sites)) await site.close();
  rmSync(work, { recursive: true });
});

/** A phone that opens kelola/ of a host, with a repository of its own behind it. */
async function phone(forge, use, { hash = '', keys, options = {} } = {}) {
  const host = hosted[HOSTS[forge].name];
  host.repository = new Repository(REPOSITORY, 'main', { [PROFILE]: TEXT, 'situs/content/kopi-bukit/profil.yaml': OTHER });
  host.keys = keys ?? { [KEY]: 'write', 'hanya-baca': 'read' };
  forges.requests.length = 0;
  const context = await browser.newContext({ ...PHONE, locale: 'id-ID', reducedMotion: 'reduce', ignoreHTTPSErrors: true, serviceWorkers: 'block', ...options });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const seen = { urls: [], broken: [] };
  page.on('request', (request) => seen.urls.push(request));
  page.on('console', (message) => { if (/Content Security Policy|Refused to/i.test(message.text())) seen.broken.push(message.text()); });
  page.on('pageerror', (error) => seen.broken.push(String(error)));
  try {
    await page.goto(`${sites[forge].origin}/toko/kelola/${hash}`, { waitUntil: 'load' });
    await use({ page, context, repository: host.repository, seen, host });
  } finally {
    await context.close();
  }
}
const enter = async (page, key = KEY) => {
  await page.getByLabel('Kunci akses').fill(key);
  await page.getByRole('button', { name: 'Buka', exact: true }).click();
};
const price = (page, name) => page.getByLabel(`Harga ${name}`, { exact: true });
const openShop = async (page) => {
  await enter(page);
  await price(page, 'Susu pasteurisasi').waitFor();
};
const send = async (page) => {
  await page.getByRole('link', { name: 'Lihat dan kirim' }).click();
  await page.getByRole('button', { name: 'Kirim', exact: true }).click();
};
const sent = (page) => page.getByRole('heading', { name: 'Terkirim.' }).waitFor();
const changedLines = (before, now) => {
  const [a, b] = [before.split('\n'), now.split('\n')];
  assert.equal(a.length, b.length, now);
  return b.filter((line, index) => line !== a[index]);
};

for (const [forge, { name, passed }] of Object.entries(HOSTS)) {
  test(`${forge}: a mistyped price is told, corrected, and becomes one changed line`, async () => {
    await phone(forge, async ({ page, repository, seen }) => {
      await enter(page);
      await page.getByRole('link', { name: 'KSL' }).click();
      const field = price(page, 'Susu pasteurisasi');
      await field.fill('12.5');
      const told = page.locator('[data-told="produk[1].harga"] .error');
      await told.waitFor();
      assert.match(await told.textContent(), /harga `12\.5` bukan bilangan bulat/);
      assert.equal(await field.getAttribute('aria-invalid'), 'true');
      await page.getByRole('link', { name: 'Lihat dan kirim' }).click();
      assert.ok(await page.getByRole('button', { name: 'Kirim', exact: true }).isDisabled(), 'an error is not sent');
      await page.goBack();
      await field.fill('12.500');
      await told.waitFor({ state: 'detached' });
      repository.runs = passed;
      await send(page);
      await sent(page);
      assert.deepEqual(changedLines(TEXT, repository.text(PROFILE)), ['    harga: Rp 12.500  # per botol']);
      assert.equal(repository.commits.length, 2);
      assert.equal(repository.commits[1].message, 'Susu pasteurisasi: harga Rp 12.000 jadi Rp 12.500');
      assert.deepEqual(repository.commits[1].paths, [PROFILE]);
      await page.locator('#ci', { hasText: 'selesai, halaman sudah diperbarui' }).waitFor();
      keptToItself(seen, name, sites[forge].origin);
      none(seen.broken);
      assert.equal(await page.evaluate((key) => JSON.stringify({ ...localStorage }).includes(key), KEY), false, 'a key is kept only if asked');
    });
  });

  test(`${forge}: what somebody else changed stays, and the same value is a choice`, async () => {
    await phone(forge, async ({ page, repository }) => {
      await openShop(page);
      // Another product comes first, and another line changes: the change finds its product again.
      const theirs = TEXT.replace('produk:\n', 'produk:\n  - {nama: Keju, harga: Rp 40.000, satuan: balok}\n').replace('stok: tersedia', 'stok: habis');
      repository.commit('Keju', { [PROFILE]: theirs });
      await price(page, 'Susu pasteurisasi').fill('12.500');
      await send(page);
      await sent(page);
      assert.equal(repository.text(PROFILE), theirs.replace('Rp 12.000', 'Rp 12.500'));
      await page.getByRole('button', { name: 'Kembali ke harga' }).click();
      const now = repository.text(PROFILE).replace('Rp 12.500', 'Rp 13.000');
      repository.commit('Naik', { [PROFILE]: now });
      await price(page, 'Susu pasteurisasi').fill('14.000');
      await price(page, 'Kompos').fill('26.000');
      await send(page);
      const choice = page.getByRole('region', { name: 'Orang lain mengubah yang sama' });
      await choice.getByText('Biarkan: Rp 13.000').waitFor();
      assert.equal(repository.text(PROFILE), now, 'nothing is sent before somebody has chosen');
      await choice.getByRole('button', { name: 'Pakai milik saya: 14.000' }).click();
      await choice.waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'Kirim', exact: true }).click();
      await sent(page);
      assert.equal(repository.text(PROFILE), now.replace('Rp 13.000', 'Rp 14.000').replace('Rp 25.000', 'Rp 26.000'));
    }, { hash: '#susu-lereng' });
  });

  test(`${forge}: a photo goes along without its place, in the same commit`, async () => {
    await phone(forge, async ({ page, repository }) => {
      await openShop(page);
      await page.getByRole('link', { name: 'Kompos' }).click();
      const photo = sideways(readFileSync(path.join(ROOT, 'content/susu-sagara/foto', PHOTO)));
      await page.getByLabel('Ambil atau pilih foto').setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: photo });
      await page.getByText('lokasi sudah dihapus').waitFor();
      await send(page);
      await sent(page);
      assert.equal(repository.commits.length, 2);
      const added = repository.commits[1].paths.find((one) => one.endsWith('.jpg'));
      assert.match(added, /^situs\/content\/susu-lereng\/foto\/kompos-\w+\.jpg$/);
      const { bytes } = repository.files.get(added);
      assert.deepEqual([...bytes.subarray(0, 3)], [0xff, 0xd8, 0xff]);
      assert.ok(photo.includes('Exif') && !bytes.includes('Exif'), 'nothing stands beside the pixels');
      const [was, now] = [sizeOf(photo), sizeOf(bytes)];
      assert.ok(Math.max(...now) <= 3000 && Math.abs(was[0] / was[1] - now[1] / now[0]) < 0.01, `${was} turned is ${now}`);
      assert.ok(repository.text(PROFILE).includes(added.split('/').slice(-2).join('/')));
    }, { hash: '#susu-lereng' });
  });

  test(`${forge}: a key that is refused, one that may not write, and a repository that is not there are told`, async () => {
    await phone(forge, async ({ page }) => {
      await enter(page, 'salah');
      await page.getByText('Kunci ditolak').first().waitFor();
      await enter(page, 'hanya-baca');
      await price(page, 'Kompos').fill('26.000');
      await send(page);
      await page.getByText('Kunci ini tidak boleh mengubah repositori itu.').waitFor();
    }, { hash: '#susu-lereng' });
    await phone(forge, async ({ page }) => {
      await enter(page);
      await page.getByText('Tidak ditemukan').first().waitFor();
    }, { hash: '#tidak-ada' });
  });
}

// What CI finds, as each host keeps it: a photo of this cooperative that is not there, and of another one an error with a
// hostile name and a warning.
const HOSTILE = 'nama `<img src=x onerror="globalThis.ran = true">` ::error::terlalu aneh. Perbaikan: tulis nama biasa';
const FOUND = [
  ['advice', PROFILE, 15, 'harga ini lama. Perbaikan: segarkan harga'],
  ['warning', 'situs/content/kopi-bukit/profil.yaml', 2, 'harga lama. Perbaikan: pastikan harganya'],
  ['error', 'situs/content/kopi-bukit/profil.yaml', 1, HOSTILE],
  ['error', PROFILE, 16, 'foto `kompos.jpg` tidak ada. Perbaikan: simpan fotonya di folder foto'],
];
const CI = {
  github(repository) {
    const level = { error: 'failure', warning: 'warning', advice: 'notice' };
    repository.runs = [{ status: 'completed', conclusion: 'failure' }];
    repository.jobs = [{ name: 'bangun', conclusion: 'failure', steps: [{ name: 'Pasang etalase', conclusion: 'success' }, { name: 'Periksa', conclusion: 'failure' }] }];
    repository.annotations = FOUND.map(([kind, path, line, message]) => ({ path, start_line: line, annotation_level: level[kind], title: 'kode', message }));
    repository.annotations.push({ path: '.github', start_line: 40, annotation_level: 'failure', title: '', message: 'Process completed with exit code 1.' });
  },
  gitlab(repository) {
    const severity = { error: 'critical', warning: 'major', advice: 'info' };
    repository.runs = [{ status: 'failed' }];
    repository.jobs = [{ name: 'periksa', status: 'failed' }, { name: 'pages', status: 'skipped' }];
    repository.report = { path: 'situs/temuan.json', findings: FOUND.map(([kind, path, line, description]) => ({ description, check_name: 'kode', fingerprint: `${path}:${line}`, severity: severity[kind], location: { path, lines: { begin: line } } })) };
  },
  forgejo(repository) {
    const reported = FOUND.filter(([kind]) => kind === 'error').map(([, path, line, description]) => ({ status: 'warning', context: `${path}:${line}:5`, description, target_url: '' }));
    repository.runs = [{ status: 'failure', description: 'Pipeline was failed' }, ...reported];
  },
};
const saveOnce = async (page) => {
  await openShop(page);
  await price(page, 'Susu pasteurisasi').fill('12.500');
  await send(page);
  await sent(page);
};

for (const forge of Object.keys(HOSTS)) {
  test(`${forge}: what CI found stands in the page, in words and with its place, and is never markup`, async () => {
    await phone(forge, async ({ page, repository, seen }) => {
      CI[forge](repository);
      await saveOnce(page);
      await page.locator('#ci', { hasText: 'gagal: halaman lama tetap tampil' }).waitFor();
      const told = page.getByRole('region', { name: 'Temuan pemeriksaan' }).getByRole('listitem');
      await told.nth(1).waitFor();
      const [own, other, ...rest] = await told.evaluateAll((items) => items.map((item) => [...item.children].map((child) => child.textContent)));
      assert.deepEqual(own, ['Kesalahan: foto `kompos.jpg` tidak ada. Perbaikan: simpan fotonya di folder foto', 'susu-lereng/profil.yaml, baris 16', '- {nama: Kompos, harga: Rp 25.000, satuan: karung}']);
      assert.deepEqual(other, [`Kesalahan: ${HOSTILE}`, 'kopi-bukit/profil.yaml, baris 1']);
      // A run at Codeberg reports errors only.
      assert.deepEqual(rest.map(([text]) => text), forge === 'forgejo' ? [] : ['Saran: harga ini lama. Perbaikan: segarkan harga']);
      assert.equal(await page.locator('main img').count(), 0);
      assert.equal(await page.evaluate(() => globalThis.ran), undefined);
      none([...seen.broken, ...await accessFaults(page, 'phone'), ...await layoutFaults(page)]);
    }, { hash: '#susu-lereng', keys: { [KEY]: 'write', '': 'read' } });
  });

  test(`${forge}: where the findings cannot be read, the step that failed is named, with the way to the host`, async () => {
    await phone(forge, async ({ page, repository }) => {
      CI[forge](repository);
      if (forge === 'forgejo') repository.runs = repository.runs.slice(0, 1);
      await saveOnce(page);
      await page.locator('#ci', { hasText: 'gagal: halaman lama tetap tampil' }).waitFor();
      assert.match(await page.locator('#ci a').getAttribute('href'), /^https:\/\/(github|gitlab|ci\.codeberg)\./);
      const name = { github: 'Periksa', gitlab: 'periksa', forgejo: 'ci/woodpecker/push/terbit: Pipeline was failed' }[forge];
      const told = page.getByRole('region', { name: 'Temuan pemeriksaan' });
      await told.getByText(`Langkah yang gagal: ${name}`, { exact: true }).waitFor();
      await told.getByText('Sebabnya tidak bisa dibaca dari halaman ini').waitFor();
      assert.equal(await told.getByRole('listitem').count(), 0);
    }, { hash: '#susu-lereng', keys: { [KEY]: 'few' } });
  });
}

test('a run that passed tells what it found in one\'s own files only', async () => {
  await phone('gitlab', async ({ page, repository }) => {
    CI.gitlab(repository);
    Object.assign(repository, { runs: [{ status: 'success' }], jobs: [{ name: 'periksa', status: 'success' }] });
    repository.report.findings = repository.report.findings.filter(({ severity }) => severity !== 'critical');
    await saveOnce(page);
    await page.locator('#ci', { hasText: 'selesai' }).waitFor();
    const told = page.getByRole('region', { name: 'Temuan pemeriksaan' }).getByRole('listitem');
    await told.first().waitFor();
    assert.equal(await told.count(), 1);
    assert.match(await told.textContent(), /^Saran: harga ini lama/);
    // The forms know that place, too: the way to its field.
    await told.getByRole('link').click();
    await page.getByRole('heading', { name: 'Yoghurt kental' }).waitFor();
  }, { hash: '#susu-lereng' });
});

/** A JPEG as a phone writes it that is held upright: turned by its Exif part (orientation 6), with a place beside it. */
function sideways(jpeg) {
  const entry = (tag, type, value) => [tag >> 8, tag & 0xff, 0, type, 0, 0, 0, 1, ...value];
  const ifd = [0, 2, ...entry(0x0112, 3, [0, 6, 0, 0]), ...entry(0x8825, 4, [0, 0, 0, 38]), 0, 0, 0, 0];
  const gps = [0, 1, ...entry(0x0001, 2, [0x53, 0, 0, 0]), 0, 0, 0, 0];
  const body = Buffer.concat([Buffer.from('Exif\0\0MM\0*\0\0\0\x08', 'latin1'), Buffer.from([...ifd, ...gps])]);
  const length = body.length + 2;
  return Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe1, length >> 8, length & 0xff]), body, jpeg.subarray(2)]);
}

/** Width and height in a JPEG's frame header. */
function sizeOf(jpeg) {
  for (let at = 2; at < jpeg.length; at += 2 + jpeg.readUInt16BE(at + 2)) {
    if (jpeg[at + 1] >= 0xc0 && jpeg[at + 1] <= 0xc2) return [jpeg.readUInt16BE(at + 7), jpeg.readUInt16BE(at + 5)];
  }
  throw new Error('no frame');
}

/** The key went to the host's interface in a header, and nowhere else; nobody but the site and that interface was asked. */
function keptToItself({ urls }, name, origin) {
  for (const request of urls) {
    const url = new URL(request.url());
    assert.ok(url.origin === origin || url.hostname === name, `asks ${url.origin}`);
    assert.ok(!url.href.includes(KEY), 'the key is in no address');
    if (url.origin === origin) assert.ok(!JSON.stringify(request.headers()).includes(KEY) && !request.postData()?.includes(KEY), 'the site does not get the key');
  }
  const asked = forges.requests.filter(({ method }) => method !== 'OPTIONS');
  assert.ok(asked.length >= 3 && asked.every(({ headers, body }) => headers.authorization.endsWith(KEY) && !body.includes(KEY)));
  assert.ok(asked.every(({ headers }) => !headers.referer && !headers.cookie), 'the host is told no address and no cookie');
}

test('without a network a draft is kept, and sent once there is one', async () => {
  await phone('github', async ({ page, context, repository }) => {
    await page.getByLabel('Simpan kunci di ponsel ini').check();
    await openShop(page);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
    await page.reload();
    await price(page, 'Susu pasteurisasi').waitFor();
    await context.setOffline(true);
    await sites.github.close();
    await price(page, 'Susu pasteurisasi').fill('12.500');
    await page.getByText('1 perubahan belum dikirim').waitFor();
    await page.reload();
    await page.getByText('1 perubahan belum dikirim').waitFor();
    assert.equal(await price(page, 'Susu pasteurisasi').inputValue(), '12.500');
    await send(page);
    await page.getByText('Tidak ada jaringan').waitFor();
    assert.equal(repository.text(PROFILE), TEXT);
    await sites.github.reopen();
    await context.setOffline(false);
    await page.getByRole('button', { name: 'Kirim', exact: true }).click();
    await sent(page);
    assert.deepEqual(changedLines(TEXT, repository.text(PROFILE)), ['    harga: Rp 12.500  # per botol']);
    await page.getByRole('button', { name: 'Kembali ke harga' }).click();
    await page.getByRole('button', { name: 'Lupakan kunci' }).click();
    assert.equal(await page.evaluate((key) => JSON.stringify({ ...localStorage }).includes(key), KEY), false);
  }, { hash: '#susu-lereng', options: { serviceWorkers: 'allow' } });
});

test('at GitHub a key belongs to the owner of the repository, and the steps say so', async () => {
  await phone('github', async ({ page }) => {
    for (const [language, name] of [['Indonesia', 'Cara membuat kunci'], ['Sunda', 'Cara nyieun konci'], ['English', 'How to make a key']]) {
      await page.getByRole('button', { name: language, exact: true }).click();
      await page.getByText(name, { exact: true }).click();
      const steps = await page.locator('details[open] li').allTextContents();
      const at = (text) => steps.findIndex((step) => step.includes(text));
      const owner = at('Resource owner: sagara.');
      assert.ok(owner > 0 && owner < at(REPOSITORY), steps.join('\n'));
    }
  });
});

test('at GitLab the steps tell what to do where a project has no keys of its own', async () => {
  await phone('gitlab', async ({ page }) => {
    for (const [language, name] of [['Indonesia', 'Cara membuat kunci'], ['Sunda', 'Cara nyieun konci'], ['English', 'How to make a key']]) {
      await page.getByRole('button', { name: language, exact: true }).click();
      await page.getByText(name, { exact: true }).click();
      const step = page.locator('details[open] li', { hasText: 'Personal access tokens' });
      assert.match(await step.textContent(), new RegExp(`gitlab\\.com.*${REPOSITORY}`));
    }
  });
});

test('a price that is still the same is confirmed with one tap, old ones first', async () => {
  await phone('forgejo', async ({ page, repository }) => {
    await openShop(page);
    await page.getByText('harga belum dipastikan 30 hari terakhir').waitFor();
    await page.getByRole('button', { name: 'Yoghurt kental: Masih sama' }).click();
    await send(page);
    await sent(page);
    const [line, ...others] = changedLines(TEXT, repository.text(PROFILE));
    assert.match(line, /^ {4}per_tanggal: \d{4}-\d\d-\d\d$/);
    assert.deepEqual(others, []);
  }, { hash: '#susu-lereng' });
});

test('without a key a proposal is a text that the office applies', async () => {
  await phone('gitlab', async ({ page, repository }) => {
    await page.getByRole('button', { name: 'Buka tanpa kunci' }).click();
    await price(page, 'Susu pasteurisasi').fill('12.500');
    await page.getByRole('link', { name: 'Lihat dan kirim' }).click();
    const link = new URL(await page.getByRole('link', { name: 'Kirim usulan lewat WhatsApp' }).getAttribute('href'));
    assert.equal(link.origin, 'https://wa.me');
    const text = link.searchParams.get('text');
    assert.match(text, /^Usulan perubahan: KSL\n- [^]*12\.500\n/);
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Simpan usulan sebagai berkas' }).click();
    const file = path.join(work, 'usulan.txt');
    await (await download).saveAs(file);
    assert.equal(readFileSync(file, 'utf8'), text);
    // At the office: the same change as by a key, and the same line.
    const site = path.join(work, 'gitlab');
    execFileSync(PROGRAM, ['apply', file, '--into', site, '--quiet']);
    assert.equal(readFileSync(path.join(site, 'content/susu-lereng/profil.yaml'), 'utf8'), TEXT.replace('Rp 12.000', 'Rp 12.500'));
    assert.equal(await page.getByRole('button', { name: 'Kirim', exact: true }).count(), 0);
    assert.equal(repository.text(PROFILE), TEXT);
  }, { hash: '#susu-lereng', keys: { '': 'read' } });
});

test('new goods, other sections and what is taken out come into one commit', async () => {
  await phone('github', async ({ page, repository }) => {
    await openShop(page);
    await page.getByRole('button', { name: 'Tambah: nama produk' }).click();
    await page.getByLabel('nama produk *').fill('Keju');
    await page.getByLabel('harga satu satuan; kosong berarti tanya harga').fill('40000');
    await page.goBack();
    await page.getByRole('link', { name: 'Isi lain' }).click();
    await page.getByLabel('satu kalimat pendek', { exact: true }).fill('Segar: tiap pagi # benar');
    await page.getByRole('link', { name: 'yang dijual (4)' }).click();
    await page.getByRole('button', { name: 'Hapus: Kompos' }).click();
    await send(page);
    await sent(page);
    const text = repository.text(PROFILE);
    assert.match(text, /slogan: ['"]Segar: tiap pagi # benar['"]/);
    assert.match(text, /\{nama: Keju, harga: Rp 40\.000\}/);
    assert.ok(!text.includes('Kompos') && text.includes('# Toko susu di lereng.') && text.includes('{ whatsapp: 0810-0000-0001 }   # kurung tetap'), text);
    assert.equal(repository.commits.length, 2);
  }, { hash: '#susu-lereng' });
});

test('its policy lets nothing else be asked, and no page of the shop leads there', async () => {
  await phone('forgejo', async ({ page }) => {
    await openShop(page);
    const refused = await page.evaluate(async () => {
      const told = [];
      addEventListener('securitypolicyviolation', (event) => told.push(event.effectiveDirective));
      await fetch('https://api.github.com/').catch(() => {});
      document.body.append(Object.assign(document.createElement('script'), { textContent: 'globalThis.ran = true' }));
      await new Promise((done) => { setTimeout(done, 50); });
      return { told, ran: globalThis.ran };
    });
    assert.deepEqual(refused.told.sort(), ['connect-src', 'script-src-elem']);
    assert.equal(refused.ran, undefined);
  }, { hash: '#susu-lereng' });
  const folder = path.join(work, 'github/public');
  const pages = execFileSync('grep', ['-rlE', 'kelola', folder, '--include=*.html', '--include=sitemap*.xml', '--include=robots.txt', '--include=sw.js'], { encoding: 'utf8' }).trim().split('\n').map((file) => path.relative(folder, file));
  assert.deepEqual(pages.sort(), ['kelola/index.html', 'kelola/sw.js']);
  assert.match(readFileSync(path.join(folder, 'kelola/index.html'), 'utf8'), /<meta name="robots" content="noindex, nofollow">/);
});

test('every screen can be used by anybody: axe, 320 px, large letters, three languages, keyboard', async () => {
  await phone('github', async ({ page }) => {
    const faults = [];
    const look = async (screen) => faults.push(...[...await accessFaults(page, 'phone'), ...await layoutFaults(page)].map((fault) => `${screen}: ${fault}`));
    await look('key');
    for (const [tag, label] of [['Sunda', 'Konci aksés'], ['English', 'Access key'], ['Indonesia', 'Kunci akses']]) {
      await page.getByRole('button', { name: tag, exact: true }).click();
      await page.getByLabel(label).waitFor();
    }
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'id');
    await page.getByLabel('Kunci akses').focus();
    await page.keyboard.type(KEY);
    await page.keyboard.press('Enter');
    await price(page, 'Susu pasteurisasi').fill('12.5');
    await page.locator('.told .error').waitFor();
    await look('prices');
    await price(page, 'Susu pasteurisasi').fill('12.500');
    await page.goto(`${page.url().split('#')[0]}#susu-lereng/semua`);
    await page.getByLabel('nama lengkap koperasi').waitFor();
    await look('everything');
    await page.goto(`${page.url().split('#')[0]}#susu-lereng/produk`);
    await page.getByRole('button', { name: 'Hapus: Kompos' }).waitFor();
    await look('list');
    await page.goto(`${page.url().split('#')[0]}#susu-lereng/!kirim`);
    await page.getByRole('button', { name: 'Kirim', exact: true }).waitFor();
    await look('review');
    none(faults);
  }, { hash: '#susu-lereng' });
});

/** Keeps the engine on its way until `release()` is called; `asked` is done once it is wanted. */
async function holdEngine(context) {
  let release;
  let wanted;
  const held = new Promise((resolve) => { release = resolve; });
  const asked = new Promise((resolve) => { wanted = resolve; });
  await context.route('**/aset/kelola-*.bin', async (route) => { wanted(); await held; await route.continue(); });
  return { asked, release };
}

test('prices are there before the engine, which looks at what was typed meanwhile', async () => {
  await phone('github', async ({ page, context, repository }) => {
    const engine = await holdEngine(context);
    await enter(page);
    const field = price(page, 'Susu pasteurisasi');
    await field.fill('12.5');
    await engine.asked;
    const told = page.locator('[data-told="produk[1].harga"] .error');
    assert.equal(await told.count(), 0);
    engine.release();
    await told.waitFor();
    assert.equal(await field.inputValue(), '12.5');
    await field.fill('12.500');
    await told.waitFor({ state: 'detached' });
    await send(page);
    await sent(page);
    assert.deepEqual(changedLines(TEXT, repository.text(PROFILE)), ['    harga: Rp 12.500  # per botol']);
  }, { hash: '#susu-lereng' });
});

test('what is looked at before the engine is there waits for it, with what was typed', async () => {
  await phone('github', async ({ page, context }) => {
    const engine = await holdEngine(context);
    await enter(page);
    await price(page, 'Susu pasteurisasi').fill('12.500');
    await page.getByRole('link', { name: 'Isi lain' }).click();
    await page.getByText('Menyiapkan formulir …').waitFor();
    engine.release();
    await page.getByLabel('nama lengkap koperasi').first().waitFor();
    await page.goBack();
    assert.equal(await price(page, 'Susu pasteurisasi').inputValue(), '12.500');
  }, { hash: '#susu-lereng' });
});

test('prices of the last build are not shown for a profile that has changed since', async () => {
  await phone('github', async ({ page, context, repository }) => {
    repository.commit('Harga baru', { [PROFILE]: TEXT.replace('Rp 12.000', 'Rp 13.000') });
    const engine = await holdEngine(context);
    await enter(page);
    await engine.asked;
    assert.equal(await price(page, 'Susu pasteurisasi').count(), 0);
    engine.release();
    await price(page, 'Susu pasteurisasi').waitFor();
    assert.equal(await price(page, 'Susu pasteurisasi').inputValue(), 'Rp 13.000');
  }, { hash: '#susu-lereng' });
});

test('the first screen is small, and ready on a slow line; a price is corrected in at most five actions', async () => {
  const folder = path.join(work, 'github/public');
  const page = readFileSync(path.join(folder, 'kelola/index.html'), 'utf8');
  const files = [...page.matchAll(/(?:src|href)="\.\.\/(aset\/[^"]+)"/g)].map(([, file]) => readFileSync(path.join(folder, file)));
  assert.equal(files.length, 2);
  const bytes = [Buffer.from(page), ...files].reduce((sum, one) => sum + gzipSync(one).length, 0);
  assert.ok(bytes <= 150 * 1024, `${bytes} bytes`);
  const engine = /aset\/kelola-[0-9a-f]+\.bin/.exec(page)[0];
  assert.ok(readFileSync(path.join(folder, engine)).length <= 352 * 1024);
  await phone('github', async ({ page, context, repository }) => {
    const line = await context.newCDPSession(page);
    await line.send('Network.enable');
    await line.send('Network.setCacheDisabled', { cacheDisabled: true });
    await line.send('Network.emulateNetworkConditions', { offline: false, latency: 150, downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8 });
    const start = Date.now();
    await page.reload({ waitUntil: 'commit' });
    await page.getByLabel('Kunci akses').waitFor();
    const ready = Date.now() - start;
    assert.ok(ready <= 3000, `${ready} ms`);
    await line.send('Network.emulateNetworkConditions', { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 });
    await page.getByLabel('Simpan kunci di ponsel ini').check();
    await openShop(page);
    // The second visit: open, tap, type, look, send.
    await page.reload();
    await price(page, 'Susu pasteurisasi').click();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('12.500');
    await send(page);
    await sent(page);
    assert.equal(repository.commits.length, 2);
    console.log(`first screen: ${bytes} bytes, ${ready} ms; engine: ${readFileSync(path.join(folder, engine)).length} bytes`);
  }, { hash: '#susu-lereng' });
});
