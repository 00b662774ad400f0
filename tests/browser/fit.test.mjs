// "Which cooperative fits my business?": five questions with a script, a list for each need without one.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PHONE, withPage } from './lib/browser.mjs';
import { browser, host } from './lib/opened.mjs';
import { addressOf } from './lib/site.mjs';
import { site } from './lib/under-test.mjs';

const guides = site.pages.filter((page) => page.kind === 'portal-fit');
const url = (page) => host.origin + addressOf(site, page);
const indonesian = guides.find((page) => page.language === 'id');
const sellers = [...site.files].filter((file) => /^[\w-]+\/etalase\.json$/.test(file) && JSON.parse(site.text(file)).joining.helps.includes('jualan')).length;
const small = { ...PHONE, viewport: { width: 320, height: 640 } };

test('the guide answers with cooperatives, why they fit, what joining costs, and a message', async () => {
  assert.ok(guides.length >= 3, 'in every language');
  for (const guide of guides) {
    await withPage(browser, url(guide), small, async (page) => {
      const asked = [];
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      await page.locator('select[name=place]').selectOption({ label: 'Kabupaten Bandung' });
      await page.locator('input[value=jualan]').check();
      await page.locator('input[value=modal]').check();
      await page.locator('[data-guide] button').click();
      const hits = page.locator('[data-hits] > ul > li');
      await hits.first().waitFor();
      assert.equal(await hits.count(), 2);
      const first = hits.first();
      assert.equal(await first.locator('h3').textContent(), 'Kopontren Nurul Bukit', 'it helps with both');
      assert.match(await first.textContent(), /50[.,]000.*10[.,]000/s);
      const chat = decodeURIComponent(await first.locator('[data-chat]').getAttribute('href'));
      assert.match(chat, /^https:\/\/wa\.me\/6281000000040\?text=.*Kopontren Nurul Bukit.*Kabupaten Bandung/);
      assert.deepEqual(asked.filter((path) => path.endsWith('.json')).length, 1, 'one small file for a regency');
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= 320, `${wide} pixels wide`);
      for (const link of await page.locator('[data-hits] a:visible').all()) {
        const target = await link.evaluate((one) => one.href);
        if (target.startsWith(host.origin)) assert.ok((await page.request.get(target)).ok(), target);
      }
    });
  }
});

test('what cannot be paid and what is not helped with is told or left out', async () => {
  await withPage(browser, url(indonesian), PHONE, async (page) => {
    await page.locator('select[name=place]').selectOption({ label: 'Kabupaten Purwakarta' });
    await page.locator('select[name=monthly]').selectOption('10000');
    await page.locator('[data-guide] button').click();
    const hits = page.locator('[data-hits] > ul > li');
    await hits.first().waitFor();
    assert.match(await hits.first().textContent(), /di atas yang Anda pilih/);
    await page.locator('input[value=modal]').check();
    await page.locator('[data-guide] button').click();
    await page.locator('[data-hits] [role=status]', { hasText: 'Belum ada yang cocok' }).waitFor();
    assert.equal(await hits.count(), 0);
  });
});

test('the keyboard alone is enough', async () => {
  await withPage(browser, url(indonesian), PHONE, async (page) => {
    await page.locator('select[name=sector]').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.type('Kabupaten B');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    for (let step = 0; step < 8; step++) {
      if (await page.evaluate(() => document.activeElement.type === 'submit')) break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await page.locator('[data-hits] > ul > li').first().waitFor();
  });
});

test('where the list cannot be loaded, the page says so and leads on', async () => {
  await withPage(browser, url(indonesian), PHONE, async (page) => {
    await page.route('**/*.json', (route) => route.abort());
    await page.locator('select[name=place]').selectOption({ label: 'Kabupaten Bandung' });
    await page.locator('[data-guide] button').click();
    await page.locator('[data-hits] [role=status]', { hasText: 'tidak bisa dimuat' }).waitFor();
  });
});

test('without a script there is a list for each need, with terms and a message', async () => {
  await withPage(browser, url(indonesian), { ...small, javaScriptEnabled: false }, async (page) => {
    assert.equal(await page.locator('[data-guide]').isVisible(), false);
    await page.getByRole('link', { name: 'Menjualkan hasil usaha' }).click();
    assert.equal(await page.locator('.fit').count(), sellers);
    assert.match(await page.locator('.fit').first().textContent(), /saat masuk, lalu/);
    assert.ok(await page.locator('.fit a[href^="https://wa.me/"]').count() >= sellers);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= 320);
  });
});
