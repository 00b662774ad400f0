// A phone of some years ago: no container queries, no `:has()`, no lazy loading, no WebP. Everything is there to read, and
// everything works that a buyer needs. One engine stands for it, since what it does not know is taken out by the host.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ordersOf, readOrder } from '../browser/checks/order.mjs';
import { layoutFaults } from '../browser/checks/layout.mjs';
import { shownOn } from '../browser/checks/visit.mjs';
import { heaviestPages } from '../browser/lib/site.mjs';
import { none, site } from '../browser/lib/under-test.mjs';
import { inEachEngine } from './lib/engines.mjs';
import { asOldPhone, oldStyles } from './lib/old_phone.mjs';

const OLD = { change: asOldPhone, engines: ['Chromium'] };
const pages = heaviestPages(site);
const shop = site.pages.find((page) => page.kind === 'storefront' && page.language === 'id' && page.html.includes('data-add='));

test('styles lose what such a phone does not know, and nothing else', () => {
  for (const [css, wanted] of [
    ['a{color:red}@container (max-width:3rem){a{color:blue}}b{top:0}', 'a{color:red}b{top:0}'],
    ['@layer a{p:has(b),i{top:0}p:not(:has(b)){top:0}u{top:0}}', '@layer a{u{top:0}}'],
    ['@supports selector(:has(*)){a{top:0}}@media print{a:has(b){top:0}i{top:1px}}', '@media print{i{top:1px}}'],
    ['a{container-type:inline-size;font-size:min(1rem,50cqi/2);content:"{;}:has("}', 'a{content:"{;}:has("}'],
    ['@layer a,b;@font-face{font-family:"x}"}', '@layer a,b;@font-face{font-family:"x}"}'],
  ]) assert.equal(oldStyles(css), wanted);
});

test('the site uses what is taken out, so that taking it out shows something', () => {
  for (const part of ['@container', ':has(', 'cqi', ' loading="lazy"', 'type="image/webp"']) {
    assert.ok(pages.some((page) => page.html.includes(part)), part);
  }
});

// The portal's pictures are of summaries, which have WebP only: they adorn names that stand beside them.
const forgive = ({ host }) => host.faults.splice(0, Infinity, ...host.faults.filter((fault) => !/^(415|not loaded: IMG).*\.webp$|status of 415/.test(fault)));

let modern;
inEachEngine('a phone of today, to compare with', async (visitor) => {
  modern = new Map();
  for (const page of pages) {
    await visitor.open(page);
    modern.set(page, await shownOn(visitor));
  }
}, { engines: ['Chromium'] });

inEachEngine('an old phone shows every word, photo and way to order', async (visitor) => {
  const faults = [];
  for (const page of pages) {
    await visitor.open(page);
    const [today, old] = [modern.get(page), await shownOn(visitor)];
    const lost = (now, then) => [...new Set(now)].filter((one) => !then.includes(one));
    // A filter that only styles can work is not there without them.
    const filters = (await visitor.evaluate(() => [...document.querySelectorAll('.picks label')].map((label) => label.textContent.trim().toLowerCase()).join(' '))).split(' ');
    faults.push(...lost(today.words, [...old.words, ...filters]).map((word) => `${page.file}: the word ${word} is not there`));
    faults.push(...lost(today.photos, old.photos).map((photo) => `${page.file}: the photo ${photo} is not there`));
    const orders = (links) => links.filter((link) => readOrder(link)?.message).length;
    if (orders(old.links) < orders(today.links)) faults.push(`${page.file}: ${orders(old.links)} of ${orders(today.links)} ways to order`);
    if (page.kind === 'product' && ordersOf(page).length > 0 && orders(old.links) === 0) faults.push(`${page.file}: no way to order`);
    const hollow = await visitor.evaluate(() => [...document.images].filter((image) => image.alt && image.checkVisibility() && image.naturalWidth === 0).map((image) => image.src));
    faults.push(...hollow.map((photo) => `${page.file}: ${photo} does not show`));
  }
  forgive(visitor);
  none(faults);
}, OLD);

inEachEngine('an old phone has nothing too wide or cut off', async (visitor) => {
  const faults = [];
  for (const page of pages) {
    await visitor.open(page);
    faults.push(...(await layoutFaults(visitor)).map((fault) => `${page.file} (${page.kind}): ${fault}`));
  }
  forgive(visitor);
  none(faults);
}, OLD);

inEachEngine('an old phone fills its basket and sends it', async (visitor) => {
  await visitor.open(shop);
  const name = await visitor.attribute('.product-card .add', 'data-name');
  await visitor.click('.product-card .add');
  assert.equal(await visitor.text('.basket-link b'), '1');
  await visitor.follow('.basket-link');
  assert.ok(readOrder(await visitor.attribute('.basket__form a.action', 'href')).message.includes(`1 × ${name}`));
}, OLD);
