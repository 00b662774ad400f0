// Pictures of the pages that matter most, in each engine, light and dark, to be looked at:
// ETALASE_SITE=folder node shots.mjs OUTPUT
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { serve } from '../browser/lib/host.mjs';
import { addressOf } from '../browser/lib/site.mjs';
import { site } from '../browser/lib/under-test.mjs';
import { ENGINES, openEngine } from './lib/open.mjs';

const PAGES = {
  depan: 'index.html', toko: 'susu-sagara/index.html', barang: 'susu-sagara/produk/susu-rasa/index.html',
  keranjang: 'susu-sagara/keranjang/index.html', muda: 'muda/index.html', kuis: 'muda/kuis/index.html',
  pantau: 'pantau/index.html', cari: 'cari/index.html', cocok: 'cocok/index.html',
};
const HIGH = { width: 360, height: 900 };

const output = process.argv[2] ?? 'shots';
mkdirSync(output, { recursive: true });
const host = await serve(site.folder, site.base);
for (const name of ENGINES) {
  for (const dark of [false, true]) {
    const engine = await openEngine(name, { dark });
    await engine.setViewportSize(HIGH);
    for (const [title, file] of Object.entries(PAGES)) {
      await engine.goto(host.origin + addressOf(site, { file }) + (title === 'keranjang' ? '#susu-pasteurisasi_24~susu-rasa.cokelat_2' : ''));
      for (const part of [1, 2]) {
        await engine.evaluate((y) => scrollTo({ top: y, behavior: 'instant' }), (part - 1) * HIGH.height);
        await new Promise((done) => setTimeout(done, 300));
        await engine.screenshot(path.join(output, `${title}-${part}-${dark ? 'gelap' : 'terang'}-${name}.png`));
      }
    }
    await engine.close();
  }
}
await host.close();
