// From the portal to an order, in each engine: front page, shop, product, choices, basket, message.
import assert from 'node:assert/strict';
import { readOrder } from '../browser/checks/order.mjs';
import { site } from '../browser/lib/under-test.mjs';
import { inEachEngine } from './lib/engines.mjs';

/** The shop whose goods are bought: one with choices, wholesale prices, and goods of which one is enough. */
const FOLDER = 'kopontren-nurul-bukit/';
const inIndonesian = (kind, has = '') => site.pages.find((page) => page.file.startsWith(FOLDER) && page.kind === kind && page.language === 'id' && page.html.includes(has));
const shop = inIndonesian('storefront', 'data-add=');
const basket = inIndonesian('basket');
const choices = inIndonesian('product', 'class="variant"');
const shown = (amount) => `Rp\u00a0${String(amount).replace(/\B(?=(\d{3})+$)/g, '.')}`;
const SEND = '.basket__form a.action';
const message = async (visitor) => readOrder(await visitor.attribute(SEND, 'href'));
const lines = (visitor) => visitor.evaluate(() => [...document.querySelectorAll('.line')].map((line) => ({ ...line.dataset })));
const more = (key) => `[data-key="${key}"] [data-step="1"]`;

inEachEngine('a visitor comes from the front page to a shop and to a product', async (visitor) => {
  await visitor.open('index.html');
  for (const kind of ['storefront', 'product']) {
    const places = site.pages.filter((page) => page.kind === kind && page.language === 'id').map(visitor.url);
    const at = await visitor.evaluate((wanted) => {
      const link = [...document.querySelectorAll('main a[href]')].find((one) => wanted.includes(one.href) && one.checkVisibility());
      link?.setAttribute('data-next', '');
      return link?.innerText ?? null;
    }, places);
    assert.notEqual(at, null, `no link to a ${kind}`);
    await visitor.follow('[data-next]');
    assert.equal(await visitor.attribute('body', 'data-page'), kind);
    const photos = await visitor.evaluate(() => [...document.images].filter((image) => image.complete && image.naturalWidth > 0).length);
    assert.ok(photos > 0, `no photo on a ${kind}`);
  }
  assert.ok(readOrder(await visitor.attribute('.product a.action', 'href'))?.message, 'a way to order');
});

inEachEngine('goods go into the basket from a card and from a page, and outlive a reload', async (visitor) => {
  await visitor.open(shop);
  const card = '.product-card:has(.add) ';
  const name = await visitor.text(`${card}h3, ${card}h4`);
  const key = await visitor.attribute(`${card}.add`, 'data-add');
  const page = await visitor.evaluate(() => location.href);
  await visitor.click(`${card}.add`);
  assert.equal(await visitor.evaluate(() => location.href), page, 'the button lies above the link of the card');
  assert.equal(await visitor.text('.basket-link b'), '1');
  await visitor.open(choices);
  const second = await visitor.evaluate(() => ({ ...document.querySelector('.variant :checked ~ .variant__of .add').dataset }));
  await visitor.click('.variant :checked ~ .variant__of .add');
  assert.equal(await visitor.text('.basket-link b'), '2');
  await visitor.follow('.basket-link');
  const of = (await lines(visitor)).find((line) => line.key === key);
  await visitor.click(more(key));
  const sum = Number(of.amount) * 2 + Number(second.amount);
  for (const moment of ['at once', 'after a reload']) {
    assert.equal(await visitor.text(`[data-key="${key}"] output`), '2', moment);
    assert.ok((await visitor.text('.basket__sum')).includes(shown(sum)), `${moment}: ${await visitor.text('.basket__sum')} is not ${sum}`);
    const { number, message: text } = await message(visitor);
    assert.match(number, /^62\d+$/);
    assert.ok(text.includes(`2 × ${name}`) && text.includes(`1 × ${second.name}`) && text.includes(shown(sum)), text);
    assert.match(text, /Kode pesanan: [A-Z0-9]{5}/);
    await visitor.reload();
    await visitor.until(() => document.querySelector('.line.is-in') !== null);
  }
});

inEachEngine('an amount goes up and down, and the wholesale price begins where it should', async (visitor) => {
  await visitor.open(basket);
  const tiered = (await lines(visitor)).find((line) => line.tiers && line.stock === 'available' && line.minimum === '1');
  const [from, price] = tiered.tiers.split(' ')[0].split(':').map(Number);
  await visitor.goto('about:blank');
  await visitor.goto(`${visitor.url(basket)}#${tiered.key}_${from - 1}`);
  assert.ok((await message(visitor)).message.includes(shown(tiered.amount * (from - 1))));
  await visitor.click(more(tiered.key));
  const { message: text } = await message(visitor);
  assert.ok(text.includes(`${from} × ${tiered.name}`) && text.includes(shown(price * from)), text);
  await visitor.click(more(tiered.key).replace('"1"', '"-1"'));
  assert.ok((await message(visitor)).message.includes(shown(tiered.amount * (from - 1))));
});

inEachEngine('what a buyer writes stands in the message', async (visitor) => {
  await visitor.open(basket);
  const line = (await lines(visitor)).find((one) => one.amount && one.stock === 'available');
  await visitor.click(more(line.key));
  await visitor.fill('[name=who]', 'Bu Siti & Asep');
  await visitor.fill('[name=note]', 'Antar jam 7, 100 % dingin');
  const { message: text } = await message(visitor);
  assert.ok(text.includes('Bu Siti & Asep') && text.includes('Antar jam 7, 100 % dingin'), text);
});

inEachEngine('each choice of a product has its own price, state and order', async (visitor) => {
  await visitor.open(choices);
  const rows = await visitor.evaluate(() => [...document.querySelectorAll('.variant')].map((row) => ({
    name: row.querySelector('.variant__name').innerText,
    cost: row.querySelector('.variant__cost').innerText.replace(/\u00a0/g, ' '),
    price: row.querySelector('.price__amount').textContent.replace(/\u00a0/g, ' '),
    href: row.querySelector('a.action').href,
    isShown: row.querySelector('label').checkVisibility(),
    isOrdered: row.querySelector('a.action').checkVisibility(),
    isChosen: row.querySelector('input').checked,
  })));
  assert.ok(rows.length > 1 && rows.every((row) => row.isShown));
  for (const { name, cost, price, href, isOrdered, isChosen } of rows) {
    assert.deepEqual([cost, isOrdered], [price, isChosen], 'what is chosen is what the page orders');
    const { message: text } = readOrder(href);
    assert.ok(text.includes(name), text);
    // What is sold out is asked for.
    if (/Jumlah/.test(text)) assert.ok(text.replace(/\u00a0/g, ' ').includes(price), `${price}: ${text}`);
  }
});

inEachEngine('the way to the shop is a link to a map', async (visitor) => {
  await visitor.open(shop);
  const ways = await visitor.evaluate(() => [...document.querySelectorAll('a[href*="google.com/maps"], a[href^="geo:"]')].map((link) => {
    let part = link;
    for (part = link; part; part = part.parentElement) if (part.tagName === 'DETAILS') part.open = true;
    return { href: link.getAttribute('href'), isShown: link.checkVisibility(), words: link.innerText.trim() };
  }));
  assert.ok(ways.length > 0 && ways.every((way) => way.isShown && way.words), JSON.stringify(ways));
  assert.match(ways.map((way) => way.href).join(' '), /geo:-?\d+\.\d+,\d+\.\d+|destination=-?\d+\.\d+%2C\d+\.\d+/);
});
