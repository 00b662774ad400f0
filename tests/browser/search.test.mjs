// Search in a portal and in a large shop: what is typed wrongly, in parts, in other words; around a place; by keyboard, on a
// narrow phone, without a script and without a network. And the words of the script are those of the program.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import vm from 'node:vm';
import { PHONE, launch, withPage } from './lib/browser.mjs';
import { build } from './lib/small.mjs';

const coop = (name, region, goods, more = '') => `nama: Koperasi ${name}
wilayah: ${region}
kontak: {whatsapp: 0810-0000-0001}
${more}produk:
${goods.map((good, at) => `  - {nama: ${good}, harga: ${12 + at}.000, satuan: kg}\n`).join('')}`;
const MANY = ['Keripik pisang', 'Keripik singkong', 'Susu murni', 'Madu hutan', 'Jeruk Garut', 'Telur asin', 'Beras merah', 'Kopi bubuk']
  .flatMap((name) => ['', ' besar', ' kecil', ' curah'].map((size) => name + size));

let browser;
let portal;
before(async () => {
  portal = await build({
    'etalase.yaml': 'judul: Uji\nalamat: https://uji.example/\nbahasa: [id, en]\n',
    'content/sari/profil.yaml': coop('Sari Garut', '32.05.01', ['Jeruk manis', 'Sayur organik', '"Kopi bubuk"']),
    'content/bukit/profil.yaml': coop('Bukit', '32.05.02', ['Keripik pisang', 'Madu hutan'], 'sektor: [peternakan]\n'),
    'content/lembah/profil.yaml': coop('Lembah', '32.04.15', ['Jeruk siam', 'Susu murni, kategori: Minuman']),
    'content/pesisir/profil.yaml': coop('Pesisir', '32.09.10', ['Garam laut', 'Jeruk bali', 'Keripik singkong', 'Sale pisang']),
    'content/besar/profil.yaml': coop('Besar', '32.73', MANY),
  });
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await portal?.close();
});

const open = (file, use, options = {}) => withPage(browser, portal.url(file), { ...PHONE, ...options }, use);
const told = (page) => page.locator('.hits__told');
const names = (page, list = 0) => page.locator('.hits__list').nth(list).locator('.hit__name').allInnerTexts();
/** Types, and waits until the answer says something of it. */
const ask = async (page, words) => {
  await page.locator('.seek__words').fill(words);
  await page.waitForFunction((typed) => new URLSearchParams(location.search).get('q') === typed && document.querySelector('.hits').ariaBusy === 'false', words);
};

test('the script folds every example as the program does', () => {
  const self = {};
  vm.runInNewContext(readFileSync(path.join(import.meta.dirname, '../../themes/etalase/script/asked/words.js'), 'utf8'), { self });
  const examples = JSON.parse(readFileSync(path.join(import.meta.dirname, 'search-words.json'), 'utf8'));
  for (const [typed, wanted] of Object.entries(examples)) {
    const { wordsOf, formsOf } = self.searchWords;
    assert.deepEqual([...wordsOf(typed)].map((word) => [...formsOf(word)]).filter((forms) => forms.length), wanted, typed);
  }
  const { distance, slips } = self.searchWords;
  assert.deepEqual([distance('kopi', 'kpoi', 2), distance('jruk', 'jrok', 1), distance('madu', 'susu', 1)], [1, 1, 2]);
  assert.deepEqual(['teh', 'kopi', 'singkong'].map(slips), [0, 1, 2]);
});

test('a name, a wrong spelling, an affix and another language find the same goods, and each hit says why', async () => {
  await open('cari/index.html', async (page) => {
    for (const [words, found, why] of [
      ['madu hutan', 'Koperasi Bukit', 'Madu hutan'],
      ['organic', 'Koperasi Sari Garut', 'organik'],
      ['sayuran', 'Koperasi Sari Garut', 'Sayur'],
      ['honey', 'Koperasi Bukit', 'Madu'],
      ['kripik cau', 'Koperasi Bukit', 'Keripik pisang'],
      ['ternak', 'Koperasi Bukit', 'peternakan'],
      ['garam', 'Koperasi Pesisir', 'Garam'],
      ['koperasi bukit', 'Koperasi Bukit', 'Bukit'],
    ]) {
      await ask(page, words);
      assert.ok((await names(page)).includes(found), `${words}: ${await names(page)}`);
      const hit = page.locator('.hit').filter({ has: page.getByRole('link', { name: found, exact: true }) }).first();
      assert.ok((await hit.locator('mark').allInnerTexts()).join(' ').includes(why.split(' ')[0]), `${words}: ${await hit.innerText()}`);
    }
    await ask(page, 'jerok');
    assert.match(await told(page).innerText(), /4 koperasi cocok\. “jerok” dibaca “jeruk”/);
    const price = page.locator('.hit').filter({ hasText: 'Jeruk siam' });
    assert.match(await price.innerText(), /Rp\u00a012\.000 \/ kg/);
    assert.match(await price.getByRole('link', { name: 'Jeruk siam' }).getAttribute('href'), /lembah\/produk\/jeruk-siam\/$/);
  });
});

test('words of one name come before words of several, and a word that is begun finds already', async () => {
  await open('cari/index.html', async (page) => {
    await ask(page, 'keripik pisang');
    assert.deepEqual((await names(page)).sort(), ['Koperasi Besar', 'Koperasi Bukit']);
    await ask(page, 'keri');
    assert.equal((await names(page)).length, 3);
  });
});

test('a place counts, and where too little is in it the neighbours follow, the nearest first', async () => {
  await open('cari/index.html', async (page) => {
    await ask(page, 'jeruk bandung');
    assert.deepEqual((await names(page)).sort(), ['Koperasi Besar', 'Koperasi Lembah']);
    await ask(page, 'jeruk garut');
    assert.deepEqual((await names(page)).sort(), ['Koperasi Besar', 'Koperasi Sari Garut']);
    await page.locator('select[name=di]').selectOption('32.05');
    await page.waitForFunction(() => location.search.includes('di=32.05'));
    await ask(page, 'jeruk');
    assert.deepEqual(await names(page), ['Koperasi Sari Garut']);
    assert.match(await page.locator('.hits__near').innerText(), /Di sekitar Kabupaten Garut/);
    assert.deepEqual(await names(page, 1), ['Koperasi Lembah', 'Koperasi Besar', 'Koperasi Pesisir']);
    assert.match(await page.locator('.hit').nth(1).innerText(), /± \d+ km dari Kabupaten Garut/);
    await page.locator('select[name=kec]').selectOption('32.05.02');
    await page.waitForFunction(() => location.search.includes('kec='));
    await ask(page, 'madu');
    assert.deepEqual(await names(page), ['Koperasi Bukit']);
  });
});

test('nothing found is said with a way on, and so is half a match', async () => {
  await open('cari/index.html', async (page) => {
    await ask(page, 'traktor');
    assert.match(await told(page).innerText(), /Tidak ada yang cocok.*daftar di bawah/);
    assert.equal(await told(page).getAttribute('role'), 'status');
    assert.ok(await page.locator('.lists a').count() > 8);
    await ask(page, 'madu traktor');
    assert.match(await told(page).innerText(), /cocok dengan sebagian/);
    await ask(page, 'dan');
    assert.match(await told(page).innerText(), /lebih khusus/);
  });
});

test('by keyboard: from the front page to a result, and the address keeps what was asked', async () => {
  await open('index.html', async (page) => {
    await page.locator('.seek__words').focus();
    await page.keyboard.type('madu');
    await page.keyboard.press('Enter');
    await page.waitForURL(/cari\/\?q=madu$/);
    await page.locator('.hit').first().waitFor();
    assert.equal(await page.locator('.seek__words').inputValue(), 'madu');
    await page.locator('.seek__words').focus();
    await page.keyboard.press('ArrowDown');
    assert.ok(await page.evaluate(() => document.activeElement.matches('.hit__name a')));
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/(bukit|besar)\/$/);
    await page.goBack();
    await page.locator('.hit').first().waitFor();
  }, { isMobile: false, hasTouch: false });
});

test('in English the same index answers, and leads to pages in English', async () => {
  await open('en/cari/index.html', async (page) => {
    await ask(page, 'honey');
    assert.match(await told(page).innerText(), /2 cooperatives match/);
    assert.match(await page.locator('.hit a').first().getAttribute('href'), /\.\.\/\.\.\/(bukit|besar)\/en\/$/);
  });
});

test('nothing is wider than a phone of 320 pixels with text twice as large', async () => {
  await open('cari/index.html', async (page) => {
    await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
    await ask(page, 'jeruk');
    const widths = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    assert.ok(widths[0] <= widths[1], widths.join(' > '));
  }, { viewport: { width: 320, height: 640 } });
});

test('without a script the form leads to the lists, by letter and by heading', async () => {
  await open('index.html', async (page) => {
    await page.locator('.seek__words').fill('madu');
    await page.locator('.seek__go').click();
    await page.waitForURL(/cari\/\?q=madu$/);
    assert.equal(await page.locator('.hits').isVisible(), false);
    assert.equal(await page.locator('.seek__place').isVisible(), false);
    await page.locator('.letters').getByRole('link', { name: 'B', exact: true }).click();
    assert.deepEqual((await page.locator('.names a').allInnerTexts()).sort(), ['Koperasi Besar', 'Koperasi Bukit']);
    await page.goto(portal.url('wilayah/32-05/index.html'));
    assert.equal(await page.locator('form.seek').count(), 1);
    await page.goto(portal.url('kategori/index.html'));
    await page.getByRole('link', { name: 'Minuman' }).click();
    assert.deepEqual(await page.locator('.names a').allInnerTexts(), ['Koperasi Lembah']);
  }, { javaScriptEnabled: false });
});

test('what was searched is there without a network, and another word says why it is not', async () => {
  const context = await browser.newContext(PHONE);
  const page = await context.newPage();
  await page.goto(portal.url('cari/index.html'));
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller) await new Promise((done) => navigator.serviceWorker.addEventListener('controllerchange', done));
  });
  await page.reload();
  await ask(page, 'madu');
  await portal.host.close();
  try {
    await page.goto(`${portal.url('cari/index.html')}?q=madu`);
    await page.locator('.hit').first().waitFor();
    await page.evaluate(async () => { for (const name of await caches.keys()) if (name.includes('berkas')) await caches.delete(name); });
    await page.reload();
    await page.waitForFunction(() => /perlu jaringan/.test(document.querySelector('.hits__told').textContent));
  } finally {
    await portal.host.reopen();
    await context.close();
  }
});

test('a shop of many goods is filtered on its page, by the same words; a small one has no field', async () => {
  await open('besar/index.html', async (page) => {
    const seen = () => page.locator('.product-card').filter({ visible: true }).count();
    const field = page.locator('.goods-seek input');
    await field.focus();
    await page.waitForFunction(() => self.searchWords);
    for (const [words, count] of [['jerok', 4], ['honey', 4], ['keripik', 8], ['kripik cau', 4], ['endog', 4], ['', 32], ['traktor', 0]]) {
      await field.fill(words);
      assert.equal(await seen(), count, words);
    }
    assert.match(await page.locator('.goods-seek [role=status]').innerText(), /Tidak ada barang/);
    await field.fill('susu');
    assert.match(await page.locator('.goods-seek [role=status]').innerText(), /4 barang/);
  });
  await open('bukit/index.html', async (page) => assert.equal(await page.locator('.goods-seek').count(), 0));
  await open('besar/index.html', async (page) => assert.equal(await page.locator('.goods-seek').isVisible(), false), { javaScriptEnabled: false });
});
