// What a cheap phone downloads of the photos of a built site.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pictureCount, pictureFaults } from './checks/pictures.mjs';
import { browser, host } from './lib/opened.mjs';
import { addressOf, samplePages } from './lib/site.mjs';
import { none, site } from './lib/under-test.mjs';

// Sheets are made for paper, which wants more pixels than a phone.
const pages = samplePages(site).filter((page) => !page.kind.startsWith('print-'));
const url = (page) => host.origin + addressOf(site, page);

for (const page of pages) {
  test(`${page.kind} (${page.file}) gives a phone pictures of the right size`, async () => none(await pictureFaults(browser, url(page))));
}

test('storefront and product show photos in a choice of sizes', async () => {
  for (const kind of ['storefront', 'product']) {
    assert.ok(await pictureCount(browser, url(pages.find((page) => page.kind === kind))) > 0, `none on the ${kind}`);
  }
});
