// What a built site holds, as the programs that read it understand it, without its words: two sites that differ in words
// only have the same shape. `faultsOf(attacked, control, browser)` says where they differ.
import { createRequire } from 'node:module';
import path from 'node:path';
import vm from 'node:vm';
import { ROOT } from './lib.mjs';

const ICAL = createRequire(path.join(ROOT, 'tests/browser/package.json'))('ical.js');

/** A table as spreadsheet programs read it. Source: RFC 4180. */
export function cellsOf(text, separator) {
  const rows = [[]];
  let at = 0;
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      for (at += 1; at < text.length && (text[at] !== '"' || text[at + 1] === '"'); at += 1) {
        cell += text[at];
        if (text[at] === '"') at += 1;
      }
      at += 1;
    }
    for (; at < text.length && text[at] !== separator && !'\r\n'.includes(text[at]); at += 1) cell += text[at];
    rows.at(-1).push(cell);
    if (text[at] === separator) at += 1;
    else {
      at += text.startsWith('\r\n', at) ? 2 : 1;
      if (at < text.length) rows.push([]);
    }
  }
  return rows;
}

/** A cell that a spreadsheet program works out: a number or a telephone number it may, another word it must not. */
const isFormula = (cell) => /^[\s\0]*[=@＝＋－＠]/.test(cell) || (/^[\s\0]*[+-]/.test(cell) && !/^[+-]?[\d., ]*$/.test(cell.trim()));

function table(text, separator) {
  const rows = cellsOf(text, separator);
  const formulas = rows.flat().filter(isFormula);
  return { shape: rows.map((row) => row.length).join(), faults: formulas.map((cell) => `a cell is a formula: ${cell.slice(0, 60)}`) };
}

function calendar(text) {
  const names = (component) => [component.name, ...component.getAllProperties().map(({ name }) => name), ...component.getAllSubcomponents().flatMap(names)];
  const faults = text.split('\r\n').filter((line) => /[\r\n]/.test(line) || Buffer.byteLength(line) > 75).map((line) => `a line of a calendar is none: ${line.slice(0, 60)}`);
  return { shape: names(new ICAL.Component(ICAL.parse(text))).join(' '), faults };
}

/** Keys and kinds of a JSON value. */
export function jsonShape(value) {
  if (Array.isArray(value)) return `[${value.map(jsonShape).join()}]`;
  if (value === null || typeof value !== 'object') return typeof value;
  return `{${Object.keys(value).map((key) => `${key}:${jsonShape(value[key])}`).join()}}`;
}

const json = (text) => ({ shape: jsonShape(JSON.parse(text)), faults: [] });

/** Lines of a file that has one order a line: what each is, without its words. */
function lines(text) {
  const shape = text.split('\n').map((line) => line.replace(/^(\s*[\w-]+:).*$/, '$1').replace(/^\/\S*/, '/').replace(/ \/\S*/, ' /'));
  const odd = text.split('\n').filter((line) => /[\r\u0085\u2028\u2029]/.test(line));
  return { shape: shape.join('\n'), faults: odd.map((line) => `a line with another line's end in it: ${line.slice(0, 60)}`) };
}

function script(text) {
  new vm.Script(text.replace(/^(import|export) .*$/gm, ''));
  return { shape: text.replace(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/g, "''"), faults: [] };
}

const READERS = [
  [/\.csv$/, (text) => table(text, text.split('\n', 1)[0].includes(';') ? ';' : ',')],
  [/\.tsv$/, (text) => table(text, '\t')],
  [/\.ics$/, calendar],
  [/\.(json|webmanifest)$/, json],
  [/(^|\/)(_headers|_redirects|robots\.txt|CNAME)$|\.(toml|ya?ml|sh)$/, lines],
  [/\.txt$/, (text) => ({ shape: `${text.split('\n').length} lines`, faults: [] })],
  [/\.js$/, script],
  [/\.css$/, (text) => ({ shape: text, faults: [] })],
];

/** Index files of the search hold words as their keys, and which of them there are follows from the words. */
const OF_WORDS = /(^|\/)(cari|search)\/|\/indeks?[^/]*\.json$/;
const IN_BROWSER = /\.(html|xml|atom|svg|rss)$/;

/** Shape and faults of a file that needs no browser; null for another kind. */
export function read(name, text) {
  const reader = READERS.find(([pattern]) => pattern.test(name))?.[1];
  if (!reader) return null;
  try {
    return OF_WORDS.test(name) ? { shape: '', faults: reader(text).faults } : reader(text);
  } catch (error) {
    return { shape: '', faults: [`cannot be read: ${error.message}`] };
  }
}

/** A name without what follows from words or bytes, so that the same file of two sites has one name. */
const kindOfName = (name) => name.split('/').map((part) => part.replace(/-?[0-9a-f]{8,}/g, '#')).at(-1);

/** How often each shape of each kind of file is there: two sites may call the same page otherwise. */
function count(files) {
  const counts = new Map();
  for (const [name, { kind, shape }] of files) {
    const key = `${kind}\n${shape}`;
    counts.set(key, [...(counts.get(key) ?? []), name]);
  }
  return counts;
}

/** Faults of one site beside another that has other words. `files`: text by path; `pages`: what the browser read, by path. */
export function faultsBeside(attacked, control) {
  const [shapes, known] = [shapesOf(attacked), shapesOf(control)];
  const faults = [...shapes].flatMap(([name, { faults }]) => faults.map((fault) => `${name}: ${fault}`));
  const wanted = count(known);
  for (const [key, names] of count(shapes)) {
    const surplus = names.length - (wanted.get(key)?.length ?? 0);
    if (surplus <= 0) continue;
    const [kind, shape] = [key.slice(0, key.indexOf('\n')), key.slice(key.indexOf('\n') + 1)];
    const others = [...known.values()].filter((other) => other.kind === kind).map((other) => other.shape);
    faults.push(`${names.slice(0, 2).join(', ')}: another shape than with harmless words: ${firstDifference(shape, others)}`);
  }
  return faults;
}

function shapesOf({ files, pages }) {
  const shapes = new Map();
  for (const [name, text] of files) {
    if (IN_BROWSER.test(name)) continue;
    const one = read(name, Buffer.from(text, 'latin1').toString('utf8'));
    if (one) shapes.set(name, { kind: kindOfName(name), ...one });
  }
  for (const [name, page] of pages) shapes.set(name, page);
  return shapes;
}

function firstDifference(shape, others) {
  if (others.length === 0) return `no such file there: ${shape.slice(0, 100)}`;
  const common = (one, two) => {
    let length = 0;
    while (length < one.length && one[length] === two[length]) length += 1;
    return length;
  };
  const nearest = others.reduce((best, other) => (common(shape, other) > common(shape, best) ? other : best));
  const at = Math.max(0, common(shape, nearest) - 30);
  return `…${shape.slice(at, at + 110)}… where there is …${nearest.slice(at, at + 110)}…`;
}
