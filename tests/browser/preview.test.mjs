// `etalase serve` in a browser: twenty edits, each of them on the page without anybody asking for it, at the place
// where the page was being read; a style sheet without a reload; a mistake with its line, until it is mended.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, test } from 'node:test';
import { PHONE, launch } from './lib/browser.mjs';

const ROOT = path.join(import.meta.dirname, '../..');
const PROGRAM = path.resolve(process.env.ETALASE_PROGRAM ?? path.join(ROOT, 'target/debug/etalase'));
const site = mkdtempSync(path.join(os.tmpdir(), 'etalase-preview-'));
// Enough for a portal: what many cooperatives cost a preview is measured elsewhere.
const SHOPS = ['susu-sagara', 'kopontren-nurul-bukit', 'tanah-jingga'];
const profile = path.join(site, 'content/susu-sagara/profil.yaml');
let server;
let origin;
let browser;
let page;
let loads = 0;

before(async () => {
  for (const part of [...SHOPS, '_agenda', '_muda', '_program'].map((name) => `content/${name}`).concat('etalase.yaml')) {
    cpSync(path.join(ROOT, part), path.join(site, part), { recursive: true });
  }
  await start(0);
  browser = await launch();
  page = await (await browser.newContext({ ...PHONE, reducedMotion: 'reduce' })).newPage();
  page.on('load', () => { loads += 1; });
});
after(async () => {
  await browser?.close();
  assert.equal(await stop(), 0, 'the server ends well');
  rmSync(site, { recursive: true });
});

async function start(port) {
  server = spawn(PROGRAM, ['serve', site, '--port', String(port), '--today', '2026-11-24'], { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface(server.stdout)) {
    origin = /http:\/\/[\d.:]+/.exec(line)?.[0];
    if (origin) break;
  }
  server.stdout.resume();
}

async function stop() {
  const ended = new Promise((done) => { server.once('exit', done); });
  server.kill('SIGINT');
  return ended;
}

/** Changes a file as one kind of editor does: in place, or beside it and then moved over it. */
function save(file, text, isRenamed) {
  if (!isRenamed) return writeFileSync(file, text);
  writeFileSync(`${file}.new~`, text);
  renameSync(`${file}.new~`, file);
}
const edit = (change, isRenamed = false) => save(profile, change(readFileSync(profile, 'utf8')), isRenamed);
/** Waits for what happens outside of the page: the event that a page is loaded comes after its last picture. */
async function until(holds, what) {
  for (const start = Date.now(); !holds(); await new Promise((done) => { setTimeout(done, 10); })) {
    assert.ok(Date.now() - start < 20_000, what);
  }
}
// The demo has advice of its own, which is shown closed.
const overlay = () => page.locator('etalase-temuan details');
const mistake = () => page.locator('etalase-temuan details.error');
const place = () => page.evaluate(() => Math.round(scrollY));

test('twenty edits, each on the page by itself, at the same place', async () => {
  await page.goto(`${origin}/susu-sagara/`);
  await page.evaluate(() => scrollTo({ top: 900, behavior: 'instant' }));
  const before = await place();
  assert.ok(before > 500, `${before}`);
  for (let number = 1; number <= 20; number += 1) {
    const price = `${40 + number}.750`;
    const asked = loads;
    edit((text) => text.replace(/^( +harga: (?:Rp )?)[\d.]+/m, `$1${price}`), number % 2 === 0);
    await page.getByText(price).first().waitFor({ state: 'attached' });
    await page.waitForFunction((top) => Math.abs(scrollY - top) < 3, before);
    await until(() => loads > asked, `edit ${number} loads the page`);
    assert.equal(loads, asked + 1, `edit ${number} loads the page once`);
  }
});

test('a new style sheet is taken over without loading the page again', async () => {
  const asked = loads;
  await page.evaluate(() => { window.isTheSame = true; });
  const sheet = path.join(site, 'themes/etalase/css/site.css');
  mkdirSync(path.dirname(sheet), { recursive: true });
  for (const [colour, shown] of [['#ff0000', 'rgb(255, 0, 0)'], ['#0000ff', 'rgb(0, 0, 255)']]) {
    writeFileSync(sheet, `h1 { color: ${colour}; }\n`);
    await page.waitForFunction((wanted) => getComputedStyle(document.querySelector('h1')).color === wanted, shown);
  }
  assert.equal(await page.evaluate(() => window.isTheSame), true);
  assert.equal(loads, asked);
  rmSync(path.join(site, 'themes'), { recursive: true });
});

test('a mistake is shown with file, line and remedy, and the page stays; mended, it is gone', async () => {
  const right = readFileSync(profile, 'utf8');
  const asked = loads;
  edit((text) => text.replace(/^( +)harga: (?:Rp )?[\d.]+/m, '$1harga: 12.5'));
  await mistake().waitFor();
  const line = 1 + readFileSync(profile, 'utf8').split('\n').findIndex((text) => /^ +harga: 12\.5$/.test(text));
  const told = await mistake().innerText();
  assert.match(told, new RegExp(`content/susu-sagara/profil\\.yaml:${line}:\\d+`));
  assert.match(told, /kesalahan.*`12\.5` bukan bilangan bulat/);
  assert.match(told, /perbaikan: /);
  assert.equal(await mistake().locator('mark').innerText(), '12.5');
  assert.equal(loads, asked, 'the page stays as it was');
  await mistake().locator('summary').click();
  assert.equal(await mistake().evaluate((details) => details.open), false, 'it can be closed');
  writeFileSync(profile, right);
  await mistake().waitFor({ state: 'detached' });
});

test('a page that is not there yet appears', async () => {
  const answer = await page.goto(`${origin}/koperasi-baru/`);
  assert.equal(answer.status(), 404);
  cpSync(path.join(site, 'content/susu-sagara'), path.join(site, 'content/koperasi-baru'), { recursive: true });
  await page.locator('body[data-page=storefront]').waitFor();
  rmSync(path.join(site, 'content/koperasi-baru'), { recursive: true });
  await page.locator('body[data-page=not-found]').waitFor();
});

test('a page says that the preview has ended, and catches up when it is there again', async () => {
  await page.goto(`${origin}/susu-sagara/`);
  const { port } = new URL(origin);
  assert.equal(await stop(), 0);
  await overlay().getByText('pratinjau terputus').waitFor();
  edit((text) => text.replace(/^( +harga: (?:Rp )?)[\d.]+/m, '$199.250'));
  await start(port);
  await page.getByText('99.250').first().waitFor({ state: 'attached' });
  await overlay().getByText('pratinjau terputus').waitFor({ state: 'detached' });
});

test('pages in a preview write nothing to the console and show every photo', async () => {
  const faults = [];
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  page.on('pageerror', (error) => faults.push(error.message));
  for (const address of ['/', '/susu-sagara/', '/susu-sagara/keranjang/', '/muda/', '/susu-sagara/muda/']) {
    await page.goto(origin + address, { waitUntil: 'load' });
    const broken = await page.locator('img').evaluateAll(async (images) => {
      for (const image of images) image.loading = 'eager';
      await Promise.allSettled(images.map((image) => image.decode()));
      return images.filter((image) => !image.naturalWidth).map((image) => image.currentSrc);
    });
    faults.push(...broken);
  }
  // A worker would hide changes, so none is let in; that is said, and is all.
  assert.deepEqual(faults.filter((fault) => !/worker-src/.test(fault)), []);
});
