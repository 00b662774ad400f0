// The page of `export --microsite`: facts to copy into another form, opened as a file.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, test } from 'node:test';
import { PHONE, launch, withPage } from './lib/browser.mjs';

const root = path.join(import.meta.dirname, '../..');
const program = process.env.ETALASE_PROGRAM ?? path.join(root, 'target/debug/etalase');
const folder = mkdtempSync(path.join(tmpdir(), 'etalase-microsite-'));
const url = pathToFileURL(path.join(folder, 'microsite-susu-sagara.html')).href;
let browser;

before(async () => {
  execFileSync(program, ['export', '--microsite', 'susu-sagara', '--from', root, '--quiet'], { cwd: folder });
  browser = await launch();
});
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

test('each field has a button that copies it, and says so', async () => {
  await withPage(browser, url, { ...PHONE, viewport: { width: 320, height: 640 } }, async (page) => {
    const asked = [];
    page.on('request', (request) => asked.push(request.url()));
    // What the system's clipboard would get, with or without leave to write to it.
    await page.evaluate(() => {
      document.addEventListener('copy', () => { window.copied = document.activeElement.value; });
      navigator.clipboard.writeText = async (text) => { window.copied = text; };
    });
    const facts = page.locator('.fact');
    assert.equal(await facts.count(), await page.locator('[data-copy]:visible').count());
    const name = page.locator('.fact').first();
    await name.locator('button').click();
    assert.equal(await page.evaluate(() => window.copied), await name.locator('input').inputValue());
    await name.getByText('Tersalin').waitFor();
    await page.evaluate(() => { navigator.clipboard.writeText = async () => { throw new Error('no leave'); }; window.copied = null; });
    await facts.nth(1).locator('button').click();
    assert.equal(await page.evaluate(() => window.copied), await facts.nth(1).locator('input, textarea').inputValue());
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= 320);
    assert.deepEqual(asked, []);
  });
});

test('without a script the fields are there to be selected, and no button does nothing', async () => {
  await withPage(browser, url, { ...PHONE, javaScriptEnabled: false }, async (page) => {
    assert.ok(await page.locator('.fact :is(input, textarea)').count() > 30);
    assert.equal(await page.locator('[data-copy]:visible').count(), 0);
    assert.match(await page.locator('.gaps').textContent(), /anggota/);
  });
});
