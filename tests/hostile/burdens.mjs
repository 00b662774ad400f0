// What one cooperative may lay upon whoever builds: for each, how it is written into a site. All of it is made here, and is
// dull: zeros, repeated letters, names. `{ name, put(site), findings, isQuick, limits }`; `findings` are the codes of which
// one must be told about it, or null where it is as good as anybody's; `limits` are those of the site, else the usual.
import fs from 'node:fs';
import { gif, jpeg, packed, png, SIDE, webp } from './bombs.mjs';

const HOME = 'content/jahat';
const HEAD = 'nama: Koperasi Jahat\nkontak: {whatsapp: 0812-0000-0099}\n';
const KB = 1024;
/** Just below what a profile or a story may have, and below the most that a site may allow. */
const TEXT = 255 * KB;
const GENEROUS = { teks_kb: 16_384 };
const GENEROUS_TEXT = 16_000 * KB;

const filled = (line, bytes) => line.repeat(Math.floor(bytes / Buffer.byteLength(line)));

const profile = (site, text = '', home = HOME) => site.put(`${home}/profil.yaml`, HEAD + text);

/** Goods, of which each shows a photo. */
const withPhotos = (photos) => (site) => {
  const goods = Object.keys(photos).map((name, at) => `  - {nama: Barang ${at}, harga: Rp 10.000, satuan: buah, foto: ["foto/${name}"]}\n`);
  profile(site, `produk:\n${goods.join('')}`);
  for (const [name, bytes] of Object.entries(photos)) site.put(`${HOME}/foto/${name}`, bytes());
};

const photo = (name, kind, bytes, findings, more = {}) => ({ name, put: withPhotos({ [`bom.${kind}`]: bytes }), findings, ...more });

const text = (name, text, findings, more = {}) => ({ name, put: (site) => profile(site, typeof text === 'function' ? text() : text), findings, ...more });

/** A story of one pattern, and as much of the same as fits as the words of a product. */
const markdown = (name, body, more = {}) => ({
  name: `Markdown: ${name}`,
  put(site) {
    const words = body();
    // Between quotes it is longer.
    const part = words.slice(0, Math.floor((words.length * (TEXT - KB)) / Math.max(TEXT - KB, Buffer.byteLength(JSON.stringify(words)))));
    profile(site, `produk:\n  - nama: Barang\n    harga: Rp 10.000\n    satuan: buah\n    keterangan: ${JSON.stringify(part)}\n`);
    site.put(`${HOME}/cerita/uji.md`, `---\njudul: Uji\ntanggal: 2026-11-01\n---\n\n${words}\n`);
  },
  findings: null,
  ...more,
});

/** A file of a size without any of its bytes on the disk. */
function sparse(site, name, bytes) {
  site.put(name, '');
  fs.truncateSync(site.path(name), bytes);
}

const PIXELS = ['photo-too-many-pixels', 'photo-truncated', 'photo-damaged', 'photo-too-large'];

const PHOTOS = [
  photo('a PNG that claims 3.6 thousand million pixels', 'png', () => png(60_000, 60_000, { data: Buffer.alloc(5000) }), PIXELS, { isQuick: true }),
  photo('a JPEG that claims 4.2 thousand million pixels', 'jpg', () => jpeg(65_500, { bytes: 5000 }), PIXELS),
  photo('a WebP that claims 268 million pixels', 'webp', () => webp(16_384, 16_384), PIXELS, { isQuick: true }),
  photo('a GIF that claims 4.2 thousand million pixels', 'gif', () => gif(65_535, 65_535), PIXELS),
  photo('a PNG of 14 KB that is 118 million pixels', 'png', () => png(SIDE, SIDE, { bits: 1 }), PIXELS),
  photo('a PNG of 115 KB that is 118 million pixels', 'png', () => png(SIDE, SIDE), null),
  photo('a PNG of 120 KB with 16 bits of four colours', 'png', () => png(3900, 4000, { bits: 16, colour: 6 }), null),
  photo('a PNG in seven passes', 'png', () => png(4000, 3900, { bits: 1, interlaced: 1 }), null),
  photo('a PNG whose profile and comment unpack to 150 MB', 'png', () => png(600, 600, { extra: packed(150_000_000) }), null),
  photo('a JPEG of 465 KB that is 118 million pixels', 'jpg', () => jpeg(SIDE), null),
  photo('a JPEG of 247 KB with 90 scans of 118 million pixels', 'jpg', () => jpeg(SIDE, { scans: 90 }), null),
  photo('a JPEG of 40 KB with 90 scans of 16 million pixels', 'jpg', () => jpeg(3992, { scans: 90 }), null),
  photo('a JPEG with 5,000 scans', 'jpg', () => jpeg(600, { scans: 5000 }), PIXELS),
  photo('a WebP of 36 bytes that is 15.6 million pixels', 'webp', () => webp(4000, 3900), null),
  photo('a WebP of 120 KB that is 118 million pixels', 'webp', () => webp(SIDE, SIDE, 120_000), PIXELS),
  photo('a WebP of 60 KB that is as many pixels as a WebP may have', 'webp', () => webp(7150, 7150, 60_000), null),
  photo('a GIF of 126 KB that is 118 million pixels', 'gif', () => gif(SIDE, SIDE, { behind: 80_000 }), PIXELS),
  photo('a GIF that is as many pixels as a GIF may have', 'gif', () => gif(6700, 6700, { behind: 50_000 }), null),
  photo('a PNG that shows through and is as many pixels as it may have', 'png', () => png(9480, 9480, { colour: 6 }), null),
  photo('a GIF of 9 KB that is 15.6 million pixels', 'gif', () => gif(4000, 3900), null),
  photo('a GIF of 2,000 pictures of 15.6 million pixels', 'gif', () => gif(4000, 3900, { frames: 2000 }), null),
  {
    name: 'four photos of 51 million pixels at once',
    put: withPhotos(Object.fromEntries(Array.from({ length: 4 }, (_, at) => [`bom-${at}.webp`, () => webp(7150, 7150, 60_000 + 2 * at)]))),
    findings: null,
  },
];

const TEXTS = [
  text('aliases of aliases, to 9 to the 9th', () => `a0: &a0 [x,x,x,x,x,x,x,x,x]\n${Array.from({ length: 9 }, (_, at) => `a${at + 1}: &a${at + 1} [${Array(9).fill(`*a${at}`)}]\n`).join('')}`, null, { isQuick: true }),
  text('100,000 goods', () => `produk:\n${filled('  - {nama: Barang, harga: Rp 10.000}\n', 100_000 * 37)}`, ['text-too-large']),
  text('100,000 goods, where texts may have 16 MB', () => `produk:\n${filled('  - {nama: Barang, harga: Rp 10.000}\n', 100_000 * 37)}`, null, { limits: GENEROUS }),
  text('as many goods as fit', () => `produk:\n${filled('  - {}\n', TEXT)}`, null, { isQuick: true }),
  text('a list of a million items', () => `kata_kunci: [${'a,'.repeat(1_000_000)}a]\n`, ['text-too-large']),
  text('a list of as many items as fit', () => `produk:\n  - nama: Barang\n    harga: 1000\n    foto: [${'a,'.repeat(TEXT / 2 - 64)}a]\n`, null),
  {
    name: 'a list of photos that are not there, as long as fits, beside 2,000 that are',
    put(site) {
      profile(site, `produk:\n  - nama: Barang\n    harga: 1000\n    foto: [${'a,'.repeat(TEXT / 2 - 64)}a]\n`);
      for (let at = 0; at < 2000; at += 1) site.put(`${HOME}/foto/barang-yang-lain-${at}.jpg`, '');
    },
    findings: null,
  },
  text('a list of a million items, where texts may have 16 MB', () => `produk:\n  - nama: Barang\n    harga: 1000\n    foto: [${'a,'.repeat(1_000_000)}a]\n`, null, { limits: GENEROUS }),
  text('as many keys as fit', () => Array.from({ length: 24_000 }, (_, at) => `k${at}: 1\n`).join(''), null),
  text('a million keys, where texts may have 16 MB', () => Array.from({ length: 1_000_000 }, (_, at) => `k${at}: 1\n`).join(''), null, { limits: GENEROUS }),
  text('brackets in brackets', () => `catatan: ${'['.repeat(100_000)}${']'.repeat(100_000)}\n`, null, { isQuick: true }),
  text('mappings in mappings, by indentation', () => `a:\n${Array.from({ length: 700 }, (_, at) => `${' '.repeat(at + 1)}a:\n`).join('')}`, null),
  text('one word of 255 KB', () => `tentang: ${'a'.repeat(TEXT)}\n`, null),
  text('one word of 16 MB, where texts may have that', () => `tentang: ${'a'.repeat(GENEROUS_TEXT)}\n`, null, { limits: GENEROUS }),
  text('quotes that never end', () => `tentang: ${'"\n'.repeat(TEXT / 2)}`, null),
  text('anchors without aliases', () => `tentang: [${Array.from({ length: 20_000 }, (_, at) => `&a${at} a`)}]\n`, null),
  text('escapes that are many characters', () => `tentang: "${'\\U0001F600'.repeat(25_000)}"\n`, null),
  text('marks upon one letter', () => `tentang: a${'\u0301'.repeat(120_000)}\n`, null),
];

const FILES = [
  { name: 'a profile of 1 GB', put: (site) => sparse(site, `${HOME}/profil.yaml`, 2 ** 30), findings: ['text-too-large'], isQuick: true },
  { name: 'a story of 1 GB', put: (site) => [profile(site), sparse(site, `${HOME}/cerita/uji.md`, 2 ** 30)], findings: ['text-too-large'] },
  { name: 'a photo of 1 GB', put: (site) => [withPhotos({ 'bom.jpg': () => '' })(site), sparse(site, `${HOME}/foto/bom.jpg`, 2 ** 30)], findings: PIXELS },
  {
    name: '10,000 stories',
    put(site) {
      profile(site);
      for (let at = 0; at < 10_000; at += 1) site.put(`${HOME}/cerita/uji-${at}.md`, `---\njudul: Uji ${at}\ntanggal: 2026-11-01\n---\nIsi.\n`);
    },
    findings: null,
  },
  {
    name: '5,000 photos that are none',
    put(site) {
      profile(site);
      for (let at = 0; at < 5000; at += 1) site.put(`${HOME}/foto/${at}.jpg`, '');
    },
    findings: ['too-many-photos'],
  },
  { name: 'folders 1,900 deep', put: (site) => [profile(site), site.put(`${HOME}/foto/${'a/'.repeat(1900)}a.jpg`, 'x')], findings: null, isQuick: true },
  {
    name: 'names of 255 bytes',
    put(site) {
      const long = (letter, ending) => letter.repeat(Math.floor((255 - ending.length) / Buffer.byteLength(letter))) + ending;
      profile(site);
      for (const letter of ['a', 'é', '漢', '-', '.a']) {
        site.put(`${HOME}/foto/${long(letter, '.jpg')}`, 'x');
        site.put(`${HOME}/cerita/${long(letter, '.md')}`, `---\njudul: Uji\ntanggal: 2026-11-01\n---\nIsi.\n`);
        profile(site, '', `content/${long(letter, '')}`);
      }
    },
    findings: null,
    isQuick: true,
  },
  {
    name: 'names that are one after normalisation, or but for case',
    put(site) {
      profile(site);
      for (const name of ['Kop\u00e9', 'Kope\u0301', 'kop\u00e9', 'JAHAT']) {
        site.put(`${HOME}/foto/${name}.jpg`, 'x');
        site.put(`${HOME}/cerita/${name}.md`, `---\njudul: Uji\ntanggal: 2026-11-01\n---\nIsi.\n`);
        profile(site, '', `content/${name}`);
      }
    },
    findings: null,
    isQuick: true,
  },
  {
    name: 'names that Windows keeps for itself',
    put(site) {
      profile(site);
      for (const name of ['con', 'PRN', 'aux', 'nul', 'COM1', 'lpt9', 'con.uji', 'a.', 'a ', 'a:b', 'a?', 'a*', 'a|b', 'a"b', 'a<b', 'a\\b']) {
        site.put(`${HOME}/foto/${name}.jpg`, 'x');
        site.put(`${HOME}/cerita/${name}.md`, `---\njudul: Uji\ntanggal: 2026-11-01\n---\nIsi.\n`);
        profile(site, '', `content/${name}`);
      }
    },
    findings: null,
    isQuick: true,
  },
  {
    name: 'names that are no text',
    put(site) {
      profile(site);
      for (const [folder, ending] of [['cerita', '.md'], ['foto', '.jpg']]) {
        fs.mkdirSync(site.path(HOME, folder), { recursive: true });
        fs.writeFileSync(Buffer.concat([Buffer.from(site.path(HOME, folder, 'a')), Buffer.from([0xff, 0xfe]), Buffer.from(ending)]), 'x');
      }
      fs.mkdirSync(Buffer.concat([Buffer.from(site.path('content', 'b')), Buffer.from([0xff])]));
    },
    findings: null,
    isQuick: true,
  },
  {
    name: 'files that say more for ever',
    put(site) {
      profile(site);
      fs.mkdirSync(site.path(HOME, 'cerita'), { recursive: true });
      fs.mkdirSync(site.path(HOME, 'foto'), { recursive: true });
      for (const name of ['cerita/uji.md', 'foto/bom.jpg']) fs.symlinkSync('/dev/zero', site.path(HOME, name));
    },
    findings: null,
    isQuick: true,
  },
];

const TABLE = () => `${filled('|a', 60 * KB)}|\n${filled('|-', 60 * KB)}|\n${filled('a\n', 130 * KB)}`;

const MARKDOWN = [
  markdown('stars that close nothing', () => filled('*a_ ', TEXT)),
  markdown('emphasis in emphasis', () => `${filled('*a **a ', TEXT / 2)}${filled(' a** a*', TEXT / 2 - KB)}`),
  markdown('phrases between stars behind signs, on one line', () => `${filled('.', TEXT / 2)}a ${filled('*b* ', TEXT / 2 - KB)}`),
  markdown('brackets that open', () => filled('[', TEXT)),
  markdown('pictures that open', () => filled('![[]()', TEXT)),
  markdown('links that never end', () => filled('[a](<b', TEXT)),
  markdown('links with titles that never end', () => filled('[a](b "c ', TEXT)),
  markdown('ticks of every length', () => Array.from({ length: 700 }, (_, at) => `e${'`'.repeat(at)}`).join('').slice(0, TEXT)),
  markdown('comments that never end', () => filled('<!-- a ', TEXT)),
  markdown('declarations and instructions that never end', () => filled('<?a<!A<![CDATA[', TEXT)),
  markdown('quotations in quotations', () => `${filled('>', TEXT / 2)}\na\n${filled('>', TEXT / 4)}\n`),
  markdown('lists in lists', () => Array.from({ length: 700 }, (_, at) => `${' '.repeat(at)}* a\n`).join('').slice(0, TEXT)),
  markdown('a table of 30,000 columns and 65,000 short rows', TABLE, { isQuick: true }),
  markdown('one reference of many words', () => `[a]: /${'b'.repeat(TEXT / 2)}\n\n${filled('[a] ', TEXT / 2 - KB)}`, { isQuick: true }),
  markdown('references to nothing', () => filled('[a][b] ', TEXT)),
  markdown('many references', () => Array.from({ length: 12_000 }, (_, at) => `[${at}]: x\n`).join('') + Array.from({ length: 10_000 }, (_, at) => `[${at}] `).join('')),
  markdown('references that begin and are none', () => filled('[a]: b "c\n', TEXT)),
  markdown('entities', () => filled('&amp;&#x41;&', TEXT)),
  markdown('addresses between angles', () => filled('<a:', TEXT)),
  markdown('headings and lines of strokes', () => filled('a\n=\n-\n', TEXT)),
  markdown('tabs', () => filled('\t>\t', TEXT)),
];

/** All of them, by kind. */
export const BURDENS = { photos: PHOTOS, texts: TEXTS, files: FILES, Markdown: MARKDOWN };
