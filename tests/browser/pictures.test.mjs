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
  const before = async (page) => {
    await page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
    await page.addInitScript(pushedDown);
  };
  await withPage(browser, url(pages.find((page) => page.kind === 'storefront')), { ...PHONE, before }, async (page) => {
    const photos = await page.locator('picture:has(source):has(img[loading=lazy])').evaluateAll(async (pictures) => {
      const seen = [];
      for (const picture of pictures) {
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

// A browser asks for the nearer ones before any script runs: the slower the network seems to it, the further down (up to 8000 px).
function pushedDown() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('picture:has([loading=lazy]) { display: block; margin-top: 20000px }');
  document.adoptedStyleSheets = [sheet];
}
