// What all parts of `tests/torture` share: a site in a folder of its own, the program, chance that can be repeated, and
// the count of what held.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export const ROOT = path.join(import.meta.dirname, '../..');
export const PROGRAM = path.resolve(process.env.ETALASE_PROGRAM ?? path.join(ROOT, 'target/debug/etalase'));
export const TODAY = '2026-11-24';
/** False for the part that the gate runs, within a minute. */
export const isWhole = process.env.ETALASE_TORTURE === 'whole';
export const SEED = Number(process.env.ETALASE_SEED ?? 1);

/** Numbers from 0 to 1 that follow from a seed. Source: mulberry32, by Tommy Ettinger, public domain. */
export function chance(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const ENVIRONMENT = Object.fromEntries(Object.entries(process.env)
  .filter(([name]) => !/^(LC_|LANG$|SOURCE_DATE_EPOCH$|GIT_)/.test(name)));
Object.assign(ENVIRONMENT, { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' });

/** A site's folder. `put` writes a file of it, `run` the program in it, `close` removes it. */
export class Site {
  constructor(texts = {}) {
    this.folder = fs.mkdtempSync(path.join(os.tmpdir(), 'etalase-torture-'));
    for (const [name, text] of Object.entries(texts)) this.put(name, text);
  }

  path(...parts) {
    return path.join(this.folder, ...parts);
  }

  put(name, content) {
    fs.mkdirSync(path.dirname(this.path(name)), { recursive: true });
    fs.writeFileSync(this.path(name), content);
  }

  run(args, { wrap = [], ...options } = {}) {
    const [program, ...rest] = [...wrap, PROGRAM, ...args];
    const started = performance.now();
    const run = spawnSync(program, rest, { cwd: this.folder, env: ENVIRONMENT, encoding: 'utf8', maxBuffer: 1 << 30, timeout: 300_000, ...options });
    return { code: run.status, signal: run.signal, out: run.stdout, err: run.stderr, seconds: (performance.now() - started) / 1000 };
  }

  start(args, { wrap = [], ...options } = {}) {
    const [program, ...rest] = [...wrap, PROGRAM, ...args];
    return spawn(program, rest, { cwd: this.folder, env: ENVIRONMENT, stdio: 'ignore', ...options });
  }

  /** The findings of a command, each `{ code, level, file, line, … }`. */
  findings(args) {
    const run = this.run([...args, '--json']);
    if (![0, 1].includes(run.code)) throw new Error(`${args.join(' ')}: ${run.code ?? run.signal}\n${run.err}`);
    return run.out.split('\n').filter(Boolean).map((line) => JSON.parse(line));
  }

  /** Builds, and throws if that fails. */
  build(args = []) {
    const run = this.run(['build', '--today', TODAY, '--quiet', ...args]);
    if (run.code !== 0) throw new Error(`build: ${run.code ?? run.signal}\n${run.err.slice(0, 4000)}`);
    return run;
  }

  close() {
    // Node goes down by calling itself, and folders may be deeper than its stack.
    spawnSync('rm', ['-rf', this.folder]);
  }
}

/** Every file below a folder with its bytes as a string, by path; what a build keeps for itself left out. */
export function filesBelow(folder, skipped = /(^|\/)\.(etalase|git)$/) {
  const found = new Map();
  const walk = (at) => {
    for (const entry of fs.readdirSync(path.join(folder, at), { withFileTypes: true })) {
      const name = at ? `${at}/${entry.name}` : entry.name;
      if (skipped?.test(name)) continue;
      if (entry.isDirectory()) walk(name);
      else found.set(name, entry.isFile() ? fs.readFileSync(path.join(folder, name), 'latin1') : 'no file');
    }
  };
  if (fs.existsSync(folder)) walk('');
  return found;
}

/** Paths whose bytes differ between two trees. */
export const different = (one, two) => [...new Set([...one.keys(), ...two.keys()])].filter((name) => one.get(name) !== two.get(name));

/** What is wrong with files that were found between before and after: one that is neither, one that is lost. */
export function faultsBetween(before, wanted, found) {
  // Names that begin with a dot are those of files on their way.
  const odd = [...found].filter(([name, text]) => text !== before.get(name) && text !== wanted.get(name) && !/(^|\/)\.[^/]*$/.test(name));
  const lost = [...before.keys()].filter((name) => wanted.has(name) && !found.has(name));
  return [...odd.map(([name, text]) => `${name}: neither as before nor as after, ${text.length} bytes`), ...lost.map((name) => `${name} is lost`)];
}

let passed = 0;
let failed = 0;

/** One thing that held, or every fault that was found. */
export function told(name, faults) {
  if (faults.length === 0) {
    passed += 1;
    console.log(`ok   ${name}`);
  } else {
    failed += 1;
    const more = faults.length > 20 ? `\n     … and ${faults.length - 20} more` : '';
    console.log(`FAIL ${name}\n     ${faults.slice(0, 20).join('\n     ')}${more}`);
  }
}

/** Runs one check that gives its faults; one that throws has failed. */
export async function check(name, run) {
  const started = performance.now();
  let faults;
  let note = '';
  try {
    const result = await run((words) => { note = ` (${words})`; });
    faults = result ?? [];
  } catch (error) {
    faults = [error.stack];
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  told(`${name}${note}, ${seconds} s`, faults);
}

export function sum() {
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0;
}

/** The path of the first program of a name, or null. */
export const program = (name) => (process.env.PATH ?? '').split(path.delimiter).map((folder) => path.join(folder, name)).find((file) => fs.existsSync(file)) ?? null;
