// `etalase edit` in a browser: twenty prices by keyboard, findings while somebody types, the page of the site beside
// the form, a photo, a publication, and every screen for everybody.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, test } from 'node:test';
import { accessFaults } from './checks/access.mjs';
import { layoutFaults } from './checks/layout.mjs';
import { DESKTOP, PHONE, launch } from './lib/browser.mjs';
import { none } from './lib/none.mjs';

const ROOT = path.join(import.meta.dirname, '../..');
const PROGRAM = path.resolve(process.env.ETALASE_PROGRAM ?? path.join(ROOT, 'target/debug/etalase'));
const work = mkdtempSync(path.join(os.tmpdir(), 'etalase-edit-'));
const site = path.join(work, 'situs');
const bare = path.join(work, 'asal.git');
const SHOP = 'susu-sagara';
const profile = () => readFileSync(path.join(site, `content/${SHOP}/profil.yaml`), 'utf8');
const git = (at, ...words) => execFileSync('git', ['-C', at, '-c', 'user.name=Neneng', '-c', 'user.email=neneng@contoh.id', ...words], { encoding: 'utf8' });
let server;
let origin;
let browser;
let context;

before(async () => {
  mkdirSync(site, { recursive: true });
  for (const part of [`content/${SHOP}`, 'etalase.yaml']) cpSync(path.join(ROOT, part), path.join(site, part), { recursive: true });
  mkdirSync(bare);
  git(bare, 'init', '--quiet', '--bare');
  git(site, 'init', '--quiet');
  git(site, 'add', 'content', 'etalase.yaml');
  git(site, 'commit', '--quiet', '-m', 'Isi');
  git(site, 'remote', 'add', 'origin', bare);
  server = spawn(PROGRAM, ['edit', site, '--port', '0', '--today', '2026-11-24'], { stdio: ['ignore', 'pipe', 'inherit'] });
  let wayIn;
  for await (const line of createInterface(server.stdout)) {
    wayIn = /http:\/\/\S+/.exec(line)?.[0];
    if (wayIn) break;
  }
  server.stdout.resume();
  origin = new URL(wayIn).origin;
  browser = await launch();
  context = await browser.newContext({ ...DESKTOP, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(wayIn);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.close();
});
after(async () => {
  await browser?.close();
  const ended = new Promise((done) => { server.once('exit', done); });
  server.kill('SIGINT');
  assert.equal(await ended, 0, 'the server ends well');
  rmSync(work, { recursive: true });
});

const open = async (address) => {
  const page = await context.newPage();
  await page.goto(`${origin}${address}`);
  return page;
};

test('twenty prices are changed by keyboard within a minute, with one day', async () => {
  const page = await open(`/k/${SHOP}/harga`);
  const fields = page.locator('table.harga input[name$=".harga"]');
  const count = Math.min(20, await fields.count());
  assert.ok(count >= 10, `${count}`);
  // Prices for more keep below those for one, and offers below both.
  const grouped = (amount) => String(amount).replace(/\B(?=(\d{3})+$)/g, '.');
  const old = await fields.evaluateAll((all) => all.map((field) => Number(field.value.replace(/\D/g, ''))));
  const wanted = old.slice(0, count).map((amount) => (amount ? grouped(amount + 100) : ''));
  const start = Date.now();
  await fields.first().focus();
  await page.keyboard.press('ControlOrMeta+A');
  for (const price of wanted) {
    if (price) await page.keyboard.type(price);
    await page.keyboard.press('Enter');
  }
  await page.getByRole('button', { name: 'Simpan' }).press('Enter');
  await page.getByRole('heading', { name: 'Tersimpan' }).waitFor();
  const took = Date.now() - start;
  assert.ok(took < 60_000, `${took} ms`);
  for (const price of wanted) assert.ok(profile().includes(price), price);
  console.log(`twenty prices: ${took} ms`);
  assert.ok(profile().includes('per_tanggal: 2026-11-24'));
  await page.close();
});

test('a mistake is told while somebody types, and the page beside the form follows what is saved', async () => {
  const page = await open(`/k/${SHOP}/isi/produk%5B1%5D`);
  const price = page.locator('[name="produk[1].harga"]');
  await price.fill('12.5');
  await page.locator('[id="t-f-produk-1--harga"] .galat').waitFor();
  assert.equal(await price.getAttribute('aria-invalid'), 'true');
  await price.fill('87.250');
  await page.locator('[id="t-f-produk-1--harga"] .galat').waitFor({ state: 'detached' });
  await price.press('Enter');
  await page.getByRole('heading', { name: 'Tersimpan' }).waitFor();
  await page.frameLocator('iframe[data-lihat]').getByText('87.250').first().waitFor({ state: 'attached' });
  // Whoever has the same page open sees what another one saves.
  const other = await open(`/k/${SHOP}/isi/produk%5B1%5D`);
  await other.locator('[name="produk[1].harga"]').fill('87.500');
  await other.locator('[name="produk[1].harga"]').press('Enter');
  await other.getByRole('heading', { name: 'Tersimpan' }).waitFor();
  await page.frameLocator('iframe[data-lihat]').getByText('87.500').first().waitFor({ state: 'attached' });
  await other.close();
  await page.close();
});

test('scripts of the site beside a form reach nothing of ours', async () => {
  const page = await open(`/k/${SHOP}/isi/produk%5B1%5D`);
  const frame = await (await page.locator('iframe[data-lihat]').elementHandle()).contentFrame();
  await frame.waitForLoadState();
  const reached = await frame.evaluate(async () => {
    const tried = [];
    try { tried.push(parent.document.title); } catch { tried.push('closed'); }
    try { tried.push(document.cookie); } catch { tried.push('closed'); }
    return tried;
  });
  assert.deepEqual(reached, ['closed', 'closed']);
  await page.close();
});

test('a photo is chosen, described and published with the price', async () => {
  const page = await open(`/k/${SHOP}/isi/produk%5B1%5D`);
  await page.locator('[name="produk[1].harga"]').fill('12.600');
  await page.locator('[name="produk[1].harga"]').press('Enter');
  await page.getByRole('heading', { name: 'Tersimpan' }).waitFor();
  await page.goto(`${origin}/k/${SHOP}/foto/produk%5B1%5D.foto`);
  const folder = path.join(ROOT, `content/${SHOP}/foto`);
  const photo = readdirSync(folder).find((file) => file.endsWith('.jpg'));
  const before = await page.locator('.foto li').count();
  await page.getByLabel('Pilih atau ambil foto').setInputFiles(path.join(folder, photo));
  await page.locator('[name="@alt"]').fill('Susu dalam botol kaca');
  await page.getByRole('button', { name: 'Simpan' }).last().click();
  await page.getByRole('heading', { name: 'Tersimpan' }).waitFor();
  assert.equal(await page.locator('.foto li').count(), before + 1);
  await page.goto(`${origin}/terbitkan`);
  // Before and after: the new photo, and the product's page twice, with what it said and says.
  const photos = page.locator('main > .sebelah img');
  await photos.first().evaluate((img) => img.decode());
  assert.equal(await photos.count(), 1);
  assert.match(await photos.getAttribute('alt'), /^Sekarang: foto\//);
  const pair = page.locator('details.banding', { has: page.locator('summary', { hasText: /^Susu pasteurisasi/ }) });
  const last = page.locator('details.banding').last();
  assert.equal(await last.locator('iframe').first().isVisible(), false, 'what is folded away asks for nothing and holds no keyboard');
  // The first pair is open already.
  if ((await pair.getAttribute('open')) === null) {
    await pair.locator('summary').focus();
    await page.keyboard.press('Enter');
  }
  const seen = async (title) => {
    const frame = await page.locator(`iframe[title^="${title}: Susu pasteurisasi"]`).elementHandle();
    await frame.scrollIntoViewIfNeeded();
    const inside = await frame.contentFrame();
    await inside.getByRole('heading', { level: 1, name: 'Susu pasteurisasi' }).waitFor();
    const text = await inside.locator('main').innerText();
    return { text, photos: await inside.locator('main img').count(), box: await frame.boundingBox() };
  };
  const [was, is] = [await seen('Sebelum'), await seen('Sekarang')];
  assert.ok(was.text.includes('12.500') && is.text.includes('12.600'), was.text);
  assert.ok(is.photos > was.photos, `${was.photos} photos, then ${is.photos}`);
  assert.ok(was.box.y === is.box.y && was.box.x < is.box.x && was.box.width > 300 && was.box.width <= 390, 'they stand side by side, as wide as a phone');
  await page.getByRole('button', { name: 'Bangun dan terbitkan' }).click({ timeout: 200_000 });
  await page.getByText('Terbit di').waitFor({ timeout: 200_000 });
  assert.match(git(bare, 'log', '--format=%B', '--all'), /Susu pasteurisasi: harga Rp 12\.500 → Rp 12\.600/);
  await page.close();
});

test('every screen can be used by anybody: axe, 320 px, large letters, dark, three languages', async () => {
  const faults = [];
  const shown = await browser.newContext({ ...PHONE, reducedMotion: 'reduce', storageState: await context.storageState() });
  const page = await shown.newPage();
  const screens = [`/k/${SHOP}/`, `/k/${SHOP}/harga`, `/k/${SHOP}/isi/produk%5B1%5D`, `/k/${SHOP}/isi/`, `/k/${SHOP}/isi/produk`, `/k/${SHOP}/foto/produk%5B1%5D.foto`, `/k/${SHOP}/hapus/produk%5B1%5D`, `/k/${SHOP}/cerita/`, `/k/${SHOP}/cerita/+/isi/`, '/setelan/isi/', '/riwayat', '/terbitkan', '/ponsel'];
  for (const screen of screens) {
    await page.goto(`${origin}${screen}`);
    faults.push(...[...await accessFaults(page, 'phone'), ...await layoutFaults(page)].map((fault) => `${screen}: ${fault}`));
  }
  // With something to publish, in pictures; in the dark, too.
  await page.goto(`${origin}/k/${SHOP}/isi/produk%5B1%5D`);
  await page.locator('[name="produk[1].harga"]').fill('12.700');
  await page.getByRole('button', { name: 'Simpan' }).click();
  await page.getByRole('heading', { name: 'Tersimpan' }).waitFor();
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.goto(`${origin}/terbitkan`);
    await page.locator('details.banding[open] iframe').nth(1).waitFor();
    faults.push(...[...await accessFaults(page, 'phone'), ...await layoutFaults(page)].map((fault) => `terbitkan, ${colorScheme}: ${fault}`));
  }
  await page.goto(`${origin}/k/${SHOP}/isi/produk%5B1%5D`);
  await page.locator('[name="produk[1].harga"]').fill('12.5');
  await page.getByRole('button', { name: 'Simpan' }).click();
  await page.locator('#temuan').waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.id), 'temuan');
  faults.push(...await accessFaults(page, 'refused'), ...await layoutFaults(page));
  for (const tag of ['su', 'en', 'id']) {
    await page.goto(`${origin}/k/${SHOP}/?bahasa=${tag}`);
    assert.equal(await page.evaluate(() => document.documentElement.lang), tag);
  }
  await shown.close();
  none(faults);
});
