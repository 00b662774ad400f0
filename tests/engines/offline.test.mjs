// After a visit, without a network, in each engine. The host is closed: no driver but Chromium's cuts off a worker.
import assert from 'node:assert/strict';
import { site } from '../browser/lib/under-test.mjs';
import { inEachEngine } from './lib/engines.mjs';

const shop = site.pages.find((page) => page.kind === 'storefront' && page.language === 'id');
const below = shop.file.replace(/index\.html$/, '');
const product = site.pages.find((page) => page.kind === 'product' && page.file.startsWith(`${below}produk/`));
const unseen = site.pages.find((page) => page.kind === 'join' && page.file.startsWith(`${below}gabung/`));
const isControlled = () => navigator.serviceWorker.ready.then(() => navigator.serviceWorker.controller !== null);

inEachEngine('a visited page, the basket and a page that was never opened are there without a network', async (visitor) => {
  await visitor.open(shop);
  await visitor.until(isControlled);
  await visitor.open(product);
  assert.equal(await visitor.isVisible('.offline'), false);
  const words = await visitor.text('main');
  await visitor.withoutHost(async () => {
    await visitor.reload();
    await visitor.until(() => document.querySelector('.offline')?.checkVisibility() === true);
    assert.equal(await visitor.text('main'), words);
    assert.match(await visitor.text('.offline'), /tanpa internet.*\d{4}/);
    assert.ok(await visitor.evaluate(() => document.querySelector('main img').naturalWidth > 0), 'its photo');
    await visitor.open(`${below}keranjang/index.html`);
    await visitor.click('.line [data-step="1"]');
    assert.match(decodeURIComponent(await visitor.attribute('.basket__form a.action', 'href')), /Kode pesanan/);
    await visitor.open(unseen);
    await visitor.until(() => location.pathname.endsWith('/luring/') && document.querySelector('.offline')?.checkVisibility() === true);
  });
  await visitor.open(unseen);
  assert.equal(await visitor.attribute('body', 'data-page'), 'join');
  assert.equal(await visitor.isVisible('.offline'), false);
});

inEachEngine('what was searched is there without a network', async (visitor) => {
  const search = `${visitor.url('cari/index.html')}?q=susu`;
  await visitor.goto(search);
  await visitor.until(isControlled);
  await visitor.reload();
  await visitor.until(() => document.querySelector('.hit') !== null);
  await visitor.withoutHost(async () => {
    await visitor.goto(search);
    await visitor.until(() => document.querySelector('.hit') !== null);
  });
});
