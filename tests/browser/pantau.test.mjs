// The office's desk: lists without a script, filter and order with one, and the report of a regency on paper.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { DESKTOP, PHONE, launch, withPage } from './lib/browser.mjs';
import { build } from './lib/small.mjs';

const PLACES = ['32.04.15', '32.04.17', '32.14.09'];
const TODAY = '2026-11-24';
let browser;
let few;
let many;

// Fresh, stale and silent ones in every district, savings cooperatives among them.
const profile = (n, name) => {
  const day = ['2026-11-20', '2026-08-01', '2024-01-05', '2026-11-01'][n % 4];
  const goods = n % 5 === 4 ? 'jenis: simpan-pinjam' : `jenis: produsen\nproduk:\n  - {nama: Barang ${n}, harga: 10.000, satuan: kg, per_tanggal: ${day}}`;
  return `nama: ${name}\nwilayah: "${PLACES[n % PLACES.length]}"\ndiperbarui: ${day}\nkontak: {whatsapp: 0812-0000-${String(1000 + n)}}\n${goods}\n`;
};
const name = (n) => `Koperasi ${['Arum', 'Bakti', 'Cahaya', 'Dewi'][n % 4]} ${String(n).padStart(3, '0')}`;
const texts = (count) => Object.fromEntries([
  ['etalase.yaml', 'judul: Etalase Uji\nbahasa: [id]\n'],
  ['content/_program/peserta.csv', `Nama;Kab/Kota;Tahap;WA\n${name(0)};Kab. Bandung;2;0812-9999-0000\nKoperasi Pengrajin Anyaman Bambu Sejahtera Bersama Lembah;Kab. Garut;1;0812-9999-0001\n`],
  ...Array.from({ length: count }, (_, n) => [`content/kop-${String(n).padStart(3, '0')}/profil.yaml`, profile(n, name(n))]),
]);

before(async () => {
  browser = await launch();
  few = await build(texts(12), {}, TODAY);
  many = await build(texts(130), {}, TODAY);
});
after(async () => {
  await browser?.close();
  await few?.close();
  await many?.close();
});

const shown = (page) => page.locator('.desk__row:visible .desk__name').allInnerTexts();
const status = (page) => page.locator('[data-desk-filter] [role=status]').innerText();

test('without a script every regency, district, kind, state and the order of names is a page', async () => {
  await withPage(browser, few.url('pantau/index.html'), { ...PHONE, javaScriptEnabled: false }, async (page) => {
    assert.equal(await page.locator('[data-desk-filter]').isVisible(), false);
    assert.equal((await shown(page)).length, 12);
    await page.getByRole('link', { name: 'Kabupaten Bandung' }).click();
    assert.equal((await shown(page)).length, 8);
    await page.getByRole('link', { name: 'Cimaung' }).first().click();
    assert.equal((await shown(page)).length, 4);
    await page.getByRole('link', { name: '← Pemantauan Kabupaten Bandung' }).click();
    await page.getByRole('link', { name: '← Pemantauan', exact: true }).click();
    await page.getByRole('link', { name: 'diam', exact: true }).click();
    const silent = await page.locator('.desk__row').allInnerTexts();
    assert.ok(silent.length > 0 && silent.every((card) => /tidak ada kabar sejak/.test(card)), silent.join());
    await page.goBack();
    await page.getByRole('link', { name: 'Menurut nama' }).click();
    const names = await shown(page);
    assert.deepEqual(names, [...names].sort());
  });
});

test('with a script one filters and sorts, the count is announced and the address keeps the choice', async () => {
  await withPage(browser, few.url('pantau/index.html'), PHONE, async (page) => {
    await page.getByLabel('Keadaan').selectOption('diam');
    assert.equal(await status(page), '3 dari 12 koperasi');
    assert.equal((await shown(page)).length, 3);
    await page.getByLabel('Kabupaten atau kota').selectOption('32.04');
    await page.getByLabel('Keadaan').selectOption('');
    assert.equal((await shown(page)).length, 8);
    await page.getByLabel('Kecamatan').selectOption('Pangalengan');
    assert.equal((await shown(page)).length, 4);
    await page.getByLabel('Urutkan').selectOption('nama');
    const names = await shown(page);
    assert.deepEqual(names, [...names].sort());
    const query = new URL(page.url()).searchParams;
    assert.deepEqual([query.get('wilayah'), query.get('kecamatan'), query.get('urut')], ['32.04', 'Pangalengan', 'nama']);
    await page.reload();
    assert.deepEqual(await shown(page), names);
    assert.equal(await status(page), '4 dari 12 koperasi');
    await page.getByLabel('Cari').fill('tidak ada nama begini');
    assert.equal(await status(page), 'Tidak ada yang cocok.');
    await page.getByRole('button', { name: 'Hapus saringan' }).click();
    await page.waitForFunction(() => document.querySelectorAll('.desk__row:not([hidden])').length === 12);
    assert.equal(new URL(page.url()).search, '');
  });
});

test('all of it works by keyboard', async () => {
  await withPage(browser, few.url('pantau/index.html'), DESKTOP, async (page) => {
    await page.getByLabel('Cari').focus();
    await page.keyboard.type('cahaya');
    assert.equal(await status(page), '3 dari 12 koperasi');
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.name), 'wilayah');
    await page.keyboard.type('Kabupaten P');
    const cards = await page.locator('.desk__row:visible').allInnerTexts();
    assert.ok(cards.length < 3 && cards.every((card) => card.includes('Purwakarta')), cards.join());
  });
});

test('a list of several pages is put together when one filters, and its links lead where they did', async () => {
  await withPage(browser, many.url('pantau/index.html'), PHONE, async (page) => {
    assert.equal((await shown(page)).length, 25);
    await page.getByLabel('Urutkan').selectOption('nama');
    await page.waitForFunction(() => document.querySelectorAll('.desk__row').length === 130);
    assert.equal(await status(page), '130 dari 130 koperasi');
    assert.equal(await page.locator('.paging').isVisible(), false);
    const links = await page.locator('.desk__name a').evaluateAll((all) => all.map((link) => link.href));
    assert.equal(new Set(links).size, 130);
    const answers = await Promise.all([links[0], links[64], links[129]].map(async (link) => (await fetch(link)).status));
    assert.deepEqual(answers, [200, 200, 200]);
  });
});

test('a page that does not come is told, and what is there is filtered all the same', async () => {
  const cut = { ...PHONE, before: (page) => page.route('**/halaman/2/', (route) => route.abort()) };
  await withPage(browser, many.url('pantau/index.html'), cut, async (page) => {
    await page.getByLabel('Urutkan').selectOption('nama');
    await page.waitForFunction(() => /belum bisa dimuat/.test(document.querySelector('[data-desk-filter] [role=status]').textContent));
    assert.match(await status(page), /^25 dari 25 koperasi di halaman ini/);
    assert.equal(await page.locator('.paging').isVisible(), true);
  });
});

test('nothing is wider than a phone of 320 pixels, and cards stay cards', async () => {
  for (const file of ['pantau/program/index.html', 'pantau/index.html', 'pantau/32-04/index.html', 'pantau/32-04/cetak/index.html']) {
    await withPage(browser, few.url(file), { viewport: { width: 320, height: 640 } }, async (page) => {
      const [width, cards] = await page.evaluate(() => [document.documentElement.scrollWidth, document.querySelectorAll('.desk__row table').length]);
      assert.equal(width, 320, file);
      assert.equal(cards, 0, file);
    });
  }
});

test('who is on the list and not yet online is named with the stage, and nobody is named with a number', async () => {
  await withPage(browser, few.url('pantau/index.html'), { ...PHONE, javaScriptEnabled: false }, async (page) => {
    await page.getByRole('link', { name: 'Program dinas' }).first().click();
    assert.match(await page.locator('main').innerText(), /2 koperasi di daftar, 1 sudah tayang, 1 belum/);
    assert.deepEqual(await page.locator('.waiting li').allInnerTexts(), ['Koperasi Pengrajin Anyaman Bambu Sejahtera Bersama Lembah Tahap 1']);
    assert.ok(!(await page.content()).includes('9999'));
    await page.getByRole('link', { name: '← Pemantauan' }).click();
    assert.equal((await shown(page)).length, 12);
  });
});

/** Width and height of each page of a PDF, in points. Reads the page objects, which Chromium writes as text. */
async function paper(page) {
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
  return [...pdf.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)].map((box) => [Number(box[1]), Number(box[2])].map(Math.round));
}

test('the report of a regency prints on A4, with its name, its day and all who need a visit', async () => {
  await withPage(browser, many.url('pantau/32-04/cetak/index.html'), DESKTOP, async (page) => {
    const sheets = await paper(page);
    assert.ok(sheets.length > 1 && sheets.length < 8, `${sheets.length} sheets`);
    assert.deepEqual(new Set(sheets.map(String)), new Set(['595,842']));
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.locator('.print-bar:visible, .above:visible, .below:visible').count(), 0);
    assert.match(await page.locator('.monitor-report__head').innerText(), /Laporan Kabupaten Bandung\s+Keadaan per 24 November 2026/);
    const rows = page.locator('.monitor-report__visits tbody tr');
    const [needed] = await rows.evaluateAll((all) => [all.length]);
    await withPage(browser, many.url('pantau/32-04/index.html'), DESKTOP, async (list) => {
      let [listed, next] = [0, list.url()];
      while (next) {
        await list.goto(next);
        listed += await list.locator('[data-keadaan=lama], [data-keadaan=diam]').count();
        [next] = await list.locator('.paging [rel=next]').evaluateAll((links) => links.map((link) => link.href));
      }
      assert.equal(listed, needed);
    });
    // A row is whole on its sheet, and each sheet of the table begins with its heads.
    const styles = await rows.first().evaluate((row) => [getComputedStyle(row).breakInside, getComputedStyle(row.closest('table').tHead).display]);
    assert.deepEqual(styles, ['avoid', 'table-header-group']);
  });
});
