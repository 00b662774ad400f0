// The simulator of the youth pages: the cases that were worked out by hand, and nothing kept after them.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { test } from 'node:test';
import { PHONE, withPage } from './lib/browser.mjs';
import { browser, host } from './lib/opened.mjs';
import { addressOf } from './lib/site.mjs';
import { site } from './lib/under-test.mjs';

const cases = JSON.parse(readFileSync(path.join(import.meta.dirname, 'surplus-cases.json')));
const simulator = site.pages.find((page) => page.kind === 'youth-shu');
const digits = (text) => Number(text.replace(/\D/g, ''));
const grouped = (amount) => amount.toLocaleString(simulator.language === 'en' ? 'en' : 'id');
const url = () => host.origin + addressOf(site, simulator);
const type = (page, name, value) => page.locator(`input[type=text][data-field=${name}]`).fill(String(value));

test('cases worked out by hand come out to the rupiah in the browser', async () => {
  await withPage(browser, url(), PHONE, async (page) => {
    for (const one of cases) {
      await page.locator('[data-simulator]').evaluate((tool, { pool, all }) => {
        Object.assign(tool.dataset, { poolSavings: pool, savings: all });
      }, one);
      await type(page, 'saved', one.mine);
      assert.equal(digits(await page.locator('[data-out=partSavings]').first().textContent()), one.part, JSON.stringify(one));
    }
  });
});

test('a slider and its number go together, and the parts come to the total', async () => {
  await withPage(browser, url(), PHONE, async (page) => {
    await type(page, 'week', 25_000);
    const slider = page.locator('input[type=range][data-field=week]');
    assert.equal(await slider.inputValue(), '25000');
    await slider.press('ArrowRight');
    assert.equal(await page.locator('input[type=text][data-field=week]').inputValue(), grouped(26_000));
    const read = async (name) => digits(await page.locator(`[data-out=${name}]`).first().textContent());
    assert.equal((await read('partPurchases')) + (await read('partSavings')), await read('total'));
    assert.equal(await read('year'), 26_000 * Number(await page.locator('[data-simulator]').getAttribute('data-weeks')));
    await type(page, 'week', '');
    assert.equal(await read('year'), 0);
  });
});

test('a number is grouped while it is typed, and the cursor stays at its digit', async () => {
  await withPage(browser, url(), PHONE, async (page) => {
    const field = page.locator('input[type=text][data-field=week]');
    const shown = async () => field.evaluate((one) => `${one.value.slice(0, one.selectionStart)}|${one.value.slice(one.selectionStart)}`);
    assert.equal(await field.inputValue(), grouped(10_000));
    await field.fill('');
    await field.pressSequentially('1234567');
    assert.equal(await shown(), `${grouped(1_234_567)}|`);
    await field.press('ArrowLeft');
    await field.press('ArrowLeft');
    await field.press('ArrowLeft');
    await field.press('ArrowLeft');
    await field.press('Backspace');
    assert.equal((await shown()).replace(/[^\d|]/g, ''), '123|567');
    assert.equal(await field.inputValue(), grouped(123_567));
    await field.press('9');
    assert.equal((await shown()).replace(/[^\d|]/g, ''), '1239|567');
    await field.fill('Rp 12.500,75'.replace(/[.,]/g, (sign) => (simulator.language === 'en' ? { '.': ',', ',': '.' }[sign] : sign)));
    assert.equal(await field.inputValue(), grouped(12_500));
    await field.fill('99999999999');
    assert.equal(await field.inputValue(), grouped(100_000_000));
    await field.fill('-5 ribu');
    assert.equal(await field.inputValue(), '5');
  });
});

test('nothing of it is kept or sent', async () => {
  await withPage(browser, url(), PHONE, async (page) => {
    const asked = [];
    // The browser fetches the icon when it likes.
    page.on('request', (request) => !request.url().endsWith('favicon.svg') && asked.push(request.url()));
    await type(page, 'week', 12_345);
    const kept = await page.evaluate(() => ({ cookie: document.cookie, local: localStorage.length, session: sessionStorage.length, forms: document.forms.length }));
    assert.deepEqual({ ...kept, asked }, { cookie: '', local: 0, session: 0, forms: 0, asked: [] });
  });
});

test('it works from a memory stick, and shows a table without a script', async () => {
  const file = pathToFileURL(path.join(site.folder, simulator.file)).href;
  await withPage(browser, file, PHONE, async (page) => {
    await type(page, 'week', 7_000);
    assert.equal(digits(await page.locator('[data-out=week]').first().textContent()), 7_000);
  });
  await withPage(browser, url(), { ...PHONE, javaScriptEnabled: false }, async (page) => {
    assert.equal(await page.locator('input').first().isVisible(), false);
    assert.equal(await page.locator('table tbody tr').count(), 5);
  });
});
