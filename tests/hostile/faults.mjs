// Faults of the machine: killed at any moment, a disk that is full, files that cannot be read, vanish or change, a clock
// that is set back, bits that flip. What was there before or the new one stands afterwards, file by file, nothing that
// people wrote is lost, and the next run completes.
import { check, isWhole, SEED, chance } from './lib.mjs';
import { KILLED, kill } from './kills.mjs';
import * as machine from './machine.mjs';

const KILLS = Number(process.env.ETALASE_KILLS ?? (isWhole ? 200 : 2));

export default async function run() {
  const random = chance(SEED);
  for (const [name, make] of Object.entries(KILLED)) {
    await check(`killed: ${name}`, (note) => kill(make, KILLS, random, note));
  }
  await check('a kill that loses something is told', () => machine.aLossIsTold(random));
  await check('a disk that is full from any byte on', (note) => machine.fullDisk(note));
  await check('each kind of call that fails, the first, the second and so on', (note) => machine.failingCalls(random, note));
  await check('files that vanish, grow and change while they are read', (note) => machine.changingFiles(random, note));
  await check('a clock that is set back', machine.clockSetBack);
  await check('bits of cache, list and records that flip', (note) => machine.flippedBits(random, note));
  machine.close();
}
