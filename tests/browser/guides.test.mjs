// Guides of an office: found by heading, word and wrong spelling, by keyboard too; a complete list without a script; links
// between them; pictures; and a long one on several pages.
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { PHONE, launch, withPage } from './lib/browser.mjs';
import { build } from './lib/small.mjs';

const PICTURE = path.join(import.meta.dirname, '../../docs/images/harga.webp');
const coop = (name) => `nama: Koperasi ${name}\nkontak: {whatsapp: 0810-0000-0001}\nproduk: [{nama: Kopi, harga: 12.000, satuan: kg}]\n`;
const LONG = ['Kolom', 'Sel'].map((name) => `## ${name}\n\n### ${name} pertama\n\n${'Penjelasan yang panjang sekali. '.repeat(900)}\n`).join('\n');

let browser;
let portal;
before(async () => {
  portal = await build({
    'etalase.yaml': `judul: Uji
alamat: https://uji.example/
bahasa: [id, en]
panduan:
  - judul: Koperasi
    berkas: [panduan/PANDUAN-MULAI.md, panduan/harga.md]
  - judul: Rujukan
    bahasa: en
    berkas: [panduan/rujukan.md]
`,
    'content/sari/profil.yaml': coop('Sari'),
    'content/bukit/profil.yaml': coop('Bukit'),
    'panduan/PANDUAN-MULAI.md': '# Mulai\n\nToko pertama dalam sepuluh menit. Lalu [mengganti harga](harga.md#setiap-selasa).\n\n## Unduh\n\n| sistem | berkas |\n|---|---|\n| Windows | a.zip |\n\n## Menyangrai\n\nKopi disangrai.\n\n## Foto\n\n![Formulir harga](gambar/harga.webp)\n',
    'panduan/harga.md': '# Mengganti harga\n\nSetiap pekan.\n\n## Setiap Selasa\n\nBuka formulir, lalu ketik harganya. [Mulai](PANDUAN-MULAI.md#unduh).\n',
    'panduan/rujukan.md': `# Reference\n\nEvery column. See [cells](#sel).\n\n${LONG}`,
  }, { 'panduan/gambar/harga.webp': PICTURE });
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await portal?.close();
});

const open = (file, use, options = {}) => withPage(browser, portal.url(file), { ...PHONE, ...options }, use);
const hits = (page) => page.locator('.found li a').allInnerTexts();
/** Types, and waits until the answer is there. */
const ask = async (page, words) => {
  await page.locator('.seek--guides input').fill(words);
  await page.waitForFunction(() => document.querySelector('.found [role=status]').textContent);
};

test('guides are found by heading, by a word below it, by its stem and with a slip', async () => {
  for (const [words, first] of [['unduh', 'Mulai: Unduh'], ['sangrai', 'Mulai: Menyangrai'], ['formulir', 'Mengganti harga: Setiap Selasa'], ['formulri', 'Mengganti harga: Setiap Selasa'], ['ketik harga', 'Mengganti harga: Setiap Selasa']]) {
    await open('panduan/index.html', async (page) => {
      await ask(page, words);
      assert.equal((await hits(page))[0], first, words);
    });
  }
});

test('a hit is opened by keyboard at its heading, and what is nowhere is told', async () => {
  await open('panduan/index.html', async (page) => {
    await ask(page, 'traktor');
    assert.match(await page.locator('.found [role=status]').innerText(), /Tidak ada yang cocok/);
    await page.locator('.seek--guides input').fill('selasa');
    await page.locator('.found li a').first().waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/panduan\/harga\/#setiap-selasa$/);
    assert.equal(await page.locator(':target').innerText(), 'Setiap Selasa');
  });
});

test('without a script the list has all guides with their first sentences, and links lead from one to another', async () => {
  await open('panduan/index.html', async (page) => {
    assert.equal(await page.locator('.seek--guides').isVisible(), false);
    assert.deepEqual(await page.locator('.guides li').allInnerTexts(), [
      'Mulai\nToko pertama dalam sepuluh menit.', 'Mengganti harga\nSetiap pekan.', 'Reference\nEvery column.',
    ]);
    await page.getByRole('link', { name: 'Mulai' }).click();
    await page.getByRole('link', { name: 'mengganti harga', exact: true }).click();
    await page.waitForURL(/panduan\/harga\/#setiap-selasa$/);
    await page.getByRole('link', { name: 'Mulai', exact: true }).first().click();
    await page.waitForURL(/panduan\/mulai\/#unduh$/);
  }, { javaScriptEnabled: false });
});

test('a long guide is several pages, in its own language, and its links find them', async () => {
  await open('panduan/rujukan/index.html', async (page) => {
    assert.equal(await page.locator('article').getAttribute('lang'), 'en');
    assert.equal(await page.locator('html').getAttribute('lang'), 'id');
    await page.getByRole('link', { name: 'cells' }).click();
    await page.waitForURL(/panduan\/rujukan\/sel\/$/);
    assert.equal(await page.locator('h1').innerText(), 'Sel');
    await page.getByRole('link', { name: '← Reference' }).click();
    await page.waitForURL(/panduan\/rujukan\/$/);
  });
});

test('a picture is shown in its shape, no original is published, and pages in other languages lead to the guides', async () => {
  await open('panduan/mulai/index.html', async (page) => {
    const picture = page.locator('.guide__body img');
    await picture.scrollIntoViewIfNeeded();
    await page.waitForFunction(() => document.querySelector('.guide__body img').naturalWidth > 0);
    assert.equal(await picture.getAttribute('alt'), 'Formulir harga');
    assert.match(await picture.getAttribute('src'), /^\.\.\/\.\.\/foto\/harga-\d+-[0-9a-f]{16}\.webp$/);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing is wider than the screen');
  });
  await open('en/index.html', async (page) => {
    await page.locator('.footer').getByRole('link', { name: 'Guides' }).click();
    await page.waitForURL(/\/panduan\/$/);
  });
});
