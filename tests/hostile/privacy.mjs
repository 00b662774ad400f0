// What published pictures tell beside their pixels, read by ExifTool, which knows more places to hide something than
// etalase: of the demo, and of a site whose photos carry all that cameras, phones and editors write.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { check, filesBelow, isWhole, ROOT, Site } from './lib.mjs';

// What a picture is made of; the rest tells something.
const OF_PIXELS = new Set(['SourceFile', 'ExifTool', 'File', 'RIFF', 'Composite', 'VP8', 'JFIF', 'PNG', 'SVG', 'ICO']);
const TELLS = /Comment|Text|Author|Software|Date(?!$)|GPS|Thumb|Preview|Trailer|Profile|Make|Model|Owner|Description|Title|Creator|Copyright|Keywords/i;
const HARMLESS = /^(File|System):/;
const PICTURE = /\.(jpe?g|png|webp|gif|avif|ico)$/i;

/** Everything that ExifTool finds in files below a folder and that is no property of pixels. */
export function told(folder, names) {
  if (names.length === 0) throw new Error('there is no picture to look at');
  const run = spawnSync('exiftool', ['-json', '-G1', '-a', '-u', '-ee', '-x', 'System:all', '-@', '-'],
    { cwd: folder, input: names.map((name) => `./${name}\n`).join(''), encoding: 'utf8', maxBuffer: 1 << 28 });
  const read = JSON.parse(run.stdout);
  if (read.length !== names.length) throw new Error(`ExifTool has read ${read.length} of ${names.length} files: ${run.stderr.slice(0, 300)}`);
  return read.flatMap(({ SourceFile, ...tags }) => Object.entries(tags)
    .filter(([tag]) => !HARMLESS.test(tag) || /Comment|Trailer/.test(tag))
    .filter(([tag]) => !OF_PIXELS.has(tag.split(':')[0]) || TELLS.test(tag.split(':')[1]))
    .map(([tag, value]) => `${SourceFile} tells ${tag}: ${String(value).slice(0, 60)}`));
}

const pictures = (folder) => [...filesBelow(folder).keys()].filter((name) => PICTURE.test(name));

/** A shop with each photo of the collection that carries metadata. */
function shopOfPhones() {
  const site = new Site({ 'etalase.yaml': 'judul: Uji\nalamat: https://contoh.id/\nbahasa: [id]\nfoto: {bentuk: [webp, jpeg], lebar: [160]}\n' });
  const from = path.join(ROOT, 'tests/data/exif');
  const photos = fs.readdirSync(from, { recursive: true }).filter((name) => /\.(jpe?g|png|webp)$/i.test(name));
  let goods = '';
  for (const [number, name] of photos.entries()) {
    const photo = `foto/${number}${path.extname(name)}`;
    site.put(`content/kpc/${photo}`, fs.readFileSync(path.join(from, name)));
    goods += `  - {nama: Barang ${number}, harga: Rp 12.500, satuan: buah, foto: [${photo}]}\n`;
  }
  const write = () => site.put('content/kpc/profil.yaml', `nama: Koperasi Contoh\nkontak: {whatsapp: 0812-0000-0000}\nproduk:\n${goods}`);
  write();
  // Some of the collection are broken on purpose; their goods go without.
  for (const { level, file } of site.findings(['check'])) {
    const number = /foto\/(\d+)\./.exec(file)?.[1];
    if (level === 'error' && number) goods = goods.replace(new RegExp(`, foto: \\[foto/${number}\\.[^\\]]*\\]`), '');
  }
  write();
  return site;
}

export default async function run() {
  await check('metadata of photos: a file that has some is told', () => {
    const missed = [];
    const from = path.join(ROOT, 'tests/data/exif');
    const photos = fs.readdirSync(from, { recursive: true }).filter((name) => /\.jpe?g$/i.test(name));
    const named = new Set(told(from, photos).map((fault) => fault.split(' tells ')[0]));
    if (named.size < photos.length / 2) missed.push(`only ${named.size} of ${photos.length} originals tell something`);
    return missed;
  });
  await check('metadata of photos: the demo', (note) => {
    // `tests/run` has built it.
    const folder = process.env.ETALASE_SITE;
    const all = pictures(folder);
    // The gate looks at one of nine: of one photo there are many sizes, written by the same code.
    const names = all.filter((_, at) => isWhole || at % 9 === 0);
    note(`${names.length} of ${all.length} pictures`);
    return told(folder, names);
  });
  await check('metadata of photos: photos of cameras, phones and editors', (note) => {
    const site = shopOfPhones();
    try {
      site.build();
      const names = pictures(site.path('public'));
      note(`${names.length} pictures`);
      return told(site.path('public'), names);
    } finally {
      site.close();
    }
  });
}
