// Pages that nobody builds again: what is over leaves by itself, counts and headings included, on a clock that has moved
// on; without a script nothing promises what may be over.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { PHONE, launch, withPage } from './lib/browser.mjs';
import { build } from './lib/small.mjs';

const SHOP = `nama: Koperasi Contoh
kontak: {whatsapp: 0810-0000-0001}
sektor: [pangan]
buka: {senin: 08.00-12.00, selasa-jumat: 08.00-16.00, libur: [2026-12-25]}
produk:
  - {nama: Kopi, harga: 35.000, satuan: bungkus, promo: {harga: 30.000, sampai: 2026-12-10}, berat: 200 g, per_tanggal: 2026-11-20, sertifikat: {halal: ID32110000000000001, berlaku_sampai: 2027-01-31}}
  - {nama: Teh, harga: 12.000, satuan: bungkus, musim: [11-12], sertifikat: {halal: ID32110000000000002}}
agenda:
  - {judul: Hari pasar, mulai: 2026-12-06 06:00, selesai: 2026-12-06 10:00}
  - {judul: Rapat anggota, mulai: 2026-12-20 09:00, susulan: {mulai: 2027-01-10 09:00}}
peluang:
  - {judul: PKL kebun, jenis: pkl, jurusan: [ATPH], tutup: 2026-12-15}
  - {judul: PKL gudang, jenis: pkl, jurusan: [APHP], tutup: 2027-01-15}
  - {judul: Relawan panen, jenis: relawan}
muda:
  tantangan: [{judul: Kemasan baru, tutup: 2026-12-12, susulan: 2027-01-12}]
`;
const OTHER = `nama: Koperasi Lain
kontak: {whatsapp: 0810-0000-0002}
produk: [{nama: Gula, harga: 20.000, satuan: kg}]
peluang: [{judul: PKL dapur, jenis: pkl, jurusan: [APHP], tutup: 2026-12-15}]
`;

let browser;
let portal;
before(async () => {
  portal = await build({
    'etalase.yaml': 'judul: Uji\nalamat: https://uji.example/\nbahasa: [id, en]\n',
    'content/kop/profil.yaml': SHOP,
    'content/lain/profil.yaml': OTHER,
  });
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await portal?.close();
});

/** Opens a page at noon of a day, with or without script. */
const on = (day, file, use, options = {}) => withPage(browser, portal.url(file), {
  ...PHONE, timezoneId: 'Asia/Jakarta', before: (page) => page.clock.setFixedTime(new Date(`${day}T12:00:00+07:00`)), ...options,
}, use);
const shown = async (page, selector) => (await page.locator(selector).filter({ visible: true }).allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());

test('on the day of the build everything is there, and what has no end stays', async () => {
  for (const day of ['2026-11-24', '2027-06-01']) {
    await on(day, 'kop/index.html', async (page) => {
      assert.equal((await shown(page, '.hours tr')).length, 3, day);
      assert.equal(await page.locator('.visit__note').filter({ hasText: '25 Desember' }).isVisible(), day < '2026-12-26', day);
    });
    await on(day, 'index.html', async (page) => {
      await page.locator('.finder input').fill('tidak ada yang begini');
      assert.match(await page.locator('.finder__count').innerText(), /Tidak ada yang cocok/, day);
    });
  }
  await on('2026-11-24', 'kop/index.html', async (page) => {
    assert.deepEqual(await shown(page, '.event__title'), ['Hari pasar', 'Rapat anggota']);
    assert.deepEqual(await shown(page, '.trust__facts [data-last-days]'), ['Halal (2 barang)']);
    assert.deepEqual(await shown(page, '.product-card__notes'), ['Sedang musim']);
  });
  await on('2026-11-24', 'peluang/index.html', async (page) => {
    assert.deepEqual(await shown(page, '.filters a'), ['Semua 4', 'APHP 2', 'ATPH 1']);
  });
});

test('events leave the day after their last one, make-up session included, and their part with the last of them', async () => {
  for (const [day, shop, all] of [
    ['2026-12-06', ['Hari pasar', 'Rapat anggota'], 2],
    ['2026-12-07', ['Rapat anggota'], 1],
    ['2027-01-10', ['Rapat anggota'], 1],
    ['2027-01-11', [], 0],
  ]) {
    await on(day, 'kop/index.html', async (page) => {
      assert.deepEqual(await shown(page, '.event__title'), shop, day);
      assert.equal(await page.locator('#kabar-judul').isVisible(), shop.length > 0, day);
    });
    for (const file of ['index.html', 'agenda/index.html']) {
      await on(day, file, async (page) => assert.equal((await shown(page, '.agenda__event')).length, all, `${file} ${day}`));
    }
  }
  await on('2027-01-11', 'agenda/index.html', async (page) => assert.match(await page.locator('main').innerText(), /Belum ada acara/));
  await on('2027-01-11', 'index.html', async (page) => assert.equal(await page.locator('#agenda-judul').isVisible(), false));
});

test('openings leave with their counts by field, on cards, on the cover and in the figures', async () => {
  for (const [day, filters, card, figure] of [
    ['2026-12-16', ['Semua 2', 'APHP 1'], ['2 lowongan'], ['2']],
    ['2027-01-16', ['Semua 1'], ['1 lowongan'], ['1']],
  ]) {
    await on(day, 'peluang/index.html', async (page) => {
      assert.deepEqual(await shown(page, '.filters a'), filters, day);
      assert.equal((await shown(page, '.board__opening')).length, Number(filters[0].slice(-1)), day);
    });
    await on(day, 'index.html', async (page) => {
      assert.deepEqual(await shown(page, '.directory__counts [data-last-days]'), card, day);
      assert.deepEqual(await shown(page, '.figures [data-last-days]'), figure, day);
    });
  }
  await on('2026-12-16', 'kop/muda/index.html', async (page) => {
    assert.equal((await shown(page, '.buttons [data-last-days]'))[0], '2 lowongan');
    assert.deepEqual(await shown(page, '.opening__title'), ['PKL gudang', 'Relawan panen']);
  });
  await on('2027-01-16', 'kop/en/muda/index.html', async (page) => {
    assert.equal((await shown(page, '.buttons [data-last-days]'))[0], 'One opening');
  });
  await on('2026-12-16', 'lain/muda/index.html', async (page) => {
    assert.deepEqual(await shown(page, '.buttons [data-last-days], #peluang'), [], 'the only opening is over, and so is its part');
  });
  await on('2026-12-16', 'peluang/aphp/index.html', async (page) => assert.equal((await shown(page, '.board__opening')).length, 1));
  await on('2027-01-16', 'peluang/aphp/index.html', async (page) => assert.match(await page.locator('main').innerText(), /Belum ada tempat/));
  await on('2027-01-16', 'muda/index.html', async (page) => {
    assert.match((await shown(page, '#peluang .button[data-last-days]'))[0], /\(1\)/);
    assert.deepEqual(await shown(page, '.chips a'), []);
  });
  const dated = (line) => line.includes('Relawan');
  await on('2027-01-16', 'muda/index.html', async (page) => assert.ok((await shown(page, '#peluang .lines__item')).every(dated)));
});

test('a task leaves after its make-up date, its first date after that', async () => {
  await on('2026-12-13', 'kop/muda/index.html', async (page) => {
    assert.equal((await shown(page, '.challenge')).length, 1);
    assert.doesNotMatch((await shown(page, '.challenge__dates'))[0], /12 Desember/);
  });
  await on('2027-01-13', 'kop/muda/index.html', async (page) => assert.equal(await page.locator('#tantangan').isVisible(), false));
});

test('an order and what is shared say until when a promo holds', async () => {
  await on('2026-12-10', 'kop/produk/kopi/index.html', async (page) => {
    const order = decodeURIComponent(await page.locator('.order-bar .action').getAttribute('href'));
    assert.ok(order.includes('Harga: Rp\u00a030.000 per bungkus sampai 10 Des'), order);
    assert.match(await page.locator('[data-share]').getAttribute('data-share'), /30\.000 per bungkus sampai 10 Des, dari/);
  });
});

test('a promo that is over is over in the price, the order, the basket and the bar below', async () => {
  await on('2026-12-11', 'kop/produk/kopi/index.html', async (page) => {
    const text = await page.locator('main').innerText();
    assert.ok(text.includes('Rp\u00a035.000') && !text.includes('Rp\u00a030.000') && !text.includes('sampai 10 Des'), text);
    assert.equal(await page.locator('.product__measure').isVisible(), false, 'a price per kilogram of the promo');
    assert.equal(await page.locator('.order-bar .add').getAttribute('data-amount'), '35000');
    const order = decodeURIComponent(await page.locator('.order-bar .action').getAttribute('href'));
    assert.ok(order.includes('Rp\u00a035.000 per bungkus\n') && !order.includes('30.000'), order);
    const share = await page.locator('[data-share]').evaluate((link) => [decodeURIComponent(link.href), link.dataset.share]);
    for (const words of share) assert.ok(words.includes('Rp\u00a035.000 per bungkus, dari') && !/30\.000|10 Des/.test(words), words);
  });
  await on('2026-12-11', 'kop/index.html', async (page) => {
    assert.equal(await page.locator('.product-card[data-id="kopi"] .add').getAttribute('data-amount'), '35000');
  });
});

test('a certificate that has lapsed is told as lapsed and counts no more', async () => {
  await on('2027-02-01', 'kop/produk/kopi/index.html', async (page) => assert.match(await page.locator('main').innerText(), /berakhir 31 Januari 2027/));
  await on('2027-02-01', 'kop/index.html', async (page) => assert.deepEqual(await shown(page, '.trust__facts [data-last-days]'), ['Halal (1 barang)']));
});

test('a season comes and goes by the month of the visitor', async () => {
  await on('2026-12-31', 'kop/produk/teh/index.html', async (page) => {
    assert.match(await page.locator('.season').innerText(), /Sedang musim/);
    assert.equal(await page.locator('.season__year .is-now').count(), 1);
  });
  await on('2027-01-01', 'kop/produk/teh/index.html', async (page) => assert.match(await page.locator('.season').innerText(), /Belum musim/));
  await on('2027-01-01', 'kop/index.html', async (page) => assert.deepEqual(await shown(page, '.product-card__notes'), ['Musim November–Desember']));
});

test('a price that nobody has confirmed for 90 days is an old price, with its day', async () => {
  for (const [day, words] of [['2027-02-18', /^Harga per 20 November 2026$/], ['2027-02-19', /^Harga lama, per 20 November 2026$/]]) {
    await on(day, 'kop/produk/kopi/index.html', async (page) => assert.match((await shown(page, '.product__buy > .product__note'))[0], words));
    await on(day, 'kop/index.html', async (page) => {
      assert.match((await shown(page, '.catalogue__date'))[0], words);
      assert.equal((await shown(page, '.product-card__old')).length, day === '2027-02-19' ? 1 : 0);
    });
  }
});

test('without a script nothing promises what may be over', async () => {
  const promises = /akan datang|mendatang|sedang musim|belum musim|masih menerima|masih buka|terbuka|hilang sendiri/i;
  for (const file of ['index.html', 'agenda/index.html', 'peluang/index.html', 'muda/index.html', 'kop/index.html', 'kop/produk/teh/index.html', 'kop/muda/index.html']) {
    await on('2027-06-01', file, async (page) => {
      assert.doesNotMatch(await page.locator('main').innerText(), promises, file);
    }, { javaScriptEnabled: false, before: undefined });
  }
});
