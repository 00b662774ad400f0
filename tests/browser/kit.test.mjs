// The kit for founders at a school, the lessons and the screens: on paper, by keyboard, and on a projector.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withPage } from './lib/browser.mjs';
import { browser, host } from './lib/opened.mjs';
import { addressOf, samplePages } from './lib/site.mjs';
import { site } from './lib/under-test.mjs';

const PROJECTOR = { viewport: { width: 1280, height: 720 } };
const A4 = '595,842';
// On a screen of 720 pixels the last row of a classroom reads what is at least a twenty-fifth of its height.
const SMALLEST_PX = 28;

const of = (kind) => {
  const pages = site.pages.filter((page) => page.kind === kind);
  assert.ok(pages.length > 0, `no page of kind ${kind}`);
  return pages;
};
const open = (page, options, use) => withPage(browser, host.origin + addressOf(site, page), options, use);

for (const [kind, count] of [['daftar', 1], ['peran', 1], ['notulen', 2], ['rat', 1], ['kas', 2]]) {
  test(`the sheet ${kind} is ${count} of A4, and nothing else of its page is on them`, async () => {
    for (const sheet of of(`youth-kit-${kind}`)) {
      await open(sheet, {}, async (page) => {
        const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
        const boxes = [...pdf.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)].map((box) => [Math.round(box[1]), Math.round(box[2])].join());
        assert.deepEqual(boxes, Array(count).fill(A4), sheet.file);
        await page.emulateMedia({ media: 'print' });
        for (const part of await page.locator('.masthead, .colophon, .sheet__intro, .band').all()) assert.equal(await part.isVisible(), false, sheet.file);
      });
    }
  });
}

test('boxes are ticked by keyboard, printed as boxes, and forgotten', async () => {
  const sheet = of('youth-kit-daftar')[0];
  await open(sheet, {}, async (page) => {
    const boxes = page.locator('.checks input');
    await boxes.first().focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    assert.equal(await page.locator('.checks input:checked').count(), 2);
    assert.equal(await boxes.nth(1).evaluate((box) => box === document.activeElement), true);
    await page.emulateMedia({ media: 'print' });
    const { width, border } = await boxes.nth(2).evaluate((box) => ({ width: box.getBoundingClientRect().width, border: getComputedStyle(box).borderTopStyle }));
    assert.ok(width > 10 && border === 'solid', `${width} ${border}`);
    await page.reload();
    assert.equal(await page.locator('.checks input:checked').count(), 0);
  });
});

test('the cash book is there as a workbook and as a table', async () => {
  const sheet = of('youth-kit-kas')[0];
  await open(sheet, {}, async (page) => {
    const links = await page.locator('a[download]').evaluateAll((links) => links.map((link) => link.href));
    assert.deepEqual(links.map((link) => link.split('.').pop()), ['xlsx', 'csv']);
    for (const link of links) {
      const answer = await page.request.get(link);
      assert.equal(answer.status(), 200, link);
      const bytes = await answer.body();
      assert.deepEqual([...bytes.subarray(0, 3)], link.endsWith('csv') ? [0xef, 0xbb, 0xbf] : [0x50, 0x4b, 0x03], link);
    }
  });
});

test('on a projector each screen fits, is read from the last row, and keys move on', async () => {
  for (const slides of samplePages(site).filter((page) => page.kind === 'youth-proyektor')) {
    await open(slides, PROJECTOR, async (page) => {
      const screens = await page.locator('.slide').evaluateAll((all) => all.map((slide) => {
        const words = [...slide.querySelectorAll('.slide__body *')].filter((part) => [...part.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim()));
        const shown = words.filter((part) => part.getClientRects().length > 0);
        return { height: slide.offsetHeight, wide: slide.scrollWidth > slide.clientWidth, smallest: Math.min(...shown.map((part) => parseFloat(getComputedStyle(part).fontSize))) };
      }));
      for (const [index, { height, wide, smallest }] of screens.entries()) {
        assert.ok(height <= 720 && !wide && smallest >= SMALLEST_PX, `${slides.file}, screen ${index + 1}: ${height} high, ${smallest} px${wide ? ', too wide' : ''}`);
      }
    });
  }
  await open(of('youth-proyektor')[0], PROJECTOR, async (page) => {
    const at = () => page.evaluate(() => [...document.querySelectorAll('.slide')].findIndex((slide) => Math.abs(slide.getBoundingClientRect().top) < 80));
    // Still: the same place for thirty frames, after the browser has come to the stop that it chose.
    const still = () => page.evaluate(() => new Promise((resolve) => {
      let [place, frames] = [scrollY, 0];
      const look = () => {
        [place, frames] = [scrollY, scrollY === place ? frames + 1 : 0];
        if (frames === 30) resolve(); else requestAnimationFrame(look);
      };
      look();
    }));
    for (const [key, expected] of [['Space', 1], ['PageDown', 2], ['ArrowDown', 3], ['PageUp', 2]]) {
      await page.keyboard.press(key);
      await still();
      assert.equal(await at(), expected, key);
    }
    await page.locator('.slide').nth(6).locator('summary').focus();
    await page.keyboard.press('Enter');
    assert.equal(await page.locator('.slide details[open]').count(), 1);
    assert.ok((await page.locator('.slide').nth(6).evaluate((slide) => slide.offsetHeight)) <= 720);
  });
});

test('lessons fold their answers, and print as a worksheet without them', async () => {
  await open(of('youth-guru')[0], {}, async (page) => {
    const first = page.locator('.lesson details').first();
    assert.equal(await first.locator('.lesson__answer').isVisible(), false);
    await first.locator('summary').focus();
    await page.keyboard.press('Enter');
    assert.equal(await first.locator('.lesson__answer').isVisible(), true);
    await page.emulateMedia({ media: 'print' });
    for (const answer of await page.locator('.lesson__answer').all()) assert.equal(await answer.isVisible(), false);
  });
});
