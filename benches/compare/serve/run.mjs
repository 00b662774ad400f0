// How long after an edit does a browser have the changed page? Makes a site of many invented cooperatives in memory,
// serves it with `etalase serve`, and edits one price after the other, each of another cooperative.
//
//   node benches/compare/serve/run.mjs PROGRAM [COOPERATIVES] [EDITS]
//
// Three numbers of each edit, from the moment at which the file is saved:
//   asked   whoever asks right then has the whole changed page
//   told    an open page is told that it has changed
//   shown   and has then asked for itself and has the whole changed page
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { createInterface } from 'node:readline';

const [program, cooperatives = '100', edits = '60'] = process.argv.slice(2);
if (!program) throw new Error('usage: node run.mjs PROGRAM [COOPERATIVES] [EDITS]');
const COUNT = Number(cooperatives);
const EDITS = Number(edits);
const site = mkdtempSync('/dev/shm/etalase-serve-');
const clock = () => Number(process.hrtime.bigint()) / 1e6;
const nameOf = (number) => `koperasi-${String(number).padStart(5, '0')}`;
const fileOf = (number) => path.join(site, 'content', nameOf(number), 'profil.yaml');

/** Seven products and a little of everything else; every text differs from cooperative to cooperative. */
function profile(number, price) {
  const goods = ['Kopi bubuk', 'Gula aren', 'Teh hijau', 'Keripik singkong', 'Madu hutan', 'Beras merah', 'Abon jamur'].map((name, index) => `  - nama: ${name} ${number}
    harga: ${index === 0 ? price : `${10 + ((number + index) % 80)}.500`}
    satuan: bungkus 250 g
    stok: tersedia
    keterangan: Dibuat oleh anggota ${nameOf(number)}, dikemas setiap Senin, tahan ${30 + index} hari.
`).join('');
  return `nama: Koperasi Tani Rekaan ${number}
slogan: Panen hari ini, sampai besok pagi
jenis: produsen
wilayah: 32.${['04', '05', '06', '08', '11'][number % 5]}
alamat: Jl. Contoh No. ${number}
kontak: {whatsapp: 0812-0000-${String(number % 10000).padStart(4, '0')}}
tentang: |
  Kami ${20 + (number % 60)} keluarga petani di lereng rekaan nomor ${number}. Hasil kebun dikumpulkan pagi, ditimbang
  bersama, dan dibayar hari itu juga.
diperbarui: 2026-11-01
produk:
${goods}`;
}

function get(origin, address) {
  return new Promise((resolve, reject) => {
    http.get(origin + address, { agent }, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () => resolve(Buffer.concat(parts).toString()));
    }).on('error', reject);
  });
}
const agent = new http.Agent({ keepAlive: true });

/** What an open page is told. */
async function follow(origin, address) {
  const response = await new Promise((resolve, reject) => { http.get(`${origin}/.etalase/kabar?${address}`, resolve).on('error', reject); });
  const waiting = [];
  const states = [];
  let rest = '';
  response.on('data', (part) => {
    const lines = (rest + part).split('\n');
    rest = lines.pop();
    for (const line of lines.filter((one) => one.startsWith('data: '))) {
      const state = JSON.parse(line.slice(6));
      if (waiting.length > 0) waiting.shift()(state);
      else states.push(state);
    }
  });
  return {
    next: () => (states.length > 0 ? Promise.resolve(states.shift()) : new Promise((resolve) => { waiting.push(resolve); })),
    close: () => response.destroy(),
  };
}

const memory = (id, word) => Math.round(Number(new RegExp(`${word}:\\s+(\\d+)`).exec(readFileSync(`/proc/${id}/status`, 'utf8'))[1]) / 1024);
const cpu = (id) => readFileSync(`/proc/${id}/stat`, 'utf8').split(') ')[1].split(' ').slice(11, 13).reduce((sum, ticks) => sum + Number(ticks), 0) / 100;
const part = (numbers, share) => [...numbers].sort((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))];
const line = (name, numbers) => console.log(`${name.padEnd(34)} p50 ${part(numbers, 0.5).toFixed(1)} ms, p95 ${part(numbers, 0.95).toFixed(1)} ms, most ${Math.max(...numbers).toFixed(1)} ms`);

mkdirSync(path.join(site, 'content'), { recursive: true });
writeFileSync(path.join(site, 'etalase.yaml'), 'judul: Uji\nalamat: https://contoh.id/\nbahasa: [id]\n');
for (let number = 0; number < COUNT; number += 1) {
  mkdirSync(path.dirname(fileOf(number)), { recursive: true });
  writeFileSync(fileOf(number), profile(number, '20.500'));
}

const began = clock();
const server = spawn(program, ['serve', site, '--port', '0', '--today', '2026-11-24'], { stdio: ['ignore', 'pipe', 'ignore'] });
const lines = createInterface(server.stdout)[Symbol.asyncIterator]();
try {
  const origin = /http:\/\/[\d.:]+/.exec((await lines.next()).value)[0];
  console.log(`${COUNT} cooperatives`);
  console.log(`listens after                      ${(clock() - began).toFixed(0)} ms`);
  let from = clock();
  await get(origin, `/${nameOf(0)}/`);
  console.log(`first page, while it looks at all  ${(clock() - from).toFixed(0)} ms`);
  await lines.next();
  console.log(`has looked at all after            ${(clock() - began).toFixed(0)} ms, ${cpu(server.pid).toFixed(1)} s of CPU, ${memory(server.pid, 'VmRSS')} MB`);
  server.stdout.resume();
  from = clock();
  await get(origin, '/');
  console.log(`portal, worked out at first        ${(clock() - from).toFixed(0)} ms`);
  const numbers = { asked: [], told: [], shown: [] };
  for (let edit = 0; edit < EDITS; edit += 1) {
    const number = (edit * 7919) % COUNT;
    const address = `/${nameOf(number)}/`;
    const price = (step) => `${100 + edit}.${step}50`;
    const open = await follow(origin, address);
    const before = await open.next();
    await get(origin, address);
    // One edit for whoever asks at once …
    writeFileSync(fileOf(number), profile(number, price(1)));
    from = clock();
    if (!(await get(origin, address)).includes(price(1))) throw new Error('the answer is of before the edit');
    numbers.asked.push(clock() - from);
    const between = await open.next();
    if (between.body === before.body) throw new Error('the page was not told');
    // … and one for whoever waits to be told.
    writeFileSync(fileOf(number), profile(number, price(2)));
    from = clock();
    let state = await open.next();
    while (state.body === between.body) state = await open.next();
    numbers.told.push(clock() - from);
    if (!(await get(origin, address)).includes(price(2))) throw new Error('the answer is of before the edit');
    numbers.shown.push(clock() - from);
    open.close();
  }
  line('edit to the answer asked for', numbers.asked);
  line('edit to the open page being told', numbers.told);
  line('edit to the open page shown', numbers.shown);
  writeFileSync(fileOf(1), profile(1, '77.750'));
  from = clock();
  if (!(await get(origin, `/${nameOf(1)}/`)).includes('77.750')) throw new Error('the answer is of before the edit');
  await get(origin, '/');
  console.log(`portal, worked out after an edit   ${(clock() - from).toFixed(0)} ms`);
  console.log(`memory after the edits             ${memory(server.pid, 'VmRSS')} MB, at most ${memory(server.pid, 'VmHWM')} MB`);
  from = clock();
  const pages = [(await get(origin, '/sitemap.xml'))];
  const index = [...pages[0].matchAll(/<loc>https:\/\/contoh\.id\/(sitemap-\d+\.xml)/g)].map((match) => match[1]);
  for (const file of index) pages.push(await get(origin, `/${file}`));
  const count = pages.slice(index.length > 0 ? 1 : 0).reduce((sum, xml) => sum + xml.split('<loc>').length - 1, 0);
  console.log(`pages                              ${count}, all worked out once in ${((clock() - from) / 1000).toFixed(1)} s`);
  console.log(`memory after that                  ${memory(server.pid, 'VmRSS')} MB, at most ${memory(server.pid, 'VmHWM')} MB`);
} finally {
  server.kill('SIGINT');
  const ending = clock();
  const code = await new Promise((resolve) => { server.once('exit', resolve); });
  console.log(`ends after Ctrl-C in               ${(clock() - ending).toFixed(0)} ms, code ${code}`);
  agent.destroy();
  rmSync(site, { recursive: true });
}
