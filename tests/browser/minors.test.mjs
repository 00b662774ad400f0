// What a pupil leaves behind on youth pages: nothing. Every part of each kind is visited in one browser, with quiz and
// simulator used, and the browser is asked what it kept and whom it called.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PHONE } from './lib/browser.mjs';
import { browser, host } from './lib/opened.mjs';
import { addressOf, samplePages } from './lib/site.mjs';
import { site } from './lib/under-test.mjs';

const pages = samplePages(site).filter((page) => page.kind?.startsWith('youth'));
async function use(page) {
  for (const field of await page.locator('input[type=number]').all()) await field.fill('12345');
  for (const answers of await page.locator('[data-quiz] fieldset').all()) await answers.locator('input').first().check({ force: true });
  for (const button of await page.locator('[data-score]').all()) await button.click();
}

test('a visit to youth pages of every kind, with quiz and simulator used, leaves nothing behind and calls nobody', async () => {
  const kinds = new Set(pages.map((page) => page.kind));
  for (const kind of ['youth', 'youth-shu', 'youth-apa', 'youth-quiz']) assert.ok(kinds.has(kind), `no page of kind ${kind}`);
  const context = await browser.newContext({ reducedMotion: 'reduce', ...PHONE });
  const elsewhere = [];
  context.on('request', (request) => !request.url().startsWith(host.origin) && elsewhere.push(request.url()));
  const page = await context.newPage();
  const faults = [];
  for (const one of pages) {
    await page.goto(host.origin + addressOf(site, one), { waitUntil: 'load' });
    await use(page);
    const kept = await page.evaluate(async () => {
      const cached = [];
      for (const name of await caches.keys()) for (const request of await (await caches.open(name)).keys()) cached.push(request.url);
      const bases = indexedDB.databases ? (await indexedDB.databases()).length : 0;
      const sending = [...document.forms].length;
      return { cookie: document.cookie, local: localStorage.length, session: sessionStorage.length, bases, sending, cached };
    });
    const { cached, ...rest } = kept;
    if (rest.cookie || rest.local || rest.session || rest.bases || rest.sending) faults.push(`${one.file}: ${JSON.stringify(rest)}`);
    for (const url of cached) if (!url.startsWith(host.origin + site.base) || url.includes('?')) faults.push(`${one.file}: cached ${url}`);
  }
  faults.push(...(await context.cookies()).map((cookie) => `cookie ${cookie.name}`));
  await context.close();
  assert.deepEqual({ faults, elsewhere }, { faults: [], elsewhere: [] });
});

test('nothing moves where a visitor asks for calm', async () => {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...PHONE });
  const page = await context.newPage();
  const seen = new Set();
  for (const one of pages) {
    if (seen.has(one.kind)) continue;
    seen.add(one.kind);
    await page.goto(host.origin + addressOf(site, one), { waitUntil: 'load' });
    const moving = await page.evaluate(() => ({ animations: document.getAnimations().length, scroll: getComputedStyle(document.documentElement).scrollBehavior }));
    assert.deepEqual(moving, { animations: 0, scroll: 'auto' }, one.file);
  }
  await context.close();
});
