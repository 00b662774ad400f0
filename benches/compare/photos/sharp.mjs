// Photos of a folder to four WebP and one JPEG each, by sharp: `node sharp.mjs raw|clone PHOTOS OUT JOBS`.
// raw: one decode, every size from its pixels. clone: one pipeline for each size, as site generators do.
import { mkdirSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, parse } from 'node:path';

const sharp = createRequire(join(process.cwd(), 'package.json'))('sharp');
const [mode, photos, out, jobs] = process.argv.slice(2);
const widths = [1280, 960, 640, 320];
sharp.concurrency(1);
sharp.cache(false);
mkdirSync(out, { recursive: true });

async function source(file) {
  const upright = sharp(join(photos, file)).autoOrient();
  if (mode === 'clone') return () => upright.clone();
  const options = { resolveWithObject: true };
  const { data, info } = await upright.resize({ width: widths[0] }).removeAlpha().raw().toBuffer(options);
  return () => sharp(data, { raw: info });
}

async function make(file) {
  const stem = parse(file).name;
  const photo = await source(file);
  for (const width of widths) {
    const sized = () => photo().resize({ width });
    await sized().webp({ quality: 80, effort: 4 }).toFile(join(out, `${stem}-${width}.webp`));
    if (width === widths[0]) await sized().jpeg({ quality: 80 }).toFile(join(out, `${stem}-${width}.jpg`));
  }
}

const files = readdirSync(photos).sort();
const worker = async () => { for (let file; (file = files.shift());) await make(file); };
await Promise.all(Array.from({ length: Number(jobs) }, worker));
