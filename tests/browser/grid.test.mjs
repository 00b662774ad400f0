// One grid: where words, lines and cards begin on screens of every width, and that nothing is cut or left half empty.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DESKTOP, PHONE, withPage } from './lib/browser.mjs';
import { browser, host } from './lib/opened.mjs';
import { addressOf, samplePages } from './lib/site.mjs';
import { site } from './lib/under-test.mjs';

const WIDTHS = [360, 768, 1280, 1920];
const wide = (width) => ({ viewport: { width, height: 900 } });
const ofKind = (kind) => site.pages.filter((page) => page.kind === kind && page.language === 'id');

const open = (page, options, use) => withPage(browser, host.origin + addressOf(site, page), options, use);
/** Left edge, top, width and height of what is shown, in order. */
const boxes = (page, selector) => page.locator(selector).evaluateAll((list) => list.filter((one) => one.checkVisibility()).map((one) => {
  const { left, top, width, height } = one.getBoundingClientRect();
  return { left: Math.round(left), top: Math.round(top + scrollY), width: Math.round(width), height: Math.round(height) };
}));

const rowsOf = (cards) => [...new Set(cards.map((card) => card.top))].map((top) => cards.filter((card) => card.top === top));

describe('what stands on a page begins where its header begins', () => {
  const kinds = new Map(samplePages(site).filter((page) => page.html.includes('class="header__home"') && !/^(print-|portal-report)/.test(page.kind)).map((page) => [page.kind, page]));
  for (const page of kinds.values()) {
    test(page.file, async () => {
      for (const width of [360, 1280]) {
        await open(page, wide(width), async (opened) => {
          const off = await opened.evaluate(() => {
            const edge = document.querySelector('.header__home').getBoundingClientRect().left;
            const start = (one) => {
              const style = getComputedStyle(one);
              const drawn = parseFloat(style.borderBlockStartWidth) || parseFloat(style.borderBlockEndWidth);
              return one.getBoundingClientRect().left + (drawn ? 0 : parseFloat(style.paddingLeft));
            };
            const parts = [...document.querySelectorAll('main > *, main > * > h1, main > section > h2')].filter((one) => one.checkVisibility() && one.getBoundingClientRect().width > 1);
            return parts.filter((one) => !one.closest('.product__top') && !one.matches('.print-bar, .hits *') && Math.abs(start(one) - edge) > 1).map((one) => `${one.tagName}.${one.className} ${start(one)} not ${edge}`);
          });
          assert.deepEqual(off, [], `${width} px`);
        });
      }
    });
  }
});

describe('few goods under many headings stand in one grid', () => {
  const shops = ofKind('storefront').filter((page) => page.html.includes('catalogue--flow'));
  test('there are such shops', () => assert.ok(shops.length > 3, `${shops.length}`));
  for (const page of shops.slice(0, 4)) {
    test(`${page.file}: only the last row has room left, and cards of a row are equally high`, async () => {
      for (const width of WIDTHS) {
        await open(page, wide(width), async (opened) => {
          const rows = rowsOf(await boxes(opened, '.product-card'));
          const most = Math.max(...rows.map((row) => row.length));
          assert.ok(rows.slice(0, -1).every((row) => row.length === most), `${width} px: ${rows.map((row) => row.length)}`);
          for (const row of rows) assert.equal(new Set(row.map((card) => card.height)).size, 1, `${width} px: ${JSON.stringify(row)}`);
        });
      }
    });
  }

  test('the bar shows one heading alone, prices sort across headings, and both together', async () => {
    await open(shops[0], DESKTOP, async (page) => {
      const shown = () => page.locator('.product-card:visible').evaluateAll((cards) => cards.map((card) => Number(card.dataset.price)));
      const all = await shown();
      await page.locator('.sort select').selectOption('low');
      assert.deepEqual(await shown(), [...all].sort((a, b) => a - b));
      const chip = page.locator('.catalogue-nav a:not([data-all])').first();
      const count = Number(await chip.locator('span').innerText());
      await chip.click();
      assert.equal((await shown()).length, count);
      await page.locator('.sort select').selectOption('');
      await page.locator('.catalogue-nav [data-all]').click();
      assert.deepEqual(await shown(), all);
    });
  });

  test('an address with a heading shows its goods alone, and they are in sight', async () => {
    const id = shops[0].html.match(/href="(#k-[^"]+)"/)[1];
    await withPage(browser, host.origin + addressOf(site, shops[0]) + id, PHONE, async (page) => {
      const cards = await page.locator('.product-card:visible').count();
      assert.ok(cards > 0 && cards < (await page.locator('.product-card').count()));
      const top = await page.locator('.product-card:visible').first().evaluate((card) => card.getBoundingClientRect().top);
      assert.ok(top >= 0 && top < 400, `${top}`);
    });
  });

  test('without script each heading is seen, and the bar leads to it', async () => {
    await open(shops[0], { ...PHONE, javaScriptEnabled: false }, async (page) => {
      assert.equal((await boxes(page, '.category__name')).filter((name) => name.width > 20).length, await page.locator('.category').count());
      await page.locator('.catalogue-nav a[href^="#k-"]').last().click();
      assert.ok(await page.evaluate(() => scrollY) > 0);
    });
  });
});

test('a product without a photo has a low band, and what is told of it stands below that', async () => {
  const plain = ofKind('product').find((one) => /class="gallery__photo"><span class="tile"/.test(one.html) && one.html.includes('id="keterangan-judul"'));
  assert.ok(plain, 'the demo has a product without a photo');
  await open(plain, DESKTOP, async (opened) => {
    const [tile] = await boxes(opened, '.gallery .tile');
    const [part] = await boxes(opened, '.product__part');
    const [buy] = await boxes(opened, '.product__buy');
    assert.ok(tile.height < tile.width / 2 && buy.left > tile.left + tile.width, JSON.stringify({ tile, buy }));
    assert.ok(part.left === tile.left && part.top - tile.top - tile.height < 60, JSON.stringify({ tile, part }));
  });
});

test('on paper a card asks for nothing', async () => {
  await open(ofKind('storefront').find((page) => page.html.includes('product-card__add')), DESKTOP, async (page) => {
    await page.emulateMedia({ media: 'print' });
    assert.deepEqual(await boxes(page, '.product-card__add'), []);
    assert.ok((await boxes(page, '.product-card')).length > 1);
  });
});

describe('a poster says all of it', () => {
  for (const page of ofKind('print-poster')) {
    test(page.file, async () => open(page, wide(794), async (opened) => {
      await opened.emulateMedia({ media: 'print' });
      const cut = await opened.locator('.poster__words').evaluate((words) => words.scrollHeight - words.clientHeight);
      assert.ok(cut <= 0, `${cut} px are cut`);
      const [photo] = await boxes(opened, '.poster__photo img');
      const [words] = await boxes(opened, '.poster__words h2');
      assert.ok(!photo || photo.top + photo.height <= words.top, 'the name lies on the photo');
    }));
  }
});
