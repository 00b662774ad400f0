// Attack texts in everything that people write. What the program refuses with a finding counts as held; what it takes is
// built, beside the same site with harmless words of equal shape, and looked at as browsers, calendars, spreadsheet
// programs and hosts do.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { attacks, harmless } from './attacks.mjs';
import { Filled } from './filled.mjs';
import { cellsOf, faultsBeside } from './formats.mjs';
import { check, filesBelow, isWhole, ROOT, Site, TODAY } from './lib.mjs';
import { Names } from './names.mjs';
import { Browser } from './pages.mjs';

/** `keys.rs`, which is compiled with the tests. */
const KEYS = process.env.ETALASE_KEYS ?? path.join(ROOT, 'target/debug/examples/keys');
const PHOTO = path.join(ROOT, 'tests/sites/toko/content/kopi-lereng/foto/kopi.png');
// Keys whose other values make another site, not another text: which pages and languages there are, and where.
const STAYS = { bahasa: isWhole ? '[id, su, en]' : '[id]', alamat: 'https://situs.example/', inang: 'netlify', analitik: 'null', foto: '{bentuk: [webp], lebar: [160]}' };
const HEADS = ['Koperasi', 'Nama Barang', 'Harga', 'Satuan', 'Keterangan', 'Kategori'];

/** All files of one attack. Each knows what it holds, and takes back what is refused. */
class Attacked {
  constructor(table, texts) {
    const text = texts[0];
    this.texts = texts;
    this.files = {
      'etalase.yaml': new Filled(table.site.filter(({ name }) => !(name in STAYS)), texts, Object.entries(STAYS).map(([key, value]) => `${key}: ${value}`)),
      'content/kpc/profil.yaml': new Filled(table.profile, texts),
      'content/kpc/cerita/uji.md': new Filled(table.story, texts, ['---']),
      'content/_agenda/uji.yaml': new Filled(table.event, texts),
      'content/_muda/kuis.yaml': new Filled(table.quiz, texts),
      'content/_muda/uji.md': new Filled(table.youth_page, texts, ['---']),
    };
    this.bodies = { 'content/kpc/cerita/uji.md': true, 'content/_muda/uji.md': true };
    this.bodyTexts = { 'content/kpc/cerita/uji.md': text, 'content/_muda/uji.md': texts.at(-1) };
    this.names = new Names(texts.at(-1));
    this.cells = HEADS.map((_, at) => at !== 2 && at !== 0);
    this.refused = 0;
  }

  write(site, change) {
    fs.rmSync(site.path('content'), { recursive: true, force: true });
    const photos = new Set();
    for (const [name, filled] of Object.entries(this.files)) {
      const body = name.endsWith('.md') ? `---\n\n${this.bodies[name] ? change(this.bodyTexts[name]) : 'Isi.'}\n` : '';
      site.put(name, filled.render(change) + body);
      if (name.startsWith('content/kpc/')) filled.files.forEach((photo) => photos.add(photo));
    }
    for (const photo of photos) {
      if (!/\0|\/$/.test(photo) && Buffer.byteLength(photo) < 250) site.put(`content/kpc/${photo}`, fs.readFileSync(PHOTO));
    }
    this.names.write(site, change);
  }

  /** Takes back what a file's findings are about; gives how much that was. */
  takeBack(name, lines) {
    const filled = this.files[name];
    if (!filled) return this.names.takeBack(name);
    if (this.bodies[name] && lines.some((line) => line > filled.lines.length + 1)) {
      this.bodies[name] = false;
      this.refused += 1;
      return 1;
    }
    return filled.takeBack(lines);
  }

  /** Writes the site until the program takes it, with the attack and with harmless words. */
  settle(site, control) {
    for (let round = 0; round < 40; round += 1) {
      const errors = this.errors(site, (text) => text);
      // Harmless words are rarely refused where an attack was taken.
      if (errors.length === 0) errors.push(...this.errors(control, harmless));
      if (errors.length === 0) return;
      const files = [...new Set(errors.map(({ file }) => file))];
      const lines = (name) => [...new Set(errors.filter(({ file }) => file === name).map(({ line }) => line))];
      if (files.reduce((sum, name) => sum + this.takeBack(name, lines(name)), 0) === 0) {
        throw new Error(`the examples themselves are refused: ${JSON.stringify(errors[0])}`);
      }
    }
    throw new Error('it is refused again and again');
  }

  errors(site, change) {
    this.write(site, change);
    return site.findings(['check', '--today', TODAY]).filter(({ level }) => level === 'error');
  }

  /** A sheet with the attack in its cells becomes a profile. */
  import(site, control) {
    for (let round = 0; round < HEADS.length + 1; round += 1) {
      const errorsOf = (one, change) => {
        const cell = (text) => `"${text.replaceAll('"', '""')}"`;
        const row = ['Koperasi Lain', 'Teh', 'Rp 12.500', 'bungkus', '', ''].map((text, at) => cell(this.cells[at] ? change(this.texts[at % this.texts.length]) : text));
        one.put('lembar.csv', `${HEADS.join(';')}\n${row.join(';')}\n`);
        fs.rmSync(one.path('content/koperasi-lain'), { recursive: true, force: true });
        return one.findings(['import', 'lembar.csv', '--quiet']).filter(({ level }) => level === 'error');
      };
      const errors = errorsOf(site, (text) => text);
      if (errors.length === 0) errors.push(...errorsOf(control, harmless));
      if (errors.length === 0) return;
      const at = errors.map(({ cell }) => (cell ? cell.charCodeAt(0) - 65 : this.cells.lastIndexOf(true)));
      for (const column of new Set(at)) {
        this.cells[this.cells[column] ? column : this.cells.lastIndexOf(true)] = false;
        this.refused += 1;
      }
    }
  }

  counts() {
    const all = Object.values(this.files);
    const sum = (of, first) => all.reduce((total, one) => total + of(one), first);
    return { refused: sum(({ refused }) => refused, this.refused + this.names.refused), taken: sum((one) => one.taken(), this.names.taken + this.cells.filter(Boolean).length) };
  }
}

/** The summary that a site has published, as one of another site that the portal has collected. */
function collected(site) {
  const file = site.path('public/kpc/etalase.json');
  const summary = { ...JSON.parse(fs.readFileSync(file, 'utf8')), slug: 'susu', old_slugs: [] };
  site.put('content/_situs.yaml', 'situs:\n  - {alamat: https://susu.contoh.id/, wilayah: "32"}\n');
  site.put('content/_situs/susu.contoh.id.json', JSON.stringify({ address: 'https://susu.contoh.id/', collected: TODAY, summary }));
}

function built(attacked, site, control) {
  attacked.settle(site, control);
  attacked.import(site, control);
  for (const one of [site, control]) {
    // What a cooperative publishes is known before the portal is.
    one.build(['--only', 'kpc']);
    collected(one);
    one.build();
    for (const host of isWhole ? ['github-pages', 'gitlab-pages', 'cloudflare-workers'] : ['github-pages']) {
      one.run(['publish', '--write-workflow', '--host', host, '--quiet']);
    }
  }
}

/** A site's published files, and with them the CI files that were written. */
function published(site) {
  const files = filesBelow(site.path('public'));
  for (const [name, text] of filesBelow(site.folder, /^(content|public|\.etalase|etalase\.yaml|lembar\.csv)$/)) files.set(`../${name}`, text);
  return files;
}

/** One page of each kind, or of the whole run all; none that leads elsewhere by itself. */
function visited(pages) {
  const kinds = new Map();
  for (const [name, { kind, shape }] of pages) {
    if (name.endsWith('.html') && !shape.includes('http-equiv=refresh')) kinds.set(isWhole ? name : kind, name);
  }
  return [...kinds.values()];
}

/** Attacks one pair of sites. `use(control, { files, pages })` may look at the sound one, too. */
async function attack(browser, table, texts, use = () => {}) {
  const [site, control] = [new Site(), new Site()];
  try {
    const attacked = new Attacked(table, texts);
    built(attacked, site, control);
    const [one, other] = [site, control].map((built) => ({ files: published(built) }));
    one.pages = await browser.read(site.path('public'), one.files);
    other.pages = await browser.read(control.path('public'), other.files);
    const faults = faultsBeside(one, other);
    faults.push(...await browser.visit(site.path('public'), visited(one.pages)));
    await use(control, other);
    return { faults, ...attacked.counts(), pages: one.pages.size, files: one.files.size };
  } finally {
    site.close();
    control.close();
  }
}

/** A sound site in which one text of each kind of file is what it would be if it were not escaped. */
const PLANTED = [
  ['a script runs and a request leaves', /(^|\/)index\.html$/, (text) => text.replace('</h1>', '<img src=https://luar.invalid/x onerror=__canary()></h1>'), ['a script ran', 'asks https://luar.invalid', 'another shape']],
  ['an attribute is added', /(^|\/)index\.html$/, (text) => text.replace('<h1', '<h1 onclick=""'), ['another shape']],
  ['a text brings markup along', /(^|\/)produk\/[^/]+\/index\.html$/, (text) => text.replace(/(class="prose"[^>]*>)/, '$1<b onclick=x>'), ['brought b[']],
  ['structured data ends early', /(^|\/)produk\/[^/]+\/index\.html$/, (text) => text.replace(/(ld\+json">.{20})/, '$1"</script>'), ['cannot be read']],
  ['a cell is a formula', /\.csv$/, (text) => `${text}=1+1\n`, ['a cell is a formula']],
  ['a row is added', /\.csv$/, (text) => `${text}a\n`, ['another shape']],
  ['a calendar gets a line', /\.ics$/, (text) => text.replace('END:VEVENT', 'X-UJI:1\r\nEND:VEVENT'), ['another shape']],
  ['a feed gets an element', /\.atom$/, (text) => text.replace('</entry>', '<x/></entry>'), ['another shape']],
  ['a feed ends early', /\.atom$/, (text) => text.replace('</entry>', '&</entry>'), ['no XML']],
  ['a header is added', /_headers$/, (text) => `${text}  X-Uji: 1\n`, ['another shape']],
  ['a redirect is added', /_redirects$/, (text) => `${text}/a /b 301\n`, ['another shape']],
  ['robots get an order', /robots\.txt$/, (text) => `${text}Disallow: /\n`, ['another shape']],
  ['a sitemap gets an element', /sitemap\.xml$/, (text) => text.replace('</url>', '<x/></url>'), ['another shape']],
  ['data get a key', /etalase\.json$/, (text) => text.replace('{', '{"x":1,'), ['another shape']],
  ['a worker gets a statement', /sw\.js$/, (text) => `${text};x()\n`, ['another shape']],
  ['a workflow gets a step', /^\.\.\/\.github\/.*\.yml$/, (text) => `${text}      - run: uji\n`, ['another shape']],
];

/** Each check fails on a site that has what it looks for: what was missed. */
async function whatIsMissed(browser, control, sound) {
  const missed = faultsBeside(sound, sound).map((fault) => `a sound site: ${fault}`);
  for (const [name, pattern, plant, expected] of PLANTED) {
    const victim = [...sound.files.keys()].find((file) => pattern.test(file) && plant(sound.files.get(file)) !== sound.files.get(file));
    if (!victim) {
      missed.push(`${name}: no file to plant it in`);
      continue;
    }
    const faults = await faultsOfPlanted(browser, control, sound, victim, plant(sound.files.get(victim)));
    missed.push(...expected.filter((words) => !faults.some((fault) => fault.includes(words))).map((words) => `${name}: nobody said "${words}" but ${faults.join('; ')}`));
  }
  return missed;
}

async function faultsOfPlanted(browser, control, sound, victim, text) {
  const file = control.path('public', victim);
  fs.writeFileSync(file, text, 'latin1');
  const read = victim.startsWith('../') ? new Map() : await browser.read(control.path('public'), new Map([[victim, text]]));
  const planted = { files: new Map(sound.files).set(victim, text), pages: new Map([...sound.pages, ...read]) };
  const faults = faultsBeside(planted, sound);
  if (victim.endsWith('.html')) faults.push(...await browser.visit(control.path('public'), [victim]));
  fs.writeFileSync(file, sound.files.get(victim), 'latin1');
  return faults;
}

export default async function run() {
  const table = JSON.parse(execFileSync(KEYS, { encoding: 'utf8' }));
  const browser = await new Browser().start();
  try {
    let missed = ['nothing was built'];
    const all = attacks();
    for (const kind of new Set(all.map((one) => one.kind))) {
      const texts = all.filter((one) => one.kind === kind);
      await check(`injection: ${kind}`, async (note) => {
        const sums = { refused: 0, taken: 0, pages: 0, files: 0 };
        const faults = [];
        for (const one of texts) {
          const result = await attack(browser, table, one.texts, one === all[0] ? async (...sound) => { missed = await whatIsMissed(browser, ...sound); } : undefined);
          for (const name of Object.keys(sums)) sums[name] += result[name];
          faults.push(...result.faults.map((fault) => `${JSON.stringify(one.texts)}: ${fault}`));
        }
        note(`${texts.flatMap((one) => one.texts).length} texts: ${sums.refused} values refused, ${sums.taken} taken, ${sums.pages} pages of ${sums.files} files`);
        return faults;
      });
    }
    await check(`each of ${PLANTED.length} planted injections is found`, () => missed);
  } finally {
    await browser.close();
  }
}
