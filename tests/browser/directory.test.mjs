// The list of all cooperatives of a portal: some on its front page, all on a page of their own that a script filters.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { PHONE, launch, withPage } from './lib/browser.mjs';
import { build } from './lib/small.mjs';

const PLACES = ['32.04.15', '32.14.09'];
const profile = (n) => `nama: Koperasi ${['Arum', 'Bakti', 'Cahaya'][n % 3]} ${n}\nwilayah: "${PLACES[n % 2]}"\n`
  + `jenis: ${n === 4 ? 'jasa' : 'produsen'}\ndiperbarui: 2026-11-${String(10 + n).padStart(2, '0')}\nkontak: {whatsapp: 0812-0000-${1000 + n}}\n`;
let browser;
let site;

before(async () => {
  browser = await launch();
  site = await build(Object.fromEntries([
    ['etalase.yaml', 'judul: Etalase Uji\nbahasa: [id]\n'],
    ...Array.from({ length: 10 }, (_, n) => [`content/kop-${n}/profil.yaml`, profile(n)]),
  ]), {}, '2026-11-24');
});
after(async () => {
  await browser?.close();
  await site?.close();
});

const names = (page) => page.locator('.directory__row:visible .directory__name').allInnerTexts();

test('without a script the front page lists the freshest and leads to all of them', async () => {
  await withPage(browser, site.url('index.html'), { ...PHONE, javaScriptEnabled: false }, async (page) => {
    assert.deepEqual((await names(page))[0], 'Koperasi Arum 9');
    assert.equal((await names(page)).length, 8);
    await page.getByRole('link', { name: 'Semua koperasi', exact: true }).click();
    assert.equal((await names(page)).length, 10);
    assert.equal(await page.locator('[data-finder]').isVisible(), false);
  });
});

test('with a script the page of all is filtered by words, kind and regency, and says how many are left', async () => {
  await withPage(browser, site.url('semua/index.html'), PHONE, async (page) => {
    const status = page.locator('[data-finder] [role=status]');
    await page.locator('[data-finder] input').fill('bakti');
    assert.deepEqual(await names(page), ['Koperasi Bakti 1', 'Koperasi Bakti 4', 'Koperasi Bakti 7']);
    assert.match(await status.innerText(), /3/);
    await page.locator('[data-finder] [name=kind]').selectOption('jasa');
    assert.deepEqual(await names(page), ['Koperasi Bakti 4']);
    await page.locator('[data-finder] [name=regency]').selectOption('32.14');
    assert.deepEqual(await names(page), []);
    assert.equal(await status.innerText(), 'Tidak ada yang cocok. Coba kata lain.');
  });
});
