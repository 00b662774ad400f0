// Runs files of tests in the order of the command line, so many at a time; `node --test` sorts them by name. Prints what
// a person reads, and writes TAP for who counts.
//
//     node lib/ordered.mjs TAP-FILE AT-A-TIME FILE...
import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { run } from 'node:test';
import { spec, tap } from 'node:test/reporters';

const [file, atATime, ...files] = process.argv.slice(2);
const tests = run({ files: files.map((one) => path.resolve(one)), concurrency: Number(atATime) });
tests.on('test:fail', () => { process.exitCode = 1; });
tests.compose(tap).pipe(createWriteStream(file));
tests.compose(new spec()).pipe(process.stdout);
