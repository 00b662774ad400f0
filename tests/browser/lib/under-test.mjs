// The site that the tests look at: ETALASE_SITE names its folder, ETALASE_BASE the path that it is served under.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { readSite } from './site.mjs';

const folder = path.resolve(process.env.ETALASE_SITE ?? path.join(import.meta.dirname, '../../public'));
assert.ok(existsSync(path.join(folder, 'index.html')), `no site in ${folder}: build it first, or name it in ETALASE_SITE`);

export const site = readSite(folder, process.env.ETALASE_BASE ?? '/');

/** False where only what a base path can break is looked at: the rest of those bytes has been looked at elsewhere. */
export const isWhole = process.env.ETALASE_CHECKS !== 'links';

export { none } from './none.mjs';
