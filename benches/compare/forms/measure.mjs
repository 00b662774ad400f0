// The first field that can be edited, in the forms of etalase (kelola/) and in Sveltia CMS, for one profile on one line.
//
//   node measure.mjs KELOLA-FOLDER SVELTIA-FOLDER PROFILE ROUNDS
import { readFileSync } from 'node:fs';
import { PHONE, launch } from '../../../tests/browser/lib/browser.mjs';
import { Repository, serveForges } from '../../../tests/browser/lib/forge.mjs';
import { serve } from '../../../tests/browser/lib/host.mjs';

const [kelolaFolder, sveltiaFolder, profile, rounds] = process.argv.slice(2);
const TEXT = readFileSync(profile, 'utf8');
const REPOSITORY = 'sagara/situs';
const PATH = 'content/toko/profil.yaml';
const KEY = 'kunci-contoh-0123456789';
/** A slow line (400 kbit/s, 150 ms) and a quarter of this processor. */
const LINE = { offline: false, latency: 150, downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8 };
const SLOWER = 4;

const hosted = { 'api.github.com': { forge: 'github', repository: new Repository(REPOSITORY, 'main', { [PATH]: TEXT }), keys: { [KEY]: 'write' } } };
const forges = await serveForges(hosted);
const browser = await launch([`--host-resolver-rules=MAP api.github.com 127.0.0.1:${forges.port}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`]);
const sites = { kelola: await serve(kelolaFolder), sveltia: await serve(sveltiaFolder) };

const WAYS = {
  kelola: {
    address: 'kelola/#toko',
    prepare: async () => {},
    enter: async (page) => {
      await page.getByLabel('Kunci akses').fill(KEY);
      await page.getByRole('button', { name: 'Buka', exact: true }).click();
    },
    field: (page) => page.getByLabel(/^Harga /).first(),
  },
  sveltia: {
    address: '#/collections/profil/entries/toko',
    // Its test backend keeps files in the browser: nothing of the profile comes over the line.
    prepare: (page) => page.evaluate(async ([file, text]) => {
      let folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('sveltia-cms-test', { create: true });
      const parts = file.split('/');
      for (const part of parts.slice(0, -1)) folder = await folder.getDirectoryHandle(part, { create: true });
      const writer = await (await folder.getFileHandle(parts.at(-1), { create: true })).createWritable();
      await writer.write(text);
      await writer.close();
    }, [PATH, TEXT]),
    enter: (page) => page.getByRole('button', { name: /test|work/i }).first().click(),
    field: (page) => page.locator('[role="textbox"], input[type="text"], input[type="number"]').filter({ visible: true }).first(),
  },
};

/** Milliseconds and bytes until a field takes a text, in a browser that has seen nothing. */
async function first(name) {
  const { address, prepare, enter, field } = WAYS[name];
  const context = await browser.newContext({ ...PHONE, locale: 'id-ID', reducedMotion: 'reduce', ignoreHTTPSErrors: true, serviceWorkers: 'block' });
  context.setDefaultTimeout(120_000);
  const page = await context.newPage();
  await page.goto(`${sites[name].origin}/kosong.html`);
  await prepare(page);
  const line = await context.newCDPSession(page);
  let bytes = 0;
  line.on('Network.loadingFinished', ({ encodedDataLength }) => { bytes += encodedDataLength; });
  await line.send('Network.enable');
  await line.send('Network.setCacheDisabled', { cacheDisabled: true });
  await line.send('Network.emulateNetworkConditions', LINE);
  await line.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const start = performance.now();
  await page.goto(`${sites[name].origin}/${address}`, { waitUntil: 'commit' });
  await enter(page);
  const input = field(page);
  await input.fill('12.500');
  const milliseconds = performance.now() - start;
  const value = await input.evaluate((element) => element.value ?? element.textContent);
  if (value !== '12.500') throw new Error(`${name}: the field holds ${value}`);
  if (process.env.SHOT) await page.screenshot({ path: `${process.env.SHOT}-${name}.png` });
  await context.close();
  return { milliseconds, bytes };
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const runs = { kelola: [], sveltia: [] };
for (let round = 0; round < Number(rounds); round++) {
  for (const name of Object.keys(runs)) runs[name].push(await first(name));
}
const of = (name, what) => median(runs[name].map((run) => run[what]));
for (const name of Object.keys(runs)) {
  console.log(JSON.stringify({ forms: name, bytes: of(name, 'bytes'), milliseconds: Math.round(of(name, 'milliseconds')) }));
}
console.log(JSON.stringify({ ratio: { bytes: of('kelola', 'bytes') / of('sveltia', 'bytes'), milliseconds: of('kelola', 'milliseconds') / of('sveltia', 'milliseconds') } }));
await browser.close();
await forges.close();
for (const site of Object.values(sites)) await site.close();
