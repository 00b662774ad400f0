// A built site in the browser: every part of every kind of page, as a visitor with a cheap phone meets it. Under a path,
// one page of each kind.
import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import path from 'node:path';
import { describe, test } from 'node:test';
import { accessFaults } from './checks/access.mjs';
import { layoutFaults } from './checks/layout.mjs';
import { scriptFaults, shownOn, visitFaults } from './checks/visit.mjs';
import { DESKTOP, PHONE, withPage } from './lib/browser.mjs';
import { browser, host } from './lib/opened.mjs';
import { addressOf, heaviestPages, samplePages } from './lib/site.mjs';
import { isWhole, none, site } from './lib/under-test.mjs';

/** All that is looked at on one page, by what is asked: a page is opened once with script on each kind of screen. */
async function lookAt(url) {
  const found = {};
  let shown;
  found.visit = await visitFaults(browser, url, async (page) => {
    if (!isWhole) return;
    shown = await shownOn(page);
    found.access = await accessFaults(page, 'phone');
    found.layout = await layoutFaults(page);
  });
  if (isWhole) {
    found.access.push(...await withPage(browser, url, DESKTOP, (page) => accessFaults(page, 'desktop')));
    found.script = await scriptFaults(browser, url, shown);
  }
  return found;
}

for (const page of isWhole ? samplePages(site) : heaviestPages(site)) {
  describe(`${page.kind} (${page.file})`, () => {
    let looked;
    const found = async (question) => (await (looked ??= lookAt(host.origin + addressOf(site, page))))[question];
    test('asks no third party, writes nothing to the console, breaks no policy', async () => none(await found('visit')));
    if (isWhole) {
      test('passes axe on phone and desktop, light and dark', async () => none(await found('access')));
      test('fits a narrow screen and large letters', async () => none(await found('layout')));
      test('is whole without script', async () => none(await found('script')));
    }
  });
}

test('the host shows 404.html for an address that is not there, at any depth', async () => {
  const url = `${host.origin}${site.base}tidak/ada/di-sini`;
  none(await visitFaults(browser, url));
  await withPage(browser, url, PHONE, async (page) => {
    const home = await page.locator('a[href]').evaluateAll((links) => links.map((link) => link.href));
    assert.ok(home.includes(host.origin + site.base), `no link to the front page among ${home.join(' ')}`);
  });
});

test('a visitor comes from the front page to a shop and to a product', async () => {
  const front = site.pages.find((page) => page.file === 'index.html');
  await withPage(browser, host.origin + site.base, PHONE, async (page) => {
    for (const kind of ['storefront', 'product']) {
      const places = site.pages.filter((one) => one.kind === kind && one.language === front.language).map((one) => host.origin + addressOf(site, one));
      if (places.includes(page.url())) continue;
      const found = await page.locator('main a[href]').evaluateAll((links, wanted) => links.findIndex((link) => wanted.includes(link.href)), places);
      assert.notEqual(found, -1, `no link to a ${kind} on ${page.url()}`);
      await Promise.all([page.waitForNavigation(), page.locator('main a[href]').nth(found).evaluate((link) => link.click())]);
      assert.equal(await page.locator('body').getAttribute('data-page'), kind);
    }
    assert.ok(page.url().startsWith(host.origin + site.base));
  });
});

if (isWhole) test('a page opens from a memory stick, with its style and photos', async () => {
  const page = site.pages.find((one) => one.kind === 'storefront');
  await withPage(browser, pathToFileURL(path.join(site.folder, page.file)).href, PHONE, async (opened) => {
    const facts = await opened.evaluate(() => ({
      sheets: [...document.styleSheets].length,
      paper: getComputedStyle(document.body).backgroundColor + getComputedStyle(document.documentElement).backgroundColor,
      photos: [...document.images].filter((image) => image.complete && image.naturalWidth > 0).length,
    }));
    assert.ok(facts.sheets > 0 && facts.photos > 0 && !/^rgba\(0, 0, 0, 0\)rgba\(0, 0, 0, 0\)$/.test(facts.paper), JSON.stringify(facts));
  });
});
