// Without a network: what was visited can be read and says of which day it is; with it, the newest comes first.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { PHONE, launch } from './lib/browser.mjs';
import { serve } from './lib/host.mjs';
import { addressOf } from './lib/site.mjs';
import { site } from './lib/under-test.mjs';

const folder = mkdtempSync(path.join(os.tmpdir(), 'etalase-offline-'));
let browser;
let host;
before(async () => {
  cpSync(site.folder, folder, { recursive: true });
  host = await serve(folder, site.base);
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await host?.close();
  rmSync(folder, { recursive: true });
});

const shop = site.pages.find((page) => page.kind === 'storefront' && page.language === 'id');
const below = shop.file.replace(/index\.html$/, '');
const product = site.pages.find((page) => page.kind === 'product' && page.file.startsWith(`${below}produk/`));
const unseen = site.pages.find((page) => page.kind === 'join' && page.file.startsWith(`${below}gabung/`));

/** Closes the host meanwhile. Chromium 148 lets a service worker's own requests through `setOffline`. */
async function withoutHost(use) {
  await host.close();
  try {
    await use();
  } finally {
    await host.reopen();
  }
}

test('a visited page, the basket and a page that was never opened, without a network', async () => {
  const context = await browser.newContext(PHONE);
  const page = await context.newPage();
  const open = (one) => page.goto(host.origin + addressOf(site, one));
  const line = () => page.locator('.offline').isVisible();
  await open(shop);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller) await new Promise((done) => navigator.serviceWorker.addEventListener('controllerchange', done));
  });
  await open(product);
  assert.equal(await line(), false);
  const words = await page.locator('main').innerText();
  await withoutHost(async () => {
    await page.reload();
    assert.equal(await page.locator('main').innerText(), words);
    assert.match(await page.locator('.offline').innerText(), /tanpa internet.*\d{4}/);
    assert.ok(await page.locator('main img').first().evaluate((image) => image.complete && image.naturalWidth > 0));
    await page.goto(`${host.origin}${site.base}${below}keranjang/`);
    assert.ok(await page.locator('.line').count() > 0 && await line());
    // Its script came with it: without one it has no amounts.
    await page.locator('.line__count').first().waitFor();
    await open(unseen);
    assert.match(page.url(), /\/luring\/$/);
    assert.ok(await line());
  });
  await open(unseen);
  assert.equal(await page.locator('body').getAttribute('data-page'), 'join');
  await context.close();
});

test('a new version of a page is shown at the next visit', async () => {
  const context = await browser.newContext(PHONE);
  const page = await context.newPage();
  await page.goto(host.origin + addressOf(site, shop));
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  await page.reload();
  const file = path.join(folder, shop.file);
  writeFileSync(file, readFileSync(file, 'utf8').replace(/<h1([^>]*)>[^<]*</, '<h1$1>Judul baru<'));
  await page.reload();
  assert.equal(await page.locator('h1').innerText(), 'Judul baru');
  await withoutHost(async () => {
    await page.reload();
    assert.equal(await page.locator('h1').innerText(), 'Judul baru');
  });
  await context.close();
});

test('a photo that was missing once is shown when it is back under its name', async () => {
  const context = await browser.newContext(PHONE);
  const page = await context.newPage();
  await page.goto(host.origin + addressOf(site, shop));
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller) await new Promise((done) => navigator.serviceWorker.addEventListener('controllerchange', done));
  });
  const isLoaded = () => page.evaluate(async (address) => {
    const image = new Image();
    image.src = address;
    return image.decode().then(() => true, () => false);
  }, `${host.origin}${site.base}aset/hilang-0123456789abcdef.svg`);
  // This host lets browsers keep every answer for ten minutes, 404 like any other.
  assert.equal(await isLoaded(), false);
  writeFileSync(path.join(folder, 'aset/hilang-0123456789abcdef.svg'), '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
  assert.equal(await isLoaded(), true);
  await context.close();
});

test('the worker begins when the page and its photos are there', async () => {
  const context = await browser.newContext(PHONE);
  const page = await context.newPage();
  await page.addInitScript(() => {
    const worker = ServiceWorkerContainer.prototype;
    const { register } = worker;
    worker.register = function (...given) {
      window.stateAtRegister = document.readyState;
      return register.apply(this, given);
    };
  });
  // A photo that takes its time, as on a slow line.
  await page.route(/\/foto\//, async (route) => {
    await new Promise((done) => setTimeout(done, 300));
    await route.continue();
  });
  await page.goto(host.origin + addressOf(site, product));
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  assert.equal(await page.evaluate(() => window.stateAtRegister), 'complete');
  await context.close();
});
