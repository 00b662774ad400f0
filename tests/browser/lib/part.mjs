// A part of the demo that has everything a host can treat in its own way: a shop with an old address, one with a logo,
// one that sells nothing, and the portal. What follows from how many shops there are is looked at in the whole demo.
import { cpSync, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.join(import.meta.dirname, '../../..');
const SHOPS = ['susu-sagara', 'batik-sawala', 'ksp-daya-tani'];

/** Copies that part, and the photos that were made of it before, to a new folder below `work`; returns the folder. */
export function partOfDemo(work) {
  const site = path.join(work, 'situs');
  mkdirSync(path.join(site, 'content'), { recursive: true });
  for (const folder of [...SHOPS, '_agenda', '_muda', '_program']) cpSync(path.join(ROOT, 'content', folder), path.join(site, 'content', folder), { recursive: true });
  for (const name of ['etalase.yaml', 'themes', '.etalase']) {
    if (existsSync(path.join(ROOT, name))) cpSync(path.join(ROOT, name), path.join(site, name), { recursive: true });
  }
  return site;
}
