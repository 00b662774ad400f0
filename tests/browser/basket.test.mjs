// From a product to the WhatsApp link's own text: with a variant, a wholesale price, a promo, and a phone that
// keeps nothing.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { readOrder } from './checks/order.mjs';
import { PHONE, withPage } from './lib/browser.mjs';
import { read } from './lib/camera.mjs';
import { browser, host } from './lib/opened.mjs';
import { addressOf } from './lib/site.mjs';
import { site } from './lib/under-test.mjs';

const basketPage = site.pages.find((page) => page.kind === 'basket' && page.language === 'id');
const basket = () => host.origin + addressOf(site, basketPage);
const message = async (page) => readOrder(await page.locator('.basket__form a.action').getAttribute('href'));
// The page a link leads to, when its script has run: before that its order is the one for phones without script.
const follow = async (page, link) => {
  const from = page.url();
  await link.click();
  await page.waitForURL((address) => address.href !== from);
};
const lines = (page) => page.locator('.line').evaluateAll((rows) => rows.map((row) => ({ ...row.dataset })));

test('without script the basket has an order for each product', async () => {
  await withPage(browser, basket(), { ...PHONE, javaScriptEnabled: false }, async (page) => {
    const orders = await page.locator('.line .action').evaluateAll((links) => links.map((link) => link.href));
    assert.ok(orders.length > 1 && orders.every((order) => readOrder(order)?.message));
  });
});

test('products that are added stand in one message, at the wholesale price, with a sum and a code', async () => {
  await withPage(browser, basket(), PHONE, async (page) => {
    const all = await lines(page);
    const tiered = all.find((line) => line.tiers && line.stock === 'available');
    const [from, price] = tiered.tiers.split(' ')[0].split(':').map(Number);
    const other = all.find((line) => line.product !== tiered.product && line.amount && line.stock !== 'sold-out' && line.minimum === '1');
    await page.goto('about:blank');
    await page.goto(`${basket()}#${tiered.key}_${from}~${other.key}_2`);
    const { number, message: text } = await message(page);
    const shown = (amount) => `Rp\u00a0${String(amount).replace(/\B(?=(\d{3})+$)/g, '.')}`;
    assert.match(number, /^62\d+$/);
    assert.ok(text.includes(`${from} × ${tiered.name}`) && text.includes(shown(price * from)), text);
    assert.ok(text.includes(`2 × ${other.name}`) && text.includes(shown(price * from + other.amount * 2)), text);
    assert.match(text, /Kode pesanan: [A-Z0-9]{5}/);
    assert.ok(text.includes(basketPage.canonical), text);
  });
});

test('an order has a code of its own, and the next one another', async () => {
  await withPage(browser, basket(), PHONE, async (page) => {
    const code = async () => /Kode pesanan: ([A-Z0-9]{5})/.exec((await message(page)).message)[1];
    const line = (await lines(page)).find((one) => one.amount && one.stock !== 'sold-out');
    const more = page.locator(`[data-key="${line.key}"] [data-step="1"]`);
    await more.click();
    const first = await code();
    await more.click();
    assert.equal(await code(), first, 'an order that is still being written keeps its code');
    // The chat is not opened: there is no network.
    await page.evaluate(() => document.addEventListener('click', (event) => event.target.closest('.basket__form a.action') && event.preventDefault()));
    const followed = await page.evaluate(() => {
      const link = document.querySelector('.basket__form a.action');
      link.click();
      return link.href;
    });
    assert.ok(readOrder(followed).message.includes(first), 'the message that was opened has the code that was shown');
    await page.waitForFunction((old) => !decodeURIComponent(document.querySelector('.basket__form a.action').href).includes(old), first);
    const next = await code();
    await page.reload();
    assert.equal(await code(), next);
  });
});

test('a product goes into the basket from its card and from its page', async () => {
  const shop = site.pages.find((page) => page.kind === 'storefront' && page.language === 'id' && page.html.includes('data-add='));
  await withPage(browser, host.origin + addressOf(site, shop), { ...PHONE, viewport: { width: 320, height: 640 } }, async (page) => {
    const inBasket = page.locator('.basket-link b');
    const card = page.locator('.product-card:has(.add)').first();
    const name = await card.locator('h3, h4').first().innerText();
    const before = page.url();
    await card.locator('.add').click();
    assert.equal(page.url(), before, 'the button lies above the link of the card');
    assert.equal(await inBasket.innerText(), '1');
    await follow(page, page.locator('.product-card:has(.add) a').nth(1));
    const button = page.locator('.order-bar .add, .product .add').first();
    const second = await button.getAttribute('data-name');
    await button.click();
    assert.equal(await inBasket.innerText(), '2');
    await follow(page, page.locator('.basket-link'));
    const { message: text } = await message(page);
    assert.ok(text.includes(`× ${name}`) && text.includes(`× ${second}`), text);
  });
});

test('a basket outlives the page, and knows a changed price and a removed product', async () => {
  await withPage(browser, basket(), PHONE, async (page) => {
    const line = (await lines(page)).find((one) => one.amount && one.stock !== 'sold-out');
    await page.locator(`[data-key="${line.key}"] [data-step="1"]`).click();
    await page.evaluate(([shop, key]) => {
      const kept = JSON.parse(localStorage.getItem(`etalase:${shop}`));
      kept.items[key].p += 500;
      kept.items['tidak-ada'] = { n: 1, p: 1, t: 'Barang lama' };
      localStorage.setItem(`etalase:${shop}`, JSON.stringify(kept));
    }, [await page.locator('.basket').getAttribute('data-shop'), line.key]);
    await page.reload();
    const news = await page.locator('.basket__news').innerText();
    assert.ok(news.includes('Harga berubah') && news.includes('Barang lama'), news);
    assert.ok((await message(page)).message.includes(line.name));
    assert.equal(await page.locator('.basket-link b').innerText(), '2');
  });
});

test('every product at once still fits into one link, with the way to the rest', async () => {
  await withPage(browser, basket(), PHONE, async (page) => {
    const all = (await lines(page)).filter((line) => line.stock !== 'sold-out');
    await page.goto('about:blank');
    await page.goto(`${basket()}#${all.map((line) => `${line.key}_${line.minimum}`).join('~')}`);
    await page.locator('[name=note]').fill('Jalan panjang & belok kiri 100 % '.repeat(9).trim());
    const href = await page.locator('.basket__form a.action').getAttribute('href');
    assert.ok(href.length <= 2000 && (await message(page)).message.includes('& belok kiri 100 %'), href);
  });
});

test('a phone that keeps nothing carries the basket in its address', async () => {
  const stop = (page) => page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', { get: () => { throw new DOMException('no', 'SecurityError'); } });
  });
  await withPage(browser, basket(), { ...PHONE, before: stop }, async (page) => {
    const line = (await lines(page)).find((one) => one.amount && one.stock !== 'sold-out');
    await page.locator(`[data-key="${line.key}"] [data-step="1"]`).click();
    assert.ok(page.url().includes(`#${line.key}_`));
    await page.reload();
    assert.ok((await message(page)).message.includes(line.name));
  });
});

test('a payment code with the sum is drawn when asked for, and goes when the sum changes', async () => {
  const withCode = site.pages.find((page) => page.kind === 'basket' && page.language === 'id' && page.html.includes('class="pay"'));
  assert.ok(withCode, 'a shop of the demo asks for such codes');
  await withPage(browser, host.origin + addressOf(site, withCode), PHONE, async (page) => {
    const loaded = [];
    page.on('request', (request) => request.url().endsWith('.js') && loaded.push(request.url()));
    assert.equal(await page.locator('.pay').isVisible(), false, 'there is no sum yet');
    const line = (await lines(page)).find((one) => one.amount && one.stock !== 'sold-out');
    const more = page.locator(`[data-key="${line.key}"] [data-step="1"]`);
    await more.click();
    assert.deepEqual(loaded, [], 'what draws the code is not loaded before');
    await page.locator('.pay button').click();
    await page.locator('.pay__code').waitFor();
    const [script] = loaded;
    assert.match(script, /\/aset\/qris-[0-9a-f]+\.js$/);
    assert.ok(gzipSync(await (await fetch(script)).text()).length <= 8 * 1024);
    const sum = await page.locator('.basket__sum').getAttribute('data-sum');
    const text = (await read(page, '.pay__code svg')) ?? '';
    const issued = await page.locator('.pay').getAttribute('data-payload');
    assert.ok(text.startsWith('000201010212') && text.includes(`54${String(sum.length).padStart(2, '0')}${sum}`), text);
    assert.equal(checksum(text.slice(0, -4)), text.slice(-4));
    assert.equal(text.replace('010212', '010211').replace(`54${String(sum.length).padStart(2, '0')}${sum}`, '').slice(0, -4), issued.slice(0, -4));
    assert.ok((await page.locator('.pay__sum').innerText()).startsWith('Rp'));
    // A name beyond ASCII: lengths count characters, or with some issuers the bytes of UTF-8.
    for (const [name, template] of [[11, 21], [13, 23]]) {
      const head = issued.slice(0, -8) + `64${template}0002SU01${name}KOPI LÉRÉNG6304`;
      const bytes = await page.evaluate((code) => self.qrisText(code, '50000'), head + 'FFFF');
      const [told, drawn] = [Buffer.from(bytes, 'latin1').toString(), checksum(bytes.slice(0, -4))];
      assert.ok(told.includes('5405500005802ID') && told.includes(`01${name}KOPI LÉRÉNG6304`), told);
      assert.equal(drawn, told.slice(-4));
    }
    await more.click();
    assert.equal(await page.locator('.pay__code').isVisible(), false, 'a code of another sum must not stay');
  });
});

// CRC-16/CCITT-FALSE, as EMVCo has it.
function checksum(text) {
  let crc = 0xffff;
  for (const letter of text) {
    crc ^= letter.charCodeAt(0) << 8;
    for (let bit = 0; bit < 8; bit++) crc = (crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1) & 0xffff;
  }
  return crc.toString(16).toUpperCase().padStart(4, '0');
}
