// Paper: what Chromium makes of the sheets as PDF, and what a camera reads of the codes on them.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launch, withPage } from './lib/browser.mjs';
import { read } from './lib/camera.mjs';
import { serve } from './lib/host.mjs';
import { addressOf, samplePages } from './lib/site.mjs';
import { site } from './lib/under-test.mjs';

const A4 = [595, 842];
const A3 = [842, 1191];
const LABELS_PER_SHEET = 14;

const sheets = samplePages(site).filter((page) => /^(print-|youth-poster)/.test(page.kind ?? ''));
let browser;
let host;

before(async () => {
  for (const kind of ['print-poster', 'print-prices', 'print-labels', 'print-form', 'youth-poster']) {
    assert.ok(sheets.some((page) => page.kind === kind), `no page of kind ${kind}`);
  }
  host = await serve(site.folder, site.base);
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await host?.close();
});

const withSheet = (page, fragment, use) => withPage(browser, host.origin + addressOf(site, page) + fragment, {}, use);

/** Width and height of each page of a PDF, in points. Reads the page objects, which Chromium writes as text. */
async function paper(page) {
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
  const count = pdf.match(/\/Type\s*\/Page(?!s)/g).length;
  const boxes = [...pdf.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)].map((box) => [Number(box[1]), Number(box[2])].map(Math.round));
  assert.equal(boxes.length, count);
  return boxes;
}

for (const sheet of sheets) {
  describe(`${sheet.kind} (${sheet.file})`, () => {
    test('comes out of the printer as whole sheets of A4', async () => {
      await withSheet(sheet, '', async (page) => {
        const pages = await paper(page);
        assert.deepEqual(new Set(pages.map(String)), new Set([String(A4)]));
        const labels = await page.locator('.label').count();
        const rows = await page.locator('.price-list tbody tr').count();
        // A row is at least eight millimetres high, and a page has 271 for them.
        const [least, most] = {
          'print-labels': [Math.ceil(labels / LABELS_PER_SHEET), Math.ceil(labels / LABELS_PER_SHEET)],
          'print-prices': [1, 1 + Math.ceil((rows * 16) / 271)],
        }[sheet.kind] ?? [1, 1];
        assert.ok(pages.length >= least && pages.length <= most, `${pages.length} pages, not ${least} to ${most}`);
      });
    });

    test('carries a code that a camera reads, and that leads to the site', async () => {
      await withSheet(sheet, '', async (page) => {
        const selector = { 'print-poster': '.poster__code', 'print-labels': '.label__code', 'youth-poster': '.school__code' }[sheet.kind] ?? '.sheet-head__code img';
        await page.emulateMedia({ media: 'print' });
        const found = await read(page, selector);
        assert.ok(found?.startsWith(site.root), `the code says ${found}`);
        const file = `${found.slice(site.root.length)}index.html`;
        assert.ok(site.files.has(file), `${file} is not there`);
        assert.equal(site.pages.find((one) => one.file === file).kind, { 'youth-poster': 'youth', 'print-labels': 'product' }[sheet.kind] ?? 'storefront');
      });
    });
  });
}

test('the poster for schools has a second size, A3', async () => {
  const poster = sheets.find((page) => page.kind === 'youth-poster');
  await withSheet(poster, '#a3', async (page) => assert.deepEqual(await paper(page), [A3]));
});

test('nothing of a page but its sheet goes on paper', async () => {
  for (const sheet of sheets.filter((page, index) => sheets.findIndex((one) => one.kind === page.kind) === index)) {
    await withSheet(sheet, '', async (page) => {
      await page.emulateMedia({ media: 'print' });
      const around = page.locator('.header, .footer, .print-bar, .masthead, .colophon, .school__intro');
      for (const part of await around.all()) assert.equal(await part.isVisible(), false, sheet.file);
    });
  }
});

test('every other page prints without what only a screen needs', async () => {
  for (const kind of ['storefront', 'product', 'basket', 'story', 'join', 'report', 'youth']) {
    const sample = site.pages.find((page) => page.kind === kind);
    await withSheet(sample, '', async (page) => {
      await page.emulateMedia({ media: 'print' });
      for (const part of await page.locator('.languages, .masthead__languages, .skip, .share').all()) {
        assert.equal(await part.isVisible(), false, `${sample.file}: ${await part.innerText()}`);
      }
    });
  }
});

test('what a storefront folds on a screen is whole on paper', async () => {
  const folded = 'details > :not(summary)';
  const sample = site.pages.find((page) => page.kind === 'storefront');
  await withSheet(sample, '', async (page) => {
    const seen = () => page.locator(folded).evaluateAll((parts) => parts.map((part) => part.checkVisibility()));
    assert.ok((await seen()).length > 0 && (await seen()).every((is) => !is), 'nothing is folded on the screen');
    await page.emulateMedia({ media: 'print' });
    assert.ok((await seen()).every(Boolean), 'folded on paper too');
    assert.equal(await page.locator('.about__more summary').isVisible(), false);
  });
});
