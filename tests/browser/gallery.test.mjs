// Photos on a product's page: whole whatever their shape, alone and beside others, before and after they have come.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { PHONE, launch, withPage } from './lib/browser.mjs';
import { build } from './lib/small.mjs';

const SHAPES = { persegi: [1200, 1200], lebar: [1320, 600], tegak: [900, 1200], biasa: [1200, 900], panjang: [1600, 200] };
const work = mkdtempSync(path.join(os.tmpdir(), 'etalase-photos-'));
let browser;
let shop;

before(async () => {
  browser = await launch();
  const page = await browser.newPage();
  for (const [name, [width, height]] of Object.entries(SHAPES)) {
    await page.setViewportSize({ width, height });
    await page.setContent('<body style="margin:0;height:100vh;background:linear-gradient(90deg,#a30,#06c)">');
    writeFileSync(path.join(work, `${name}.jpg`), await page.screenshot({ type: 'jpeg' }));
  }
  await page.close();
  const alone = Object.keys(SHAPES).map((name) => `  - {nama: ${name}, harga: 5.000, satuan: buah, foto: [foto/${name}.jpg]}\n`);
  shop = await build({
    'etalase.yaml': 'judul: Uji\nalamat: https://uji.example/\nbahasa: [id]\n',
    'content/kop/profil.yaml': `nama: Koperasi Contoh\nkontak: {whatsapp: 0810-0000-0001}\nproduk:\n${alone.join('')}`
      + `  - {nama: semua, harga: 5.000, satuan: buah, foto: [${Object.keys(SHAPES).map((name) => `foto/${name}.jpg`).join(', ')}]}\n`
      + '  - {nama: rebah, harga: 5.000, satuan: buah, foto: [foto/lebar.jpg, foto/biasa.jpg]}\n',
  }, Object.fromEntries(Object.keys(SHAPES).map((name) => [`content/kop/foto/${name}.jpg`, path.join(work, `${name}.jpg`)])));
});
after(async () => {
  await browser?.close();
  await shop?.close();
  rmSync(work, { recursive: true });
});

const VIEWS = { narrow: { ...PHONE, viewport: { width: 320, height: 640 } }, phone: PHONE, desktop: { viewport: { width: 1280, height: 800 } } };
const photos = (page) => page.locator('.gallery img').evaluateAll((images) => images.map((image) => {
  const { width, height } = image.getBoundingClientRect();
  return { width, height, natural: image.naturalWidth / image.naturalHeight, attributes: image.width && image.getAttribute('width') / image.getAttribute('height'), fit: getComputedStyle(image).objectFit };
}));

for (const [name, [width, height]] of Object.entries(SHAPES)) {
  test(`a photo of ${width} × ${height} is whole on its page`, async () => {
    for (const [view, options] of Object.entries(VIEWS)) {
      await withPage(browser, shop.url(`produk/${name}/index.html`), options, async (page) => {
        const [photo] = await photos(page);
        const ratio = width / height;
        const about = (is, wanted) => Math.abs(is / wanted - 1) < 0.02;
        assert.ok(about(photo.natural, ratio) && about(photo.attributes, ratio), `${view}: ${JSON.stringify(photo)}`);
        assert.equal(photo.fit, 'contain');
        // Its own shape where that is wider than high, else a square between its own colours.
        assert.ok(about(photo.width / photo.height, Math.max(ratio, 1)) || photo.height <= 64, `${view}: ${JSON.stringify(photo)}`);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, view);
      });
    }
  });
}

test('photos side by side are whole at one height, that of the highest', async () => {
  for (const [view, options] of Object.entries(VIEWS)) {
    await withPage(browser, shop.url('produk/semua/index.html'), options, async (page) => {
      const all = await photos(page);
      assert.equal(all.length, 5);
      for (const photo of all) assert.ok(photo.fit === 'contain' && Math.abs(photo.height - photo.width) < 1, `${view}: ${JSON.stringify(photo)}`);
    });
    await withPage(browser, shop.url('produk/rebah/index.html'), options, async (page) => {
      for (const { width, height } of await photos(page)) assert.ok(Math.abs(width / height - 4 / 3) < 0.02, `${view}: ${width} × ${height}`);
    });
  }
});

test('nothing moves when photos come', async () => {
  for (const name of ['lebar', 'tegak', 'semua']) {
    await withPage(browser, 'about:blank', PHONE, async (page) => {
      let open;
      const held = new Promise((done) => { open = done; });
      await page.route(/\/foto\//, async (route) => { await held; await route.continue(); });
      await page.goto(shop.url(`produk/${name}/index.html`), { waitUntil: 'domcontentloaded' });
      const top = () => page.locator('.product__name').evaluate((heading) => heading.getBoundingClientRect().top);
      const before = await top();
      open();
      await page.waitForLoadState('load');
      assert.equal(await top(), before, name);
    });
  }
});
