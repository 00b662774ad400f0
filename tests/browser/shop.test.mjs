// Shops of every kind: what a buyer sees first, where the order stands, and how the basket is filled and sent.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { readOrder } from './checks/order.mjs';
import { DESKTOP, PHONE, launch, withPage } from './lib/browser.mjs';
import { build } from './lib/small.mjs';
import { addressOf, samplePages } from './lib/site.mjs';
import { host as demo } from './lib/opened.mjs';
import { site } from './lib/under-test.mjs';

/** The first goods of a shop begin above this line of a phone of 360 × 740. */
const FIRST_GOODS_PX = 520;

const LONG_NAME = 'Koperasi Konsumen Syariah Serba Usaha Pondok Pesantren Nurul Hidayah Al-Barokah Kecamatan Pangalengan Kabupaten Bandung Jawa Barat';
const LONG_SLOGAN = 'Sayur segar yang dipetik subuh oleh santri kelas kebun, ditimbang pukul tujuh pagi, lalu diantar sebelum magrib sampai ke dapur di kota';
const HEADINGS = ['Sayur buah', 'Sayur umbi', 'Sayur daun', 'Bumbu dapur', 'Olahan rumah'];

const goods = (count, { photo = true, tail = '', headings = 5 } = {}) => Array.from({ length: count }, (_, at) => [
  `  - nama: Barang ${at + 1}${tail}`,
  `    harga: ${4500 + at * 1000}`,
  `    satuan: ${['kg', 'ikat', 'botol 500 ml'][at % 3]}`,
  ...(photo ? ['    foto: [foto/barang.jpg]'] : []),
  ...(count > 1 && headings > 1 ? [`    kategori: ${HEADINGS[Math.floor(at * headings / count)]}`] : []),
  ...(at % 7 === 2 ? [`    varian: [{nama: Besar, harga: ${20000 + at}}, {nama: Kecil, harga: ${12000 + at}}, {nama: Sisa, stok: habis, harga: 9000}]`] : []),
  ...(at % 11 === 5 ? ['    stok: habis'] : []),
  '    per_tanggal: 2026-11-20',
].join('\n')).join('\n');

const profile = ({ name = 'Koperasi Contoh', slogan = 'Panen pagi dari lima kampung', cover = true, more = '', list }) => `nama: ${name}
${slogan ? `slogan: ${slogan}\n` : ''}${cover ? 'sampul: foto/sampul.jpg\n' : ''}kontak: {whatsapp: 0810-0000-0001, telepon: 022-0000021}
buka: {senin-sabtu: 07.00-16.00}
wilayah: 32.04.15
anggota: 312
berdiri: 1999-09-09
legal: {badan_hukum: 0040/BH/518-KOP/IX/1999}
tentang: Kami menampung panen dari 84 petani di lima kampung dan menjualkannya setiap pagi.
${more}produk:
${list}
`;

const WAYS = `ambil: [{tempat: Gudang koperasi, waktu: Setiap hari 06.00-10.00}]
antar:
  - {wilayah: Rancabali, ongkos: 5.000, mulai: 10.000, gratis: 100.000}
`;
const OUTLETS = 'gerai: [{jenis: pupuk}, {jenis: lpg}, {jenis: gudang-dingin}]\n';

const SHOPS = {
  satu: profile({ list: goods(1) }),
  'satu-tanpa-foto': profile({ cover: false, list: goods(1, { photo: false }) }),
  delapan: profile({ more: WAYS, list: goods(8, { headings: 1 }) }),
  enampuluh: profile({ more: OUTLETS + WAYS, list: goods(60) }),
  'enampuluh-tanpa-foto': profile({ cover: false, list: goods(60, { photo: false }) }),
  'tanpa-foto': profile({ cover: false, list: goods(9, { photo: false }) }),
  'nama-panjang': profile({ name: LONG_NAME, slogan: LONG_SLOGAN, more: OUTLETS, list: goods(9, { tail: ' hasil kebun Rancabali dipetik subuh tanpa pestisida kemasan kertas daur ulang' }) }),
  'nama-panjang-tanpa-foto': profile({ name: LONG_NAME, slogan: '', cover: false, list: goods(9, { photo: false }) }),
};

const work = mkdtempSync(path.join(os.tmpdir(), 'etalase-shops-'));
let browser;
let shops;

before(async () => {
  browser = await launch();
  const page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
  await page.setContent('<body style="margin:0;height:100vh;background:linear-gradient(90deg,#a30,#06c)">');
  const photo = path.join(work, 'foto.jpg');
  writeFileSync(photo, await page.screenshot({ type: 'jpeg' }));
  await page.close();
  const texts = Object.entries(SHOPS).map(([name, text]) => [`content/${name}/profil.yaml`, text]);
  const photos = Object.keys(SHOPS).filter((name) => SHOPS[name].includes('foto/')).flatMap((name) => ['barang', 'sampul']
    .filter((file) => SHOPS[name].includes(`foto/${file}.jpg`)).map((file) => [`content/${name}/foto/${file}.jpg`, photo]));
  shops = await build({ 'etalase.yaml': 'judul: Uji\nalamat: https://uji.example/\nbahasa: [id]\n', ...Object.fromEntries(texts) }, Object.fromEntries(photos));
});
after(async () => {
  await browser?.close();
  await shops?.close();
  rmSync(work, { recursive: true });
});

const firstGoods = (page) => page.evaluate(() => {
  const first = [...document.querySelectorAll('.product-card, .feature, .outlet')].find((one) => one.checkVisibility());
  return first ? first.getBoundingClientRect().top + scrollY : Infinity;
});

describe('the first screen of a phone shows goods', () => {
  for (const name of Object.keys(SHOPS)) {
    test(name, async () => withPage(browser, shops.url(`${name}/index.html`), PHONE, async (page) => {
      const top = await firstGoods(page);
      assert.ok(top < FIRST_GOODS_PX, `the first goods begin at ${top} px`);
      for (const part of ['.header__name', 'h1', '.open-now']) {
        const bottom = await page.locator(part).evaluate((one) => one.getBoundingClientRect().bottom);
        assert.ok(bottom <= top, `${part} ends at ${bottom} px`);
      }
    }));
  }
  for (const page of samplePages(site).filter((one) => one.kind === 'storefront' && one.html.includes('id="barang"'))) {
    test(`demo: ${page.file}`, async () => withPage(browser, demo.origin + addressOf(site, page), PHONE, async (opened) => {
      const top = await firstGoods(opened);
      assert.ok(top < FIRST_GOODS_PX, `the first goods begin at ${top} px`);
    }));
  }
});

test('a shop without photos is a list of prices and not a wall of letters', async () => {
  for (const name of ['enampuluh-tanpa-foto', 'tanpa-foto']) {
    await withPage(browser, shops.url(`${name}/index.html`), PHONE, async (page) => {
      assert.equal(await page.locator('main .tile').count(), 0);
      const rows = await page.locator('.goods-row').evaluateAll((list) => list.map((row) => row.getBoundingClientRect().height));
      assert.ok(rows.length > 1 && rows.every((height) => height > 0 && height <= 120), `${rows}`);
    });
  }
});

test('on a wide screen the order stands in the column of the price, and hangs over nothing', async () => {
  for (const file of ['delapan/produk/barang-1/index.html', 'delapan/produk/barang-3/index.html']) {
    for (const width of [768, 1280, 1920]) {
      await withPage(browser, shops.url(file), { viewport: { width, height: 800 } }, async (page) => {
        const boxes = await page.evaluate(() => Object.fromEntries(['.gallery', '.price__amount', '.order-bar'].map((part) => {
          const shown = [...document.querySelectorAll(`.product__top ${part}`)].find((one) => one.checkVisibility());
          const { left, right, top, bottom } = shown.getBoundingClientRect();
          return [part, { left, right, top, bottom, position: getComputedStyle(shown).position }];
        })));
        const { '.gallery': photo, '.price__amount': price, '.order-bar': order } = boxes;
        assert.ok(price.left >= photo.right && Math.abs(order.left - price.left) <= 1, JSON.stringify(boxes));
        assert.equal(order.position, 'static');
        assert.ok(order.top >= price.bottom && order.bottom < 800, JSON.stringify(boxes));
      });
    }
  }
});

test('on a phone the order is at hand from the top of the page to its end', async () => {
  await withPage(browser, shops.url('delapan/produk/barang-3/index.html'), PHONE, async (page) => {
    for (const at of [0, 1e6]) {
      await page.evaluate((y) => scrollTo(0, y), at);
      const bottom = await page.evaluate(() => {
        const bar = [...document.querySelectorAll('.order-bar')].filter((one) => one.checkVisibility());
        return bar.map((one) => Math.round(one.getBoundingClientRect().bottom));
      });
      assert.deepEqual(bottom, [740]);
    }
    const hidden = await page.evaluate(() => {
      const last = [...document.querySelectorAll('.footer p')].at(-1).getBoundingClientRect().bottom;
      return last - [...document.querySelectorAll('.order-bar')].find((one) => one.checkVisibility()).getBoundingClientRect().top;
    });
    assert.ok(hidden <= 0, `the bar hides ${hidden} px of the footer`);
  });
});

for (const javaScriptEnabled of [true, false]) {
  test(`the price follows the choice ${javaScriptEnabled ? 'with' : 'without'} script`, async () => {
    await withPage(browser, shops.url('delapan/produk/barang-3/index.html'), { ...DESKTOP, javaScriptEnabled }, async (page) => {
      const shown = () => page.locator('.variant__of .price__amount:visible').allInnerTexts();
      const order = async () => readOrder(await page.locator('.order-bar .action:visible').getAttribute('href')).message;
      const label = (name) => page.locator('.variant label', { hasText: name });
      assert.deepEqual(await page.locator('.variant label:visible .variant__cost').allInnerTexts(), ['Rp\u00a020.002', 'Rp\u00a012.002', 'Rp\u00a09.000']);
      assert.deepEqual(await shown(), ['Rp\u00a012.002'], 'at first the one whose price stands for the product');
      await label('Besar').click();
      assert.deepEqual(await shown(), ['Rp\u00a020.002']);
      assert.ok((await order()).includes('Besar') && (await order()).includes('Rp\u00a020.002'));
      await page.keyboard.press('ArrowUp');
      await label('Sisa').click();
      assert.match(await order(), /kapan barang ini ada lagi/);
    });
  });
}

test('without script a large shop can be filtered and sorted by pages', async () => {
  await withPage(browser, shops.url('enampuluh/index.html'), { ...PHONE, javaScriptEnabled: false }, async (page) => {
    const goodsOf = () => page.locator('.product-card').evaluateAll((cards) => cards.map((card) => Number(card.dataset.price)));
    await page.locator('.category__name a').first().click();
    assert.equal(await page.locator('body').getAttribute('data-page'), 'shelf');
    assert.equal((await goodsOf()).length, 12);
    await page.locator('.shelf nav:last-child a').first().click();
    const prices = await goodsOf();
    assert.equal(prices.length, 60);
    assert.deepEqual(prices, [...prices].sort((a, b) => a - b));
  });
});

const inBasket = (name, keys) => shops.url(`${name}/keranjang/index.html`) + '#' + keys.join('~');

test('one of sixty goods stands first in the basket, with photo, sum and button on the first screen', async () => {
  await withPage(browser, inBasket('enampuluh', ['barang-40_2']), PHONE, async (page) => {
    const shown = await page.evaluate(() => {
      const place = (one) => one.getBoundingClientRect();
      const rows = [...document.querySelectorAll('.line')].filter((row) => row.checkVisibility());
      return {
        rows: rows.map((row) => row.dataset.key),
        photo: place(rows[0].querySelector('img')).width,
        sum: place(document.querySelector('.basket__sum')).bottom,
        send: place(document.querySelector('.basket__send .action')).bottom,
        height: document.documentElement.scrollHeight,
      };
    });
    assert.deepEqual(shown.rows, ['barang-40']);
    assert.ok(shown.photo >= 48 && shown.sum <= 740 && shown.send <= 740, JSON.stringify(shown));
    await page.locator('.basket__rest summary').click();
    await page.locator('[data-key="barang-1"] [data-step="1"]').click();
    assert.equal(await page.locator('[data-key="barang-1"]').isVisible(), true, 'what is touched stays where it is');
  });
});

test('a way is chosen, costs what the profile says, and stands in the message', async () => {
  const message = async (page) => readOrder(await page.locator('.basket__send .action').getAttribute('href')).message;
  const pick = (page, words) => page.locator('.basket__form label', { hasText: words }).click();
  await withPage(browser, inBasket('delapan', ['barang-1_3']), PHONE, async (page) => {
    assert.ok((await message(page)).includes('Diambil di Gudang koperasi'));
    await pick(page, 'Rancabali');
    const text = await message(page);
    assert.ok(text.includes('Diantar ke Rancabali') && text.includes('Rp\u00a018.500') && text.includes('Rancabali: Rp\u00a05.000'), text);
    await page.locator('[data-key="barang-1"] [data-step="-1"]').click();
    assert.ok((await message(page)).includes('Diambil di Gudang koperasi'), 'below the smallest sum there is no delivery');
  });
  await withPage(browser, inBasket('delapan', ['barang-1_30']), PHONE, async (page) => {
    await pick(page, 'Rancabali');
    const text = await message(page);
    assert.ok(text.includes('Rp\u00a0135.000') && !text.includes('Rancabali:'), text);
  });
  await withPage(browser, inBasket('tanpa-foto', ['barang-1_1']), PHONE, async (page) => {
    assert.equal(await page.locator('[name=way]').count(), 0, 'no way is offered that the profile does not name');
    assert.doesNotMatch(await message(page), /Diambil|Diantar/);
  });
});

test('without script the basket says the ways, and each order asks for one', async () => {
  await withPage(browser, shops.url('delapan/keranjang/index.html'), { ...PHONE, javaScriptEnabled: false }, async (page) => {
    assert.equal(await page.locator('.basket__ways').isVisible(), true);
    const order = readOrder(await page.locator('.line .action').first().getAttribute('href')).message;
    assert.match(order, /Diterima \(pilih satu\): Diambil di Gudang koperasi \/ Diantar ke Rancabali/);
  });
});
