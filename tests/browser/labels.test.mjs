// Prices in their places: on cards of the narrowest phones and on shelf labels no number breaks, and on a label nothing is
// cut through; a camera that reads a label's code is led to its product.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { read } from './lib/camera.mjs';
import { PHONE, launch, withPage } from './lib/browser.mjs';
import { build } from './lib/small.mjs';

const NAME = 'Keju mozarela potong panjang sekali dari lereng gunung yang bahkan tiga baris panjangnya';
const UNIT = 'karung plastik bening ukuran dua puluh lima kilogram';
const PRICES = ['500', '12.500', '125.000', '1.250.000', '22.500.000', '350.000.000', '1.250.000.000', '999.999.999.999'];
const products = [
  ...PRICES.map((price, number) => `  - {nama: Barang ${number}, harga: ${price}, satuan: ekor}\n`),
  `  - {nama: ${NAME}, harga: 22.500.000, harga_anggota: 21.000.000, satuan: ${UNIT}, berat: 25 kg, umur_simpan: 5 bulan, promo: {harga: 22.000.000, sampai: 2026-12-31}, varian: [{nama: "Cokelat, vanila, stroberi dan melon"}]}\n`,
  `  - {id: lain, nama: ${NAME}, harga: 125.000, harga_anggota: 110.000, satuan: kg, umur_simpan: 5 bulan}\n`,
  '  - {nama: Kopi, harga: 35.000, harga_anggota: 30.000, satuan: bungkus, berat: 200 g, umur_simpan: 12 bulan, promo: {harga: 32.000, sampai: 2026-12-31}}\n',
];

let browser;
let shop;
before(async () => {
  shop = await build({
    'etalase.yaml': 'judul: Uji\nalamat: https://uji.example/\nbahasa: [id]\n',
    'content/kop/profil.yaml': `nama: Koperasi Contoh\nkontak: {whatsapp: 0810-0000-0001}\nproduk:\n${products.join('')}`,
  });
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await shop?.close();
});

/** Texts of amounts that take more than one line, or reach out of the box that `around` names. */
const broken = (page, amounts, around) => page.locator(amounts).evaluateAll((all, selector) => all.filter((amount) => {
  const range = document.createRange();
  range.selectNodeContents(amount);
  const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
  const box = amount.closest(selector).getBoundingClientRect();
  const { left, right } = range.getBoundingClientRect();
  return lines.size > 1 || left < box.left - 0.5 || right > box.right + 0.5;
}).map((amount) => amount.textContent), around);

test('no number breaks on a card, nor reaches out of it', async () => {
  for (const width of [320, 360, 412, 800, 1280]) {
    await withPage(browser, shop.url('index.html'), { ...PHONE, viewport: { width, height: 640 } }, async (page) => {
      assert.deepEqual(await broken(page, '.price__amount, .price__before s', '.product-card'), [], `${width} px`);
      const least = await page.locator('.price__amount').first().evaluate((amount) => parseFloat(getComputedStyle(amount).fontSize));
      assert.ok(least >= 16, `an ordinary price in ${least} px at ${width} px`);
    });
  }
});

test('no number breaks on a product\'s page', async () => {
  for (const width of [320, 1280]) {
    for (const number of PRICES.keys()) {
      await withPage(browser, shop.url(`produk/barang-${number}/index.html`), { ...PHONE, viewport: { width, height: 640 } }, async (page) => {
        assert.deepEqual(await broken(page, '.product__buy .price__amount', '.product__buy'), [], `${width} px`);
      });
    }
  }
});

test('on a label no number breaks, no line is cut through, and the member price is the last to leave', async () => {
  for (const screen of [false, true]) {
    await withPage(browser, shop.url('cetak/label/index.html'), screen ? { ...PHONE, viewport: { width: 320, height: 640 } } : { viewport: { width: 794, height: 1123 } }, async (page) => {
      if (!screen) await page.emulateMedia({ media: 'print' });
      assert.deepEqual(await broken(page, '.label__price b', '.label__words'), []);
      if (screen) return;
      // A part is in its label whole, or behind the edge that nobody sees.
      const parts = await page.locator('.label').evaluateAll((labels) => labels.map((label) => {
        const words = label.querySelector('.label__words').getBoundingClientRect();
        return [...label.querySelectorAll('.label__name, .label__variant, .label__price b, .label__price span, .label__more span')].map((part) => {
          const { left, right, top, bottom } = part.getBoundingClientRect();
          const isOut = left >= words.right - 0.5;
          return { text: part.textContent, isOut, isWhole: top >= words.top - 0.5 && bottom <= words.bottom + 0.5 && right <= words.right + 0.5 };
        });
      }));
      for (const part of parts.flat()) assert.ok(part.isOut || part.isWhole, JSON.stringify(part));
      const seen = parts.map((label) => label.filter((part) => !part.isOut).map((part) => part.text));
      const left = parts.map((label) => label.filter((part) => part.isOut).map((part) => part.text));
      assert.ok(seen.every((label) => label.some((text) => text.startsWith('Rp')) && label.some((text) => text.startsWith('per '))), JSON.stringify(seen));
      assert.ok(left.some((label) => label.length > 0), 'one label has more than its place');
      const member = (label) => label.some((text) => text.includes('anggota'));
      for (const [number, label] of left.entries()) assert.ok(!member(label) || !seen[number].some((text) => /sampai|tahan/.test(text)), JSON.stringify([label, seen[number]]));
      assert.ok(seen.at(-1).some((text) => text.includes('tahan')), 'a label with room has everything');
    });
  }
});

test('the code of each label leads to its product', async () => {
  await withPage(browser, shop.url('cetak/label/index.html'), {}, async (page) => {
    const labels = page.locator('.label');
    for (const number of [0, 4]) {
      await labels.nth(number).locator('.label__code').evaluate((code) => { code.id = 'kode'; });
      assert.equal(await read(page, '#kode'), `https://uji.example/produk/barang-${number}/`);
      await labels.nth(number).locator('.label__code').evaluate((code) => code.removeAttribute('id'));
    }
  });
});
