// Makes Pagefind's index of the same summaries, a record for each cooperative: `node pagefind.mjs SUMMARIES FOLDER`. Run
// where npm has put `pagefind`. Called by `run`.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [file, folder] = process.argv.slice(2);
const { createIndex, close } = await import(pathToFileURL(path.resolve('node_modules/pagefind/lib/index.js')));
const summaries = readFileSync(file, 'utf8').trim().split('\n').map((line) => JSON.parse(line));
const start = performance.now();
const { index } = await createIndex({ forceLanguage: 'id' });
for (const one of summaries) {
  const goods = [...one.products.shown.map((good) => good.name), ...one.products.more];
  const content = [one.name, one.region.district, one.region.regency, ...one.sectors, ...one.products.categories, ...goods].join('. ');
  await index.addCustomRecord({ url: `/${one.slug}/`, content, language: 'id', meta: { title: one.name } });
}
await index.writeFiles({ outputPath: path.join(folder, 'pagefind') });
await close();
writeFileSync(path.join(folder, 'peer.html'), '<!doctype html><html lang="id"><title>Pagefind</title>');
console.log(JSON.stringify({ seconds: (performance.now() - start) / 1000 }));
