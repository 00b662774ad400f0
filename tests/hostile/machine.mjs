// A machine that fails in other ways than by stopping: disk, calls, clock, bits. Each is tried on a small portal whose prices
// change; afterwards each file is old or new, and the next build is a clean one.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { different, faultsBetween, filesBelow, isWhole, program, Site, TODAY } from './lib.mjs';
import { reprice, shops } from './kills.mjs';

// When one vanishes, the others are a portal still; a single one would be another site.
const SHOPS = 3;
const BUILD = ['build', '--today', TODAY, '--quiet'];

/** A portal, built at one price and changed to another, with what stands before and what a clean build makes after. */
class World {
  constructor() {
    this.site = shops(10, SHOPS);
    this.site.build();
    this.before = this.shown();
    reprice(this.site, 11, SHOPS);
    this.kept = filesBelow(this.site.folder, null);
    this.originals = filesBelow(this.site.path('content'));
    const clean = new Site();
    fs.cpSync(this.site.path('content'), clean.path('content'), { recursive: true });
    fs.copyFileSync(this.site.path('etalase.yaml'), clean.path('etalase.yaml'));
    clean.build();
    this.wanted = filesBelow(clean.path('public'));
    clean.close();
  }

  shown() {
    return filesBelow(this.site.path('public'));
  }

  /** As it was before the fault, bookkeeping included. */
  reset() {
    for (const name of ['public', '.etalase', 'content']) fs.rmSync(this.site.path(name), { recursive: true, force: true });
    for (const [name, text] of this.kept) {
      fs.mkdirSync(path.dirname(this.site.path(name)), { recursive: true });
      fs.writeFileSync(this.site.path(name), text, 'latin1');
    }
  }

  /** What is wrong after a build that met a fault, and after the next one. */
  faults(name, run) {
    const faults = faultsBetween(this.before, this.wanted, this.shown());
    if (run.code === 70 || run.code === null) faults.push(`it ended by ${run.code ?? run.signal}: ${run.err.slice(0, 200)}`);
    this.site.build();
    faults.push(...different(this.wanted, this.shown()).map((file) => `${file}: the next build makes another one`));
    faults.push(...different(this.originals, filesBelow(this.site.path('content'))).map((file) => `${file} of somebody was changed`));
    return faults.map((fault) => `${name}: ${fault}`);
  }

  close() {
    this.site.close();
  }
}

let shared = null;

/** One portal for all, as it was made each time. */
function withWorld(use) {
  shared ??= new World();
  shared.reset();
  return use(shared);
}

/** Removes what all of these have worked on. */
export function close() {
  shared?.close();
  shared = null;
}

/** What the parts above compare by sees a file that is cut, one that is lost, and none in a sound tree. */
export function aLossIsTold() {
  const before = new Map([['a', 'old a'], ['b', 'old b']]);
  const wanted = new Map([['a', 'new a'], ['b', 'new b']]);
  const told = (found) => faultsBetween(before, wanted, new Map(found)).length;
  const seen = [told([['a', 'new a'], ['b', 'old b']]), told([['a', 'new'], ['b', 'old b']]), told([['a', 'new a']]), told([['a', 'old a'], ['b', '']])];
  return String(seen) === '0,1,1,1' ? [] : [`told ${seen}`];
}

/** The output and the site's own notes on a disk of each size from nothing on, as root; else no file may be larger. */
export function fullDisk(note) {
  return withWorld((world) => {
    const sizes = Array.from({ length: isWhole ? 60 : 2 }, (_, at) => 4 * (at + 1) ** (isWhole ? 1 : 2));
    const faults = [];
    let failed = 0;
    for (const size of sizes) {
      world.reset();
      // `trap`: a write beyond the limit is an error, no signal.
      const wrap = ['bash', '-c', `trap '' XFSZ; ulimit -f ${size}; exec "$@"`, 'bash'];
      const run = process.getuid() === 0 ? onSmallDisk(world, size) : world.site.run(BUILD, { wrap });
      failed += run.code === 0 ? 0 : 1;
      faults.push(...world.faults(`${size} KB`, run));
    }
    note(`${sizes.length} sizes, ${failed} of them too small`);
    return failed > 0 ? faults : [...faults, 'no disk was too small'];
  });
}

/** Fills the disk of the output with what is there and so many KB more. */
function onSmallDisk(world, size) {
  const { site } = world;
  const place = site.path('public');
  const taken = [...filesBelow(place, null).values()].reduce((sum, text) => sum + Math.ceil(text.length / 4096) * 4, 0);
  fs.renameSync(place, site.path('kept'));
  fs.mkdirSync(place);
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${taken + size}k`, 'tmpfs', place]);
  if (mounted.status !== 0) throw new Error(`cannot mount a small disk: ${mounted.stderr}`);
  try {
    fs.cpSync(site.path('kept'), place, { recursive: true });
    return site.run(BUILD);
  } finally {
    fs.rmSync(site.path('kept'), { recursive: true });
    fs.cpSync(place, site.path('kept'), { recursive: true });
    spawnSync('umount', [place]);
    fs.rmSync(place, { recursive: true });
    fs.renameSync(site.path('kept'), place);
  }
}

// Calls of the system, and how each may fail there.
const CALLS = [
  ['write,pwrite64,copy_file_range', 'ENOSPC'], ['write,pwrite64,copy_file_range', 'EIO'], ['rename,renameat,renameat2', 'EACCES'],
  ['openat', 'EACCES'], ['openat', 'EMFILE'], ['read,pread64', 'EIO'], ['mkdir,mkdirat', 'ENOSPC'], ['unlink,unlinkat', 'EPERM'],
  ['fsync,fdatasync', 'EIO'], ['statx,newfstatat', 'EACCES'], ['getdents64', 'EIO'], ['link,linkat', 'EMLINK'],
];

/** One call in each thread fails, by strace: from the first to the last that is made, or some of them. */
export function failingCalls(random, note) {
  if (!program('strace')) return ['strace is missing'];
  return withWorld((world) => {
    const faults = [];
    let failed = 0;
    let runs = 0;
    for (const [calls, error] of isWhole ? CALLS : CALLS.slice(0, 1)) {
      const count = isWhole ? 40 : 2;
      for (let at = 0; at < count; at += 1) {
        const when = isWhole ? at + 1 : 1 + Math.floor(random() * 60);
        world.reset();
        const wrap = ['strace', '-f', '-qq', '-o', '/dev/null', '-e', `trace=${calls}`, '-e', `inject=${calls}:error=${error}:when=${when}`];
        const run = world.site.run(BUILD, { wrap });
        runs += 1;
        failed += run.code === 0 ? 0 : 1;
        // What cannot be started has begun nothing, whatever the loader makes of it.
        const isLoader = run.code === 127 || /error while loading shared libraries/.test(run.err);
        faults.push(...world.faults(`${error} of ${calls}, number ${when}`, isLoader ? { ...run, code: 1 } : run));
      }
    }
    note(`${runs} builds, ${failed} of them ended early`);
    return faults;
  });
}

/** Days go back, and files are older or newer than anything. */
export function clockSetBack() {
  return withWorld((world) => {
    const faults = [];
    for (const [day, time] of [['2027-03-01', 4e9], [TODAY, 1], [TODAY, 3e8]]) {
      for (const name of filesBelow(world.site.path('content')).keys()) fs.utimesSync(world.site.path('content', name), time, time);
      world.site.run(['build', '--today', day, '--quiet']);
    }
    faults.push(...different(world.wanted, world.shown()).map((file) => `${file}: another one than a clean build of that day`));
    return faults;
  });
}

/** One bit of a file that a build keeps for itself is another: the list of what it wrote, and what it knows of each shop. */
export function flippedBits(random, note) {
  return withWorld((world) => {
    const kept = [...world.kept.keys()].filter((name) => /(^|\/)\.etalase\//.test(name) && world.kept.get(name).length > 0);
    const bytes = kept.flatMap((name) => Array.from({ length: world.kept.get(name).length }, (_, at) => [name, at]));
    const chosen = Array.from({ length: isWhole ? 1500 : 2 }, () => bytes[Math.floor(random() * bytes.length)]);
    const faults = [];
    for (const [name, at] of chosen) {
      world.reset();
      const text = Buffer.from(world.kept.get(name), 'latin1');
      text[at] ^= 1 << Math.floor(random() * 8);
      fs.writeFileSync(world.site.path(name), text);
      faults.push(...world.faults(`${name}, byte ${at}`, world.site.run(BUILD)));
      if (faults.length > 10) break;
    }
    note(`${chosen.length} bits of ${kept.length} files`);
    return faults;
  });
}

/** One shop's files come, go and grow while builds run; the others are never disturbed. */
export function changingFiles(random, note) {
  return withWorld((world) => changeFiles(world, note));
}

async function changeFiles(world, note) {
  const script = `const fs = require('fs'); const at = ${JSON.stringify(world.site.path('content/koperasi-00'))};
    for (let number = 0; ; number += 1) { fs.mkdirSync(at, { recursive: true });
      fs.writeFileSync(at + '/profil.yaml', 'nama: Koperasi Nomor 0\\n' + '#\\n'.repeat(number % 7000));
      if (number % 3 === 0) fs.rmSync(at, { recursive: true, force: true }); }`;
  const kept = filesBelow(world.site.path('content/koperasi-00'));
  const restless = spawn(process.execPath, ['-e', script], { stdio: 'ignore' });
  const faults = [];
  const builds = isWhole ? 60 : 2;
  try {
    for (let number = 0; number < builds; number += 1) {
      const run = world.site.run(BUILD);
      if (run.code === null || run.code > 1) faults.push(`build ${number} ended by ${run.code ?? run.signal}: ${run.err.slice(0, 300)}`);
      const others = (files) => new Map([...files].filter(([name]) => /^koperasi-0[12]\//.test(name)));
      faults.push(...different(others(world.wanted), others(world.shown())).map((file) => `build ${number}: ${file} is another one`));
    }
  } finally {
    restless.kill('SIGKILL');
    await new Promise((resolve) => { restless.once('exit', resolve); });
  }
  fs.rmSync(world.site.path('content/koperasi-00'), { recursive: true, force: true });
  for (const [name, text] of kept) world.site.put(`content/koperasi-00/${name}`, text);
  world.site.build();
  faults.push(...different(world.wanted, world.shown()).map((file) => `${file}: the next build makes another one`));
  note(`${builds} builds`);
  return faults;
}
