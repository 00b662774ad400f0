// Pictures for a status: saved by a plain link, shared through the phone's own sheet where it takes files.
import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { before, test } from 'node:test';
import { PHONE, withPage } from './lib/browser.mjs';
import { browser, host } from './lib/opened.mjs';
import { addressOf } from './lib/site.mjs';
import { site } from './lib/under-test.mjs';

const MAX_BYTES = 300 * 1024;
const samples = ['youth-gambar', 'youth-quiz'].map((kind) => site.pages.find((page) => page.kind === kind));
before(() => {
  assert.ok(samples.every(Boolean), 'no page with pictures, or no quiz');
});

/** Width and height of a JPEG, from its frame header. */
function size(jpeg) {
  for (let at = 2; at < jpeg.length; at += 2 + jpeg.readUInt16BE(at + 2)) {
    if (jpeg[at + 1] >= 0xc0 && jpeg[at + 1] <= 0xc2) return [jpeg.readUInt16BE(at + 7), jpeg.readUInt16BE(at + 5)];
  }
  return null;
}

for (const kind of ['youth-gambar', 'youth-quiz']) {
  test(`${kind}: without script each picture is two files, one as high as a phone and one square`, async () => {
    const sample = samples.find((page) => page.kind === kind);
    await withPage(browser, host.origin + addressOf(site, sample), { ...PHONE, javaScriptEnabled: false }, async (page) => {
      const links = await page.locator('.save-picture a[download]').evaluateAll((all) => all.map((link) => link.href));
      assert.ok(links.length >= 2 && links.length % 2 === 0, `${links.length} links`);
      for (const [index, link] of links.entries()) {
        const file = path.join(site.folder, decodeURIComponent(new URL(link).pathname).slice(site.base.length));
        assert.ok(statSync(file).size <= MAX_BYTES, `${file}: ${statSync(file).size} bytes`);
        assert.deepEqual(size(readFileSync(file)), index % 2 === 0 ? [1080, 1920] : [1080, 1080], file);
      }
      assert.equal(await page.locator('[data-picture]:visible').count(), 0, 'a button that does nothing');
    });
  });
}

test('a phone that takes files shares the picture itself, and nothing is left on it', async () => {
  const sample = samples[0];
  const before = async (page) => page.addInitScript(() => {
    navigator.canShare = ({ files }) => files.length === 1 && files[0].type === 'image/jpeg';
    navigator.share = async (what) => { window.shared = { name: what.files[0].name, bytes: what.files[0].size, text: what.text }; };
  });
  await withPage(browser, host.origin + addressOf(site, sample), { ...PHONE, before }, async (page) => {
    await page.locator('[data-picture]').first().click();
    await page.waitForFunction(() => window.shared);
    const shared = await page.evaluate(() => window.shared);
    assert.match(shared.name, /-status-[0-9a-f]{16}\.jpg$/);
    assert.ok(shared.bytes > 10_000 && shared.bytes <= MAX_BYTES);
    assert.ok(shared.text.includes(page.url()), shared.text);
    assert.deepEqual(await page.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length]), ['', 0, 0]);
  });
});

test('a phone that takes no files is shown no button', async () => {
  const before = async (page) => page.addInitScript(() => { navigator.canShare = () => false; });
  await withPage(browser, host.origin + addressOf(site, samples[0]), { ...PHONE, before }, async (page) => {
    assert.equal(await page.locator('[data-picture]:visible').count(), 0);
  });
});
