// Runs the parts of `tests/torture` that are named, or all, and ends with what held.
//
//   node tests/hostile/run.mjs [injection|resources|faults|privacy]
//
// ETALASE_TORTURE=whole takes all cases and up to an hour; without it what the gate runs, within a minute.
// ETALASE_SEED=number moves what is left to chance, ETALASE_KILLS=number kills each command so many times.
import { sum } from './lib.mjs';

const PARTS = ['injection', 'resources', 'faults', 'privacy'];
const asked = process.argv[2] ?? 'all';
if (asked !== 'all' && !PARTS.includes(asked)) {
  console.error(`usage: tests/torture [${PARTS.join('|')}]`);
  process.exit(2);
}
for (const part of PARTS.filter((name) => asked === 'all' || name === asked)) {
  console.log(`\n== torture: ${part}`);
  const { default: run } = await import(`./${part}.mjs`);
  await run();
}
process.exit(sum() ? 0 : 1);
