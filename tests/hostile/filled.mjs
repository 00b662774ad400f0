// Files of YAML in which every key of the table stands, each filled with an attack as long as the program takes it: what it
// refuses with a finding gets the attack in the dress of the key's own kind, and what it refuses again the table's example.
import { DRESSED } from './attacks.mjs';

const LISTS = new Set(['Texts', 'Locals', 'Slugs', 'Choices', 'Dates', 'Months', 'Numbers', 'Focus', 'Coordinates']);
// A week cannot be given twice, and a code for payments is a sum of its own: `qris` has fuzz targets.
const LEFT_OUT = new Set(['setiap-hari', 'qris']);
// Where the table's examples do not belong together.
const EXAMPLES = { 'kelola.alamat': 'https://github.com' };

// A quiz has no less than two of each.
const SECOND = {
  peran: '{id: kreator, nama: Kreator, keterangan: Melihat cerita., langkah: Potret.}',
  'soal.jawaban': '{teks: Bercerita, poin: {kreator: 1}}',
};

/** How a key is filled: with the attack, in its dress, or with the example. */
const RAW = 0;
const DRESSED_UP = 1;
const EXAMPLE = 2;

const quoted = (text) => JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|[\ud800-\udfff](?![\udc00-\udfff])/g,
  (character) => (/[\ud800-\udbff]/.test(character) ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`));

export class Filled {
  /** `rows` of the table; `texts` the attacks, of which each key holds one. `lead` are lines before the first key. */
  constructor(rows, texts, lead = []) {
    this.rows = rows;
    this.attacks = texts;
    this.numbers = new Map();
    this.lead = lead;
    this.states = new Map();
    this.refused = 0;
  }

  /** The file, each attack changed by `change`, and which key stands in which line. */
  render(change = (text) => text) {
    this.lines = this.lead.map((line) => ({ line, path: '' }));
    this.change = change;
    this.files = [];
    this.#mapping(this.rows, '', '');
    return `${this.lines.map(({ line }) => line).join('\n')}\n`;
  }

  #mapping(rows, indent, prefix) {
    for (const row of rows.filter(({ name }) => !LEFT_OUT.has(name))) {
      if (row.keys) {
        this.lines.push({ line: `${indent}${row.name}:`, path: `${prefix}${row.name}` });
        const before = this.lines.length;
        this.#mapping(row.keys, `${indent}    `, `${prefix}${row.name}.`);
        const second = SECOND[`${prefix}${row.name}`];
        if (second) this.lines.push({ line: `${indent}  - ${second}`, path: '' });
        if (row.shape === 'List') this.lines[before].line = `${indent}  - ${this.lines[before].line.trimStart()}`;
        continue;
      }
      if (row.example === '' && row.shape !== 'Points') continue;
      for (const ending of row.translated ? ['', '_en', '_su'] : ['']) this.#leaf(row, indent, prefix, ending);
    }
  }

  #leaf(row, indent, prefix, ending) {
    const path = `${prefix}${row.name}${ending}`;
    const state = this.states.get(path) ?? RAW;
    this.states.set(path, state);
    let value = row.shape === 'Points' ? '{bendahara: 1}' : EXAMPLES[path] ?? row.example;
    if (state < EXAMPLE) {
      const dress = state === DRESSED_UP ? DRESSED[row.shape] : (text) => text;
      const text = dress(this.change(this.#attackOf(path)));
      value = LISTS.has(row.shape) ? `[${quoted(text)}]` : quoted(text);
      if (row.shape === 'Path') this.files.push(text);
    } else if (row.shape === 'Path' || row.shape === 'CodePhoto') {
      this.files.push(row.example);
    }
    const at = this.lines.length;
    this.lines.push({ line: `${indent}${row.name}${ending}: ${value}`, path, shape: row.shape });
    return at;
  }

  /** The attacks in turn, each time the same one for a key. */
  #attackOf(path) {
    const number = this.numbers.get(path) ?? this.numbers.size;
    this.numbers.set(path, number);
    return this.attacks[number % this.attacks.length];
  }

  /** Takes back what stands at the lines of findings; where that is nothing, what stands beside them. How much it was. */
  takeBack(numbers) {
    const waiting = [...this.states].filter(([, state]) => state < EXAMPLE).map(([name]) => name);
    const paths = numbers.map((line) => this.lines[line - 1]?.path ?? '');
    const exact = paths.filter((path) => waiting.includes(path));
    return this.#back([...new Set(exact.length > 0 ? exact : paths.flatMap((path) => this.#beside(path, waiting)))]);
  }

  #beside(path, waiting) {
    // A file as a whole is told off for words that name something else.
    if (path === '') return waiting.filter((name) => this.lines.find((one) => one.path === name).shape === 'Slug');
    let above = path;
    let hit = [];
    while (hit.length === 0 && waiting.length > 0) {
      const inside = above === '' ? '' : `${above}.`;
      hit = waiting.filter((name) => name.startsWith(inside));
      above = above.includes('.') ? above.slice(0, above.lastIndexOf('.')) : '';
    }
    return hit;
  }

  #back(names) {
    for (const name of names) {
      const { shape } = this.lines.find((one) => one.path === name);
      this.refused += 1;
      this.states.set(name, this.states.get(name) === RAW && DRESSED[shape] ? DRESSED_UP : EXAMPLE);
    }
    return names.length;
  }

  /** How many keys hold the attack. */
  taken() {
    return [...this.states.values()].filter((state) => state < EXAMPLE).length;
  }
}
