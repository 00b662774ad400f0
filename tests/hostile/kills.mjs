// Commands that write, and kill -9 at random moments of each. A kill counts where the program was alive and had begun to
// write: what others find then is between before and after.
import { spawn, spawnSync } from 'node:child_process';
import http from 'node:http';
import fs from 'node:fs';
import path from 'node:path';
import { different, faultsBetween, filesBelow, isWhole, Site, TODAY } from './lib.mjs';

// A build costs as much as it has pages and share pictures: those of the gate are small, and no less whole.
const SHOPS = isWhole ? 8 : 2;
const GOODS = isWhole ? 6 : 2;
const name = (number) => `koperasi-${String(number).padStart(2, '0')}`;
const profile = (number, price) => `nama: Koperasi Nomor ${number}\nkontak: {whatsapp: 0812-0000-00${String(number).padStart(2, '0')}}\nproduk:\n${
  Array.from({ length: GOODS }, (_, at) => `  - {nama: Barang ${at}, harga: Rp ${price}.${at}00, satuan: buah}\n`).join('')}`;

/** A portal of small shops, each of whose goods has a price that begins so. */
export function shops(price, count = SHOPS) {
  const site = new Site({ 'etalase.yaml': 'judul: Uji\nalamat: https://contoh.id/\nbahasa: [id]\n' });
  reprice(site, price, count);
  return site;
}

export function reprice(site, price, count = SHOPS) {
  for (let number = 0; number < count; number += 1) site.put(`content/${name(number)}/profil.yaml`, profile(number, price));
}

const pause = (milliseconds) => new Promise((resolve) => { setTimeout(resolve, milliseconds); });
const ended = (child) => new Promise((resolve) => { child.once('exit', (code, signal) => resolve({ code, signal })); });

/**
 * Each makes a world of its own, with
 * - `turn()`: brings in the next change, so that there is work; gives what stands before it, by path;
 * - `begin()`: starts the work; gives the process that is to be killed;
 * - `writes()`: true once it has written a certain part, of work that is long before it writes and then soon over: it is
 *   killed at once, instead of after a time;
 * - `state()`: what others find now, by path;
 * - `hasBegun()`: what changes as soon as something is written that others do not see;
 * - `complete()`: the next run; gives what should stand then, by path, or throws;
 * - `originals()`: what people wrote, by path, which no kill may change.
 */
export const KILLED = {
  build() {
    const site = shops(10);
    site.build();
    let price = 10;
    // A clean build of each of the two prices.
    const clean = new Map();
    const state = () => filesBelow(site.path('public'));
    return {
      turn() {
        price = price === 10 ? 11 : 10;
        reprice(site, price);
        return state();
      },
      begin: () => site.start(['build', '--today', TODAY, '--quiet']),
      state,
      complete() {
        site.build();
        if (!clean.has(price)) {
          site.build(['--output', `bersih-${price}`]);
          clean.set(price, filesBelow(site.path(`bersih-${price}`)));
        }
        return clean.get(price);
      },
      hasBegun: () => [...filesBelow(site.path('public/.etalase'), null), ...filesBelow(site.path('.etalase'), null)].map(([file, text]) => file + text.length).join(),
      originals: () => filesBelow(site.path('content')),
      close: () => site.close(),
    };
  },

  publish() {
    const site = shops(10);
    const git = (...args) => {
      const run = spawnSync('git', ['-c', 'user.name=Uji', '-c', 'user.email=uji@contoh.id', ...args], { cwd: site.folder, encoding: 'utf8' });
      if (run.status !== 0) throw new Error(`git ${args.join(' ')}: ${run.stderr}`);
      return run.stdout;
    };
    git('init', '--quiet', '--bare', 'asal.git');
    git('init', '--quiet', '--initial-branch', 'main');
    git('remote', 'add', 'origin', site.path('asal.git'));
    site.put('.gitignore', '/public/\n/.etalase/\n/asal.git/\n/bersih/\n');
    git('add', '--all');
    git('commit', '--quiet', '--message', 'Situs');
    const publish = ['publish', '--quiet'];
    let price = 10;
    // What a host would show: the tree of the branch, whole or not at all.
    const tree = () => {
      const run = spawnSync('git', ['--git-dir', site.path('asal.git'), 'ls-tree', '-r', 'gh-pages'], { encoding: 'utf8' });
      return new Map([['the branch', run.status === 0 ? run.stdout : '']]);
    };
    const first = site.run(['publish', '--build', '--quiet']);
    if (first.code !== 0) throw new Error(first.err);
    return {
      turn() {
        price += 1;
        reprice(site, price);
        site.build();
        return tree();
      },
      begin: () => site.start(publish),
      state: tree,
      complete() {
        const run = site.run(publish);
        if (run.code !== 0) throw new Error(`publish: ${run.err}`);
        spawnSync('git', ['--git-dir', site.path('asal.git'), 'fsck', '--strict'], { encoding: 'utf8' });
        const wanted = filesBelow(site.path('public'));
        const shown = site.path('asal');
        fs.rmSync(shown, { recursive: true, force: true });
        fs.mkdirSync(shown);
        spawnSync('git', ['--git-dir', site.path('asal.git'), '--work-tree', shown, 'checkout', '--force', 'gh-pages', '--', '.']);
        const missing = different(wanted, filesBelow(shown)).filter((file) => wanted.has(file) && !/(^|\/)\.gitignore$/.test(file));
        if (missing.length > 0) throw new Error(`published otherwise than built: ${missing.slice(0, 3)}`);
        return tree();
      },
      // Loose objects are written before the branch moves.
      hasBegun: () => fs.readdirSync(site.path('.git'), { recursive: true }).length,
      originals: () => filesBelow(site.path('content')),
      close: () => site.close(),
    };
  },

  import() {
    const site = new Site({ 'etalase.yaml': 'judul: Uji\n' });
    const sheet = (price) => `Koperasi;No. WA;Nama Barang;Harga;Satuan\n${Array.from({ length: 120 }, (_, number) => `Koperasi Nomor ${number};0812-0000-0${String(number).padStart(3, '0')};Teh;Rp ${price}.000;kg\n`).join('')}`;
    let price = 10;
    let [turns, part, written] = [0, '', 0];
    const run = () => {
      const done = site.run(['import', 'lembar.csv', '--quiet']);
      if (done.code !== 0) throw new Error(`import: ${done.err}`);
    };
    site.put('lembar.csv', sheet(price));
    run();
    // Beside each profile lies the one of before, under a name that begins with a dot.
    const state = () => filesBelow(site.path('content'), /(^|\/)\.[^/]*$/);
    return {
      turn() {
        price += 1;
        site.put('lembar.csv', sheet(price));
        turns += 1;
        part = site.path(`content/koperasi-nomor-${(turns * 37) % 110}/profil.yaml`);
        written = fs.statSync(part).ino;
        return state();
      },
      begin: () => site.start(['import', 'lembar.csv', '--quiet']),
      // A sheet is read and judged to its end before the first profile is another file.
      writes: () => fs.statSync(part).ino !== written,
      state,
      complete() {
        run();
        return state();
      },
      wanted: (before) => new Map([...before].map(([file, text]) => [file, text.replaceAll(/Rp \d+\.000/g, `Rp ${price}.000`)])),
      originals: () => new Map([['lembar.csv', fs.readFileSync(site.path('lembar.csv'), 'utf8')]]),
      close: () => site.close(),
    };
  },

  edit() {
    const site = shops(10);
    const file = 'content/koperasi-00/profil.yaml';
    let price = 10;
    let request;
    const state = () => new Map([[file, fs.readFileSync(site.path(file), 'utf8')]]);
    return {
      turn() {
        price += 1;
        return state();
      },
      async begin() {
        const child = site.start(['edit', '--port', '0', '--today', TODAY], { stdio: ['ignore', 'pipe', 'ignore'] });
        request = await form(child, price);
        return child;
      },
      // A file that is renamed into place is one write: killed before it, nothing of it is seen.
      isOneWrite: true,
      // The form is sent when the clock of the kill begins to run.
      go: () => request(),
      state,
      async complete() {
        const child = site.start(['edit', '--port', '0', '--today', TODAY], { stdio: ['ignore', 'pipe', 'ignore'] });
        const over = ended(child);
        const send = await form(child, price);
        const answer = await send();
        child.kill('SIGKILL');
        await over;
        if (answer !== 303) throw new Error(`the form was answered ${answer}`);
        return state();
      },
      wanted: (before) => new Map([[file, before.get(file).replace(/Rp \d+\.000/, `Rp ${price}.000`)]]),
      originals: () => filesBelow(site.path('content'), /koperasi-00/),
      close: () => site.close(),
    };
  },

  collect() {
    const site = new Site({ 'etalase.yaml': 'judul: Portal\nalamat: https://dinas.contoh.id/\n' });
    let price = 10;
    const server = spawn(process.execPath, ['-e', SUMMARIES], { stdio: ['pipe', 'pipe', 'inherit'] });
    const ready = new Promise((resolve) => { server.stdout.once('data', (port) => resolve(Number(port))); });
    const state = () => filesBelow(site.path('content/_situs'));
    const all = ['collect', '--allow-private', '--timeout', '5', '--quiet'];
    const run = () => {
      const done = site.run(all);
      if (done.code !== 0) throw new Error(`collect: ${done.err}`);
    };
    const say = () => new Promise((resolve) => {
      server.stdout.once('data', resolve);
      server.stdin.write(`${price}\n`);
    });
    return {
      async turn() {
        const port = await ready;
        if (!fs.existsSync(site.path('content/_situs.yaml'))) {
          site.put('content/_situs.yaml', `situs:\n${Array.from({ length: 60 }, (_, number) => `  - http://127.0.0.1:${port}/${name(number)}/\n`).join('')}`);
          await say();
          run();
        }
        price += 1;
        await say();
        return state();
      },
      begin: () => site.start(all),
      state,
      complete() {
        run();
        return state();
      },
      wanted: (before) => new Map([...before].map(([file, text]) => [file, text.replaceAll(/"Koperasi \d+ /g, `"Koperasi ${price} `)])),
      originals: () => new Map([['_situs.yaml', fs.readFileSync(site.path('content/_situs.yaml'), 'utf8')]]),
      close() {
        server.kill();
        site.close();
      },
    };
  },
};

// A host of sixty sites; each line that it reads is what their names say from then on.
const SUMMARIES = `
let price = '0';
process.stdin.on('data', (text) => { price = String(text).trim(); console.log('ok'); });
require('http').createServer((request, response) => {
  const slug = request.url.split('/')[1];
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ etalase: 1, slug, name: 'Koperasi ' + price + ' ' + slug, languages: ['id'] }));
}).listen(0, '127.0.0.1', function () { console.log(this.address().port); });
`;

/** Lets a browser without eyes into a running editor; gives what sends the form of a price, which gives the status. */
async function form(child, price) {
  const line = await new Promise((resolve) => { child.stdout.once('data', (text) => resolve(String(text))); });
  const address = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(line)[0];
  const { origin } = new URL(address);
  const ask = (url, options = {}) => new Promise((resolve, reject) => {
    const request = http.request(url, { agent: false, ...options }, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, text: Buffer.concat(parts).toString() }));
      response.on('error', reject);
    });
    request.on('error', reject);
    request.end(options.body);
  });
  const cookie = (await ask(address)).headers['set-cookie'][0].split(';')[0];
  const place = `${origin}/k/koperasi-00/isi/produk[1]`.replace('[', '%5B').replace(']', '%5D');
  const found = await ask(place, { headers: { cookie } });
  if (found.status !== 200) throw new Error(`no form at ${place}: ${found.status}`);
  const inside = found.text.split('method="post"')[1].split('</form>')[0];
  const hidden = [...inside.matchAll(/<input type="hidden"[^>]*>/g)].map(([field]) => ['name', 'value'].map((name) => new RegExp(` ${name}="([^"]*)"`).exec(field)?.[1].replaceAll('&quot;', '"').replaceAll('&amp;', '&') ?? ''));
  const body = new URLSearchParams([...hidden, ['produk[1].harga', `Rp ${price}.000`]]).toString();
  const headers = { cookie, origin, 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body) };
  return () => ask(place, { method: 'POST', headers, body }).then(({ status }) => status, () => 0);
}

/** Kills the work of a world so many times that it hit. Gives what was wrong afterwards. */
export async function kill(make, hits, random, note) {
  const world = make();
  const faults = [];
  let hit = 0;
  let tries = 0;
  try {
    // Between these a kill may hit, in milliseconds; what came too early or too late moves them.
    const lasts = await duration(world);
    let [early, late] = [world.isOneWrite ? 0 : 0.2 * lasts, 1.1 * lasts];
    while (hit < hits && tries < hits * 40 + 20 && faults.length < 5) {
      tries += 1;
      const before = await world.turn();
      const originals = world.originals();
      const begun = world.hasBegun?.();
      const child = await world.begin();
      const over = ended(child);
      world.go?.();
      const delay = early + random() * (late - early);
      await (world.writes ? untilItWrites(world, over) : pause(delay));
      child.kill('SIGKILL');
      const { signal } = await over;
      const after = await world.state();
      const begunNow = world.hasBegun?.();
      const completed = await world.complete();
      const wanted = world.wanted?.(before) ?? completed;
      const isBegun = different(before, after).length > 0 || begunNow !== begun;
      const isHit = signal === 'SIGKILL' && (isBegun || world.isOneWrite);
      hit += isHit ? 1 : 0;
      if (!isHit && signal === 'SIGKILL') early += (delay - early) * 0.6;
      if (signal !== 'SIGKILL') [early, late] = [early * 0.9, late - (late - delay) * 0.6];
      else if (!isHit) late *= 1.05;
      faults.push(...faultsBetween(before, wanted, after));
      faults.push(...different(wanted, await world.state()).map((file) => `${file}: the next run makes another one than a clean one`));
      faults.push(...different(originals, world.originals()).map((file) => `${file}: what people wrote was changed`));
    }
    note(`${hit} of ${tries} kills hit`);
    if (hit < hits) faults.push(`only ${hit} of ${hits} kills hit`);
    return faults;
  } finally {
    await world.close();
  }
}

/** Looks all the time whether work has written its part, or is over. */
async function untilItWrites(world, over) {
  let isOver = false;
  over.then(() => { isOver = true; });
  while (!isOver && !world.writes()) await new Promise(setImmediate);
}

async function duration(world) {
  await world.turn();
  const started = performance.now();
  const child = await world.begin();
  const over = ended(child);
  const sent = world.go?.();
  if (sent) {
    await sent;
    const lasted = performance.now() - started;
    child.kill('SIGKILL');
    await over;
    return Math.min(lasted, 60);
  }
  await over;
  return performance.now() - started;
}
