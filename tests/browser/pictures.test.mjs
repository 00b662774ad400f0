// What a cheap phone downloads of the photos of a built site.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pictureCount, pictureFaults } from './checks/pictures.mjs';
import { PHONE, withPage } from './lib/browser.mjs';
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

test('who saves data gets photos further down in their smallest size', async () => {
  const saving = (page) => page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
  await withPage(browser, url(pages.find((page) => page.kind === 'storefront')), { ...PHONE, before: saving }, async (page) => {
    const photos = await page.locator('picture:has(source):has(img[loading=lazy])').evaluateAll(async (pictures) => {
      // Nearer ones are asked for before any script runs: 2500 px below the screen where a network seems slow.
      const far = pictures.filter((picture) => picture.getBoundingClientRect().top > innerHeight + 2600);
      const seen = [];
      for (const picture of far) {
        const image = picture.querySelector('img');
        image.scrollIntoView();
        await image.decode();
        const smallest = picture.querySelector('source').srcset.split(',')[0].trim().split(' ')[0];
        seen.push([image.currentSrc, new URL(smallest, location).href]);
      }
      return seen;
    });
    assert.ok(photos.length > 0);
    for (const [taken, smallest] of photos) assert.equal(taken, smallest);
  });
});
