// Says which browser the tests use, and refuses one that they are not known to pass on.
//
//   node tests/browser/lib/version.mjs
//
// Needs no package: it answers before any is installed.
import { execFileSync } from 'node:child_process';
import { browserPath } from './path.mjs';

/** The oldest that every test passes on: it stood in Debian 12's image of November 2026. */
const OLDEST = 148;

const program = browserPath();
if (!program) {
  console.log('no Chromium');
  process.exit(1);
}
const version = execFileSync(program, ['--version'], { stdio: ['ignore', 'pipe', 'ignore'] }).toString().trim();
const major = Number(/ (\d+)\./.exec(version)?.[1]);
console.log(`${program}: ${version}`);
if (!(major >= OLDEST)) {
  console.log(`Chromium ${OLDEST} or later is needed`);
  process.exit(1);
}
