// A portal's summaries, plausible and always the same: `node generate.mjs 2000 > summaries.jsonl`, a cooperative of West
// Java in each line, ten goods each. Salt comes from the coast only, so that its neighbours can be looked for.
import { readFileSync } from 'node:fs';
import path from 'node:path';

const rows = readFileSync(path.join(import.meta.dirname, '../../../src/model/region-jabar.tsv'), 'utf8')
  .split('\n').filter((line) => line && !line.startsWith('#')).map((line) => line.split('\t'));
const regencies = new Map(rows.filter(([code]) => code.length === 5).map(([code, name]) => [code, name]));
const districts = rows.filter(([code]) => code.length === 8);

// Mulberry32: the same numbers on every machine.
let state = 20261130;
const random = () => {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
};
// The first of a list are taken more often, as words are.
const pick = (list) => list[Math.floor(random() ** 1.6 * list.length)];

const KINDS = {
  kopi: ['Kopi', ['arabika', 'robusta', 'bubuk', 'luwak', 'madu', 'bijian', 'sangrai', 'hijau']],
  keripik: ['Keripik', ['pisang', 'singkong', 'tempe', 'talas', 'bayam', 'jamur', 'nangka', 'ubi ungu', 'kentang', 'kaca']],
  susu: ['Susu', ['murni', 'pasteurisasi', 'kambing', 'bubuk', 'jahe', 'cokelat', 'stroberi']],
  olahan: ['Olahan susu', ['segar', 'beku']],
  sayur: ['Sayur', ['organik', 'lodeh', 'asem', 'bayam', 'kangkung', 'kol', 'wortel']],
  jeruk: ['Jeruk', ['manis', 'siam', 'nipis', 'bali', 'keprok', 'lemon']],
  buah: ['', ['Pepaya kalifornia', 'Mangga gedong', 'Mangga arumanis', 'Pisang ambon', 'Pisang raja', 'Stroberi segar', 'Alpukat mentega', 'Nanas madu', 'Manggis', 'Salak', 'Melon organik']],
  beras: ['Beras', ['pandanwangi', 'merah', 'organik', 'ketan', 'hitam', 'premium', 'medium']],
  madu: ['Madu', ['hutan', 'randu', 'klanceng', 'kaliandra', 'murni']],
  telur: ['Telur', ['asin', 'ayam kampung', 'bebek', 'puyuh', 'ayam negeri']],
  ikan: ['Ikan', ['asin', 'lele', 'nila', 'gurame', 'mas', 'bandeng presto', 'patin beku']],
  gula: ['Gula', ['aren', 'semut', 'pasir', 'merah', 'kelapa']],
  kerupuk: ['Kerupuk', ['udang', 'melarat', 'kulit', 'bawang', 'miskin', 'jengkol']],
  gorengan: ['', ['Tahu goreng', 'Tempe goreng', 'Bawang goreng', 'Pisang goreng', 'Gorengan campur', 'Ayam goreng beku', 'Tahu bulat', 'Tahu susu', 'Tahu kuning']],
  lauk: ['', ['Rendang sapi', 'Rendang jamur', 'Abon sapi', 'Dendeng', 'Ayam ungkep', 'Sambal terasi', 'Sambal bawang']],
  kue: ['', ['Dodol', 'Opak', 'Rangginang', 'Wajit', 'Kue kering', 'Roti sobek', 'Bolu kukus', 'Peuyeum', 'Sale pisang', 'Cokelat batang']],
  bumbu: ['', ['Jahe merah', 'Kunyit bubuk', 'Lengkuas', 'Cabai rawit', 'Bawang merah', 'Kayu manis', 'Pala', 'Cengkih', 'Minyak kelapa', 'Minyak zaitun', 'Kecap manis']],
  singkong: ['Singkong', ['mentah', 'keju', 'beku', 'rebus', 'tape']],
  bambu: ['', ['Anyaman bambu', 'Tas bambu', 'Besek bambu', 'Anyaman pandan', 'Kursi rotan', 'Tikar mendong', 'Topi anyaman', 'Angklung']],
  kain: ['', ['Batik tulis', 'Batik cap', 'Kain tenun', 'Kerudung', 'Baju koko', 'Mukena bordir', 'Sepatu kulit', 'Tas kulit', 'Payung geulis']],
  sabun: ['', ['Sabun cuci', 'Sabun susu', 'Sampo lidah buaya', 'Sampo urang-aring', 'Minyak telon', 'Lilin aromaterapi']],
  pupuk: ['', ['Pupuk kompos', 'Pupuk kandang', 'Pupuk organik cair', 'Benih padi', 'Bibit kopi', 'Pakan ternak', 'Pakan lele', 'LPG 3 kg']],
  minum: ['', ['Teh hijau', 'Teh hitam', 'Teh celup', 'Bandrek', 'Bajigur', 'Jamu kunyit asam', 'Sirop pala', 'Wedang jahe', 'Sari buah']],
};
const SALT = ['Garam krosok', 'Garam halus', 'Garam laut'];
const SIZES = ['', '', '', '', ' 250 g', ' 500 g', ' 1 kg', ' kemasan besar', ' curah', ' pilihan', ' super', ' kualitas satu'];
const SECTORS = { kopi: 'perkebunan', susu: 'peternakan', olahan: 'peternakan', telur: 'peternakan', ikan: 'perikanan', bambu: 'kriya', kain: 'tekstil', sayur: 'pertanian', jeruk: 'pertanian', buah: 'pertanian', beras: 'pertanian', pupuk: 'sarana tani' };
const FIRST = ['Sari', 'Mekar', 'Tani', 'Mitra', 'Bina', 'Sinar', 'Karya', 'Mukti', 'Rukun', 'Berkah', 'Sugih', 'Warga', 'Puspa', 'Giri', 'Cahaya', 'Mandiri', 'Maju', 'Harapan'];
const LAST = ['Jaya', 'Makmur', 'Sejahtera', 'Bersama', 'Lestari', 'Mulya', 'Asih', 'Abadi', 'Raharja', 'Saluyu', 'Pasundan', 'Waluya', 'Bumi', 'Rahayu'];
const STARTS = ['Koperasi Desa Merah Putih', 'Koperasi Produsen', 'KUD', 'Koperasi Konsumen', 'Kopontren', 'Koperasi Serba Usaha', 'Koperasi Jasa'];
const COAST = new Set(['32.09', '32.12', '32.15', '32.13']);

// Names that somebody made up, thousands of them, as a real portal has them.
const SYLLABLES = 'ra sa ma na ka ta ba la ja ri si mi ni ki ti bi li su mu nu ku tu bu lu re se me ne ke lo ko go wa ya'.split(' ');
const invented = () => {
  const word = Array.from({ length: 3 }, () => SYLLABLES[Math.floor(random() * SYLLABLES.length)]).join('');
  return word[0].toUpperCase() + word.slice(1);
};

const slug = (text) => text.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
const good = (kind) => {
  const [noun, words] = KINDS[kind];
  return (noun ? `${noun} ` : '') + pick(words) + (random() < 0.15 ? ` ${invented()}` : '') + pick(SIZES);
};

const count = Number(process.argv[2] ?? 2000);
for (let number = 0; number < count; number++) {
  const [code, district] = districts[Math.floor(random() * districts.length)];
  const regency = code.slice(0, 5);
  const kinds = [pick(Object.keys(KINDS)), pick(Object.keys(KINDS)), Object.keys(KINDS)[Math.floor(random() * 23)]];
  const goods = new Set();
  // As some goods are at home somewhere, so that places can be asked for.
  if (regency === '32.11' && random() < 0.5) goods.add(`Tahu Sumedang${pick(SIZES)}`);
  if (regency === '32.05' && random() < 0.3) goods.add(`Jeruk ${pick(KINDS.jeruk[1])}`);
  if (regency === '32.73' && random() < 0.2) goods.add(`Batik ${pick(['tulis', 'cap'])}`);
  if (code === '32.04.15' && random() < 0.5) goods.add(`Kopi ${pick(KINDS.kopi[1])}`);
  if (COAST.has(regency) && random() < 0.2) goods.add(pick(SALT));
  while (goods.size < 10) goods.add(good(pick(kinds)));
  const names = [...goods];
  const name = `${pick(STARTS)} ${pick(FIRST)} ${random() < 0.4 ? district : random() < 0.5 ? pick(LAST) : invented()}`;
  const price = () => Math.round(5 + random() * 95) * 1000;
  const day = `2026-${String(1 + Math.floor(random() ** 0.4 * 11)).padStart(2, '0')}-${String(1 + Math.floor(random() * 23)).padStart(2, '0')}`;
  console.log(JSON.stringify({
    etalase: 1, slug: `${slug(name)}-${number}`, name, kind: pick(['produsen', 'konsumen', 'jasa', 'pemasaran']),
    sectors: [...new Set(kinds.map((kind) => SECTORS[kind]).filter(Boolean))],
    region: { code, regency: regencies.get(regency), district },
    products: {
      count: names.length, categories: [...new Set(kinds.map((kind) => kind[0].toUpperCase() + kind.slice(1)))],
      shown: names.slice(0, 6).map((one) => ({ slug: slug(one), name: one, price: price(), unit: 'bungkus' })),
      more: names.slice(6), prices: Object.fromEntries(names.slice(6).map((one) => [slug(one), price()])),
      priced_oldest: day, priced_freshest: day,
    },
    completeness: { score: 40 + Math.floor(random() * 60), missing: [] }, updated: day, languages: ['id'],
  }));
}
