// A part of the demo as it is handed over: unpacked from its ZIP, opened from files, without a host and without a network. A
// visitor walks from the start page through a shop and its microsite, and fills in the quiz.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { launch, PHONE, withPage } from './lib/browser.mjs';
import { partOfDemo } from './lib/part.mjs';
import { readSite } from './lib/site.mjs';
import { none } from './lib/under-test.mjs';

const ROOT = path.join(import.meta.dirname, '../..');
const PROGRAM = path.resolve(process.env.ETALASE_PROGRAM ?? path.join(ROOT, 'target/debug/etalase'));
const work = mkdtempSync(path.join(os.tmpdir(), 'etalase-stick-'));
const site = partOfDemo(work);
const archive = path.join(work, 'a.zip');
const folder = path.join(work, 'unpacked/etalase');

const build = (name) => execFileSync(PROGRAM, ['build', site, '--handover', '--output', path.join(work, name), '--base-url',
  'https://contoh.id/jabar/', '--today', '2026-11-24', '--quiet'], { stdio: ['ignore', 'ignore', 'inherit'] });
const hash = (file) => createHash('sha256').update(readFileSync(file)).digest('hex');

let browser;
before(async () => {
  build('a');
  // A program of other people's: what it can unpack, others can, too.
  execFileSync('python3', ['-m', 'zipfile', '-e', archive, path.join(work, 'unpacked')]);
  browser = await launch();
});
after(async () => {
  await browser?.close();
  rmSync(work, { recursive: true });
});

test('every link of every page names a file of the ZIP, and none its host', () => {
  const site = readSite(folder);
  const faults = [];
  for (const page of site.pages) {
    for (const { value, kind, element } of page.links) {
      if (element === 'link' && kind === 'link') continue;
      if (value.startsWith('https://contoh.id')) faults.push(`${page.file}: ${value} is of a host`);
      if (/^(https?:|mailto:|tel:|sms:|geo:|data:|#)/.test(value)) continue;
      const file = decodeURIComponent(new URL(value, `file:///${page.file}`).pathname.slice(1));
      if (value.startsWith('/') || !site.files.has(file)) faults.push(`${page.file}: ${value} is no file`);
    }
  }
  assert.ok(site.pages.length > 100, `${site.pages.length} pages`);
  none(faults);
});

test('a second build gives the same ZIP', () => {
  build('b');
  assert.equal(hash(path.join(work, 'b.zip')), hash(archive));
});

test('a walk from the start page to the quiz, from files', async () => {
  const faults = [];
  const before = (page) => {
    page.on('requestfailed', (request) => faults.push(`${page.url()}: ${request.url()} failed`));
    page.on('request', (request) => request.url().startsWith('file:') || request.url().startsWith('data:') || faults.push(`${request.url()} asked for`));
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && faults.push(`${page.url()}: ${message.text()}`));
    page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
  };
  await withPage(browser, pathToFileURL(path.join(folder, 'index.html')).href, { ...PHONE, before }, async (page) => {
    const kind = () => page.locator('body').getAttribute('data-page');
    const follow = async (link, wanted) => {
      const found = page.locator(link).first();
      assert.ok(await found.count(), `no ${link} on ${page.url()}`);
      await Promise.all([page.waitForNavigation(), found.evaluate((one) => one.click())]);
      assert.equal(await kind(), wanted, page.url());
    };
    await follow('main a[href$="susu-sagara/index.html"]', 'storefront');
    await follow('main a[href^="./produk/"]', 'product');
    assert.ok(await page.evaluate(() => [...document.images].some((image) => image.complete && image.naturalWidth > 0)));
    await follow('a[href$="../index.html"]', 'storefront');
    await follow('main a[href$="muda/index.html"]', 'youth');
    await follow('a[href="../../muda/index.html"]', 'youth-portal');
    await follow('main a[href*="kuis/index.html"]', 'youth-quiz');
    for (const question of await page.locator('[data-quiz] > li').all()) await question.locator('label').first().click();
    await page.locator('[data-score]').click();
    assert.notEqual(await page.locator('#putusan').textContent(), '');
    const kept = await page.evaluate(async () => [localStorage.length, sessionStorage.length, document.cookie.length]);
    assert.deepEqual(kept, [0, 0, 0]);
  });
  none(faults);
});
