// A small site of a test's own, built by the program under test and read like the demo.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { serve } from './host.mjs';
import { addressOf, readSite } from './site.mjs';

const ROOT = path.join(import.meta.dirname, '../../..');
const PROGRAM = path.resolve(process.env.ETALASE_PROGRAM ?? path.join(ROOT, 'target/debug/etalase'));

/**
 * Builds a site of texts by path, of photos by path (`{ 'content/kop/foto/a.jpg': '/of/this/machine.jpg' }`), on a day,
 * and serves it. Returns `{ folder, site, host, url, close }`; `url(file)` is where a page is shown, `close()` removes all of it.
 */
export async function build(texts, photos = {}, today = '2026-11-24') {
  const work = mkdtempSync(path.join(os.tmpdir(), 'etalase-small-'));
  const put = (name, write) => {
    mkdirSync(path.dirname(path.join(work, name)), { recursive: true });
    write(path.join(work, name));
  };
  for (const [name, text] of Object.entries(texts)) put(name, (to) => writeFileSync(to, text));
  for (const [name, from] of Object.entries(photos)) put(name, (to) => cpSync(from, to));
  const folder = path.join(work, 'public');
  execFileSync(PROGRAM, ['build', work, '--output', folder, '--today', today, '--quiet'], { stdio: ['ignore', 'ignore', 'pipe'] });
  const site = readSite(folder);
  const host = await serve(folder, site.base);
  const close = async () => {
    await host.close();
    rmSync(work, { recursive: true });
  };
  const page = (file) => site.pages.find((one) => one.file === file) ?? { file };
  return { folder, site, host, close, url: (file) => host.origin + addressOf(site, page(file)) };
}
