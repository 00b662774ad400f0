// One cooperative that lays as much as it can upon whoever builds, beside good ones: it is told or built soon and within a
// bounded memory, and the others' files are what they are without it, byte for byte.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { BURDENS } from './burdens.mjs';
import { check, different, filesBelow, isWhole, PROGRAM, ROOT, Site, TODAY } from './lib.mjs';

const GOOD = Number(process.env.ETALASE_GOOD ?? (isWhole ? 100 : 3));
const MOST_SECONDS = 2;
const MOST_FOR_A_FEW = 2;
const MOST_MEGABYTES = 512;
// Two seconds are those of an optimised program on a machine that does nothing else. What is not optimised, or runs on a
// slower machine or one that is busy, takes as much longer for them as it takes for good ones, which there take so many
// seconds of a processor at least, and so many for each: two thirds of what was measured on a busy one, 1.0 s for three and
// 8.9 s for a hundred.
const USUAL_SECONDS = 0.5;
const USUAL_SECONDS_EACH = 0.05;
const PHOTO = fs.readFileSync(path.join(ROOT, 'tests/sites/toko/content/kopi-lereng/foto/kopi.png'));

// Seconds of all cores, and the most memory that was held at once: what the system has counted of a program that has ended.
// One that wants very much of either is ended, so that the machine's other programs stay.
const COUNTED = `import resource, subprocess, sys
def limit():
    resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
    resource.setrlimit(resource.RLIMIT_CPU, (120, 120))
try:
    code = subprocess.run(sys.argv[2:], timeout=600, preexec_fn=limit).returncode
except subprocess.TimeoutExpired:
    code = 'not ended within 600 s'
used = resource.getrusage(resource.RUSAGE_CHILDREN)
open(sys.argv[1], 'w').write(f'{used.ru_utime + used.ru_stime} {used.ru_maxrss / 1024} {code}')
`;

/** Runs the program; gives `{ seconds, megabytes, code, findings }`. */
function counted(site, args) {
  const notes = path.join(os.tmpdir(), `${path.basename(site.folder)}.counted`);
  try {
    const run = spawnSync('python3', ['-c', COUNTED, notes, PROGRAM, ...args, '--today', TODAY, '--json'],
      { cwd: site.folder, encoding: 'utf8', maxBuffer: 1 << 30 });
    const [seconds, megabytes, ...code] = fs.readFileSync(notes, 'utf8').split(' ');
    const lines = run.stdout.split('\n').filter(Boolean);
    return { seconds: Number(seconds), megabytes: Number(megabytes), code: code.join(' '), findings: lines.map((line) => JSON.parse(line)), err: run.stderr };
  } finally {
    fs.rmSync(notes, { force: true });
  }
}

const goodName = (number) => `koperasi-${String(number).padStart(3, '0')}`;

/** The good ones, of whom each tenth shows a photo. */
function goodOnes(limits) {
  const own = limits ? `batas: {${Object.entries(limits).map(([key, value]) => `${key}: ${value}`)}}\n` : '';
  const site = new Site({ 'etalase.yaml': `judul: Uji\nalamat: https://contoh.id/\nbahasa: [id]\nfoto: {bentuk: [webp], lebar: [160]}\n${own}` });
  for (let number = 0; number < GOOD; number += 1) {
    const home = `content/${goodName(number)}`;
    const hasPhoto = number % 10 === 0;
    const goods = Array.from({ length: 6 }, (_, at) => `  - {nama: Barang ${at}, harga: Rp 10.${at}00, satuan: buah${hasPhoto && at === 0 ? ', foto: [foto/barang.png]' : ''}}\n`);
    site.put(`${home}/profil.yaml`, `nama: Koperasi Nomor ${number}\nkontak: {whatsapp: 0812-0000-0${String(number).padStart(3, '0')}}\nproduk:\n${goods.join('')}`);
    if (hasPhoto) site.put(`${home}/foto/barang.png`, PHOTO);
  }
  return site;
}

/** What is published of the good ones themselves; pages of the portal may name another. */
const ofGoodOnes = (site) => new Map(Array.from({ length: GOOD }, (_, number) => goodName(number))
  .flatMap((name) => [...filesBelow(site.path('public', name))].map(([file, text]) => [`${name}/${file}`, text])));

/** The good ones alone: their files, and what they cost. */
function alone() {
  const site = goodOnes();
  try {
    const run = counted(site, ['build']);
    if (run.code !== '0') throw new Error(`the good ones alone: ${run.code}\n${run.err.slice(0, 2000)}`);
    return { ...run, files: ofGoodOnes(site) };
  } finally {
    site.close();
  }
}

const isAboutGood = (finding) => /^content\/koperasi-/.test(finding.file ?? '');

/** What is wrong with a build beside the good ones, but for its time. */
function faultsOf(site, run, sound) {
  const faults = [];
  if (!['0', '1'].includes(run.code)) faults.push(`it ended by ${run.code}: ${run.err.slice(0, 300)}`);
  if (run.megabytes > MOST_MEGABYTES) faults.push(`it held ${run.megabytes.toFixed(0)} MB`);
  faults.push(...different(sound.files, ofGoodOnes(site)).map((file) => `${file} is another one beside it`));
  faults.push(...run.findings.filter(({ level, ...finding }) => level === 'error' && isAboutGood(finding)).map(({ file, code }) => `${file} is told off: ${code}`));
  return faults;
}

/** One burden beside the good ones. `factor` is how much slower this program is on this machine than the limit knows. */
function beside(burden, sound, factor, costs) {
  const site = goodOnes(burden.limits);
  try {
    burden.put(site);
    const run = counted(site, ['build']);
    const own = Math.max(0, run.seconds - sound.seconds);
    const codes = [...new Set(run.findings.filter((finding) => !isAboutGood(finding)).map(({ code }) => code))];
    costs.push({ name: burden.name, own, megabytes: run.megabytes, ratio: run.seconds / sound.seconds, codes });
    const faults = faultsOf(site, run, sound);
    if (own > MOST_SECONDS * factor) faults.push(`it took ${own.toFixed(1)} s of a processor`);
    if (burden.findings && !codes.some((code) => burden.findings.includes(code))) faults.push(`nobody told ${burden.findings} but ${codes}`);
    return faults.map((fault) => `${burden.name}: ${fault}`);
  } finally {
    site.close();
  }
}

/**
 * All burdens that a site with the usual limits may have, each in a folder of its own, beside the good ones. Those of the
 * gate may cost no more together than `MOST_FOR_A_FEW` of them alone.
 */
function together(burdens, sound, factor, note) {
  const site = goodOnes();
  try {
    const usual = burdens.filter(({ limits }) => !limits);
    for (const [number, burden] of usual.entries()) {
      const one = new Site();
      burden.put(one);
      // Names that are no text are moved by their bytes.
      for (const name of fs.readdirSync(one.path('content'), { encoding: 'buffer' })) {
        const [from, to] = [[one, name], [site, String(name) === 'jahat' ? Buffer.from(`jahat-${number}`) : name]]
          .map(([home, bytes]) => Buffer.concat([Buffer.from(home.path('content/')), Buffer.from('/'), bytes]));
        if (!fs.existsSync(to)) fs.renameSync(from, to);
      }
      one.close();
    }
    const run = counted(site, ['build']);
    note(`${usual.length} burdens, ${run.seconds.toFixed(1)} s beside ${sound.seconds.toFixed(1)} s of the ${GOOD} good ones alone, ${run.megabytes.toFixed(0)} MB`);
    const codesOf = (number) => run.findings.filter(({ file }) => new RegExp(`^content/jahat-${number}(/|$)`).test(file ?? '')).map(({ code }) => code);
    const untold = usual.filter(({ findings }, number) => findings && !codesOf(number).some((code) => findings.includes(code)));
    const own = run.seconds - sound.seconds;
    const isLong = !isWhole && own > MOST_FOR_A_FEW * MOST_SECONDS * factor;
    const late = isLong ? [`they took ${own.toFixed(1)} s of a processor`] : [];
    return [...faultsOf(site, run, sound), ...late, ...untold.map(({ name, findings }) => `${name}: nobody told ${findings}`)];
  } finally {
    site.close();
  }
}

/** Words about a kind's costs, one line each. */
function told(costs) {
  for (const { name, own, megabytes, ratio, codes } of costs) {
    console.log(`     ${own.toFixed(2)} s, ${megabytes.toFixed(0)} MB, ${ratio.toFixed(2)} times: ${name}${codes.length > 0 ? `; ${codes.slice(0, 6)}` : ''}`);
  }
  const most = (of) => Math.max(...costs.map(of));
  return `${costs.length} burdens, at most ${most(({ own }) => own).toFixed(1)} s and ${most(({ megabytes }) => megabytes).toFixed(0)} MB`;
}

export default async function run() {
  const sound = alone();
  const factor = Math.max(1, sound.seconds / (USUAL_SECONDS + USUAL_SECONDS_EACH * GOOD));
  console.log(`     ${GOOD} good ones alone: ${sound.seconds.toFixed(1)} s, ${sound.megabytes.toFixed(0)} MB; limits of time times ${factor.toFixed(1)}`);
  const chosen = Object.entries(BURDENS).map(([kind, all]) => [kind, all.filter(({ isQuick }) => isWhole || isQuick)]);
  // The gate tries a few of each kind, all in one build.
  for (const [kind, burdens] of isWhole ? chosen : []) {
    await check(`resources: ${kind}`, (note) => {
      const costs = [];
      const faults = burdens.flatMap((burden) => beside(burden, sound, factor, costs));
      note(told(costs));
      return faults;
    });
  }
  await check('resources: all of it at once', (note) => together(chosen.flatMap(([, all]) => all), sound, factor, note));
}
