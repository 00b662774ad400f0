// Names of folders, stories, events, pages and photos that attack, as far as a file system takes them. One that the program
// refuses with a finding is a plain one from then on.
import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from './lib.mjs';

const PHOTO = path.join(ROOT, 'tests/sites/toko/content/kopi-lereng/foto/kopi.png');
// Behind every other, attacked or not, where names are in order; and so is the page for pupils, by its own.
const HEAD = 'nama: ｚ Koperasi Bernama\nkontak: {whatsapp: 0812-0000-0098}\n';
const PLAIN = 'nama';
const MOST_BYTES = 255;

/** By kind: where its name stands, and what is written there. */
const KINDS = {
  story: (name) => ({ [`content/kpc/cerita/${name}.md`]: '---\njudul: Nama\ntanggal: 2026-11-01\n---\nIsi.\n' }),
  event: (name) => ({ [`content/_agenda/${name}.yaml`]: 'judul: Nama\nmulai: 2026-12-06 08:00\n' }),
  page: (name) => ({ [`content/_muda/z${name}.md`]: '---\njudul: Nama\n---\nIsi.\n' }),
  photo: (name) => ({
    'content/berfoto/profil.yaml': `${HEAD}produk:\n  - {nama: Barang, harga: Rp 10.000, satuan: buah, foto: [${JSON.stringify(`foto/${name}/${name}.png`)}]}\n`,
    [`content/berfoto/foto/${name}/${name}.png`]: fs.readFileSync(PHOTO),
  }),
  folder: (name) => ({ [`content/${name}/profil.yaml`]: HEAD }),
};

/** Which kind a finding's file is of; those below come after those above. */
const HOMES = [['content/kpc/cerita/', 'story'], ['content/_agenda/', 'event'], ['content/_muda/', 'page'], ['content/berfoto', 'photo'], ['content/', 'folder']];

/** A name that a file system takes, with room for the longest ending. */
function nameOf(text) {
  let name = '';
  for (const character of text.replace(/[/\0]/g, '').replace(/^[._]+/, '')) {
    if (Buffer.byteLength(name + character) > MOST_BYTES - '.yaml'.length) break;
    name += character;
  }
  return name || PLAIN;
}

export class Names {
  constructor(text) {
    this.text = text;
    this.attacking = new Set(Object.keys(KINDS));
  }

  write(site, change) {
    for (const [kind, files] of Object.entries(KINDS)) {
      const name = this.attacking.has(kind) ? nameOf(change(this.text)) : PLAIN;
      for (const [file, content] of Object.entries(files(name))) site.put(file, content);
    }
  }

  /** Takes back the name that a finding at a file is about; gives how many that were. */
  takeBack(file) {
    const kind = HOMES.find(([home]) => file.startsWith(home))?.[1];
    return this.attacking.delete(kind) ? 1 : 0;
  }

  get refused() {
    return Object.keys(KINDS).length - this.attacking.size;
  }

  get taken() {
    return this.attacking.size;
  }
}
