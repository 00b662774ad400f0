// The board of a cooperative's openings: choosing a field without a script, letters, dates for a calendar.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { PHONE, launch, withPage } from './lib/browser.mjs';
import { serve } from './lib/host.mjs';
import { addressOf } from './lib/site.mjs';
import { site } from './lib/under-test.mjs';

const board = site.pages.find((page) => page.kind === 'youth' && readFileSync(path.join(site.folder, page.file), 'utf8').includes('id="jurusan-1"'));
let browser;
let host;

before(async () => {
  assert.ok(board, 'no board with fields to choose from');
  host = await serve(site.folder, site.base);
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await host?.close();
});

const url = () => host.origin + addressOf(site, board);

test('a field is chosen by touch and by keyboard, without a script', async () => {
  await withPage(browser, url(), { ...PHONE, javaScriptEnabled: false }, async (page) => {
    const shown = () => page.locator('.opening:visible').count();
    const all = await shown();
    await page.locator('label:has(#jurusan-1)').click();
    const fitting = await page.locator('.opening[data-fields~="1"]').count();
    assert.equal(await shown(), fitting);
    assert.ok(fitting > 0 && fitting < all, `${fitting} of ${all}`);
    await page.locator('#jurusan-1').press('ArrowLeft');
    assert.equal(await shown(), all);
  });
});

test('an opening leaves on the phone on the day after it closes', async () => {
  const late = { ...PHONE, before: (page) => page.clock.setFixedTime(new Date('2030-01-01T00:00:00Z')) };
  await withPage(browser, url(), late, async (page) => assert.equal(await page.locator('.opening[data-last-day]:visible').count(), 0));
});

test('letters and calendars are there, and a calendar names a whole day', async () => {
  await withPage(browser, url(), PHONE, async (page) => {
    const links = await page.locator('.opening a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    const files = links.filter((link) => /^(surat|tanggal)\//.test(link)).map((link) => path.join(site.folder, path.dirname(board.file), link.endsWith('/') ? `${link}index.html` : link));
    assert.ok(files.length > 0 && files.every((file) => existsSync(file)), files.join(' '));
    const dates = files.filter((file) => file.endsWith('.ics'));
    assert.ok(dates.length > 0 && dates.every((file) => /^DTSTART;VALUE=DATE:\d{8}\r$/m.test(readFileSync(file, 'utf8'))));
  });
});
