// A built site as data: its files, and of each page what other checks ask for. Reads the folder once.
import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'parse5';

/**
 * Reads a folder. `base` is where the host puts it; the site's own canonical address is taken from the front page.
 * Returns `{ folder, base, root, files, pages, styles }`.
 */
export function readSite(folder, base = '/') {
  const files = new Set(fs.readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath ?? entry.path, entry.name)).split(path.sep).join('/'))
    .sort());
  const text = (file) => fs.readFileSync(path.join(folder, file), 'utf8');
  const pages = [...files].filter((file) => file.endsWith('.html')).map((file) => readPage(file, text(file)));
  const styles = [...files].filter((file) => file.endsWith('.css')).map((file) => ({ file, urls: cssUrls(text(file)) }));
  const root = pages.find((page) => page.file === 'index.html')?.canonical ?? null;
  return { folder, base, root, files, pages, styles, text };
}

const kindOf = (page) => page.kind ?? page.file;

/** One page of each kind (`data-page`), the heaviest; a page without a kind counts as the kind of its own path. */
export function heaviestPages(site) {
  const heaviest = new Map();
  for (const page of site.pages.filter((page) => !page.isRedirect)) {
    const kind = kindOf(page);
    if (!heaviest.has(kind) || heaviest.get(kind).bytes < page.bytes) heaviest.set(kind, page);
  }
  return [...heaviest.values()];
}

/**
 * The heaviest page of each kind, and as many more as show every part of that kind: shops differ in what they have. Each
 * time, the page with most parts that no page before it had, the heavier of two.
 */
export function samplePages(site) {
  const pages = site.pages.filter((page) => !page.isRedirect).sort((a, b) => b.bytes - a.bytes);
  const sample = heaviestPages(site);
  const seen = new Set(sample.flatMap(partsOf));
  const waiting = new Map(pages.map((page) => [page, partsOf(page).filter((part) => !seen.has(part))]).filter(([, parts]) => parts.length > 0));
  while (waiting.size > 0) {
    const [next, parts] = [...waiting].reduce((most, one) => (one[1].length > most[1].length ? one : most));
    sample.push(next);
    for (const part of parts) seen.add(part);
    for (const [page, parts] of waiting) {
      const left = parts.filter((part) => !seen.has(part));
      if (left.length > 0) waiting.set(page, left);
      else waiting.delete(page);
    }
  }
  return sample;
}

/** What a page shows: its class names, of `main` with its kind, of the frame around it alone. Those with a digit name one picture each. */
function partsOf(page) {
  const names = (html) => [...html.matchAll(/\sclass="([^"]+)"/g)].flatMap(([, names]) => names.split(/\s+/)).filter((name) => name && !/\d/.test(name));
  const [before, main = '', after = ''] = page.html.split(/<main\b|<\/main>/);
  return [...new Set([...names(main).map((name) => `${kindOf(page)} ${name}`), ...names(before + after)])];
}

/** The address of a page below the host: '/a/b/produk/x/'. */
export const addressOf = (site, page) => site.base + page.file.replace(/(^|\/)index\.html$/, '$1');

/**
 * Where a link of a page leads: `{ file, fragment }` inside the site, `{ outside: URL }`, or `{ fault }`.
 * `from` is the address that the page is seen at; it differs from its own for 404.html only.
 */
export function resolve(site, page, link, from = addressOf(site, page)) {
  // A place on the page itself, wherever the page is shown.
  if (link.startsWith('#') && !page.baseHref) return { file: page.file, fragment: decodeURIComponent(link.slice(1)) };
  let url;
  try {
    url = new URL(link, new URL(page.baseHref ?? '', `http://host.invalid${from}`));
  } catch {
    return { fault: 'is no address' };
  }
  let inside;
  if (url.origin === 'http://host.invalid') {
    if (!url.pathname.startsWith(site.base)) return { fault: `leaves the base path ${site.base}` };
    inside = url.pathname.slice(site.base.length);
  } else if (site.root && url.href.split('#')[0].startsWith(site.root)) {
    inside = url.pathname.slice(new URL(site.root).pathname.length);
  } else {
    return { outside: url };
  }
  let file = decodeURIComponent(inside);
  if (file === '' || file.endsWith('/')) file += 'index.html';
  if (site.files.has(file)) return { file, fragment: decodeURIComponent(url.hash.slice(1)) };
  if (site.files.has(`${file}/index.html`)) return { fault: 'needs a redirect: the / at its end is missing' };
  return { fault: 'leads to no file' };
}

/** Everything that a page says about itself and asks for. */
export function readPage(file, html) {
  const page = {
    file, html, bytes: Buffer.byteLength(html), kind: null, language: null, title: '', canonical: null, baseHref: null,
    isRedirect: false, noindex: false, ids: new Set(), links: [], jsonld: [], heading: '', policy: null, meta: new Map(),
  };
  walk(parse(html), (element, attributes) => {
    const add = (value, kind) => value != null && page.links.push({ value: value.trim(), kind, element: element.tagName });
    if (attributes.id) page.ids.add(attributes.id);
    if (attributes.style) addStyles(attributes.style, add);
    switch (element.tagName) {
      case 'html': page.language = attributes.lang ?? null; break;
      case 'body': page.kind = attributes['data-page'] ?? null; break;
      case 'base': page.baseHref = attributes.href ?? null; break;
      case 'title': if (!page.title) page.title = textOf(element); break;
      case 'h1': if (!page.heading) page.heading = textOf(element); break;
      case 'meta': readMeta(page, attributes); break;
      case 'a': case 'area': add(attributes.href, 'link'); break;
      case 'form': add(attributes.action, 'link'); break;
      case 'link': {
        const rel = (attributes.rel ?? '').toLowerCase().split(/\s+/);
        if (rel.includes('canonical')) page.canonical = attributes.href ?? null;
        const isAddress = ['canonical', 'alternate', 'next', 'prev', 'author', 'license', 'me'].some((name) => rel.includes(name));
        add(attributes.href, isAddress ? 'link' : 'asset');
        for (const one of srcset(attributes.imagesrcset)) add(one, 'asset');
        break;
      }
      case 'script':
        add(attributes.src, 'asset');
        if (/^application\/ld\+json$/i.test(attributes.type ?? '')) page.jsonld.push(textOf(element));
        break;
      case 'style': addStyles(textOf(element), add); break;
      case 'use': case 'image': add(attributes.href ?? attributes['xlink:href'], 'asset'); break;
      default:
        if (['img', 'source', 'video', 'audio', 'iframe', 'embed', 'track', 'input'].includes(element.tagName)) {
          add(attributes.src, 'asset');
          add(attributes.poster, 'asset');
          for (const one of srcset(attributes.srcset)) add(one, 'asset');
        }
    }
  });
  return page;
}

function readMeta(page, attributes) {
  const name = (attributes.name ?? attributes.property ?? '').toLowerCase();
  if (name) page.meta.set(name, attributes.content ?? '');
  const equivalent = (attributes['http-equiv'] ?? '').toLowerCase();
  if (equivalent === 'refresh') page.isRedirect = true;
  if (equivalent === 'content-security-policy') page.policy = attributes.content ?? '';
  if (name === 'robots' && /noindex/i.test(attributes.content ?? '')) page.noindex = true;
}

function walk(node, visit) {
  if (node.tagName) visit(node, Object.fromEntries(node.attrs.map((a) => [a.prefix ? `${a.prefix}:${a.name}` : a.name, a.value])));
  for (const child of node.childNodes ?? []) walk(child, visit);
  if (node.content) walk(node.content, visit);
}

const textOf = (element) => (element.childNodes ?? [])
  .map((child) => (child.nodeName === '#text' ? child.value : textOf(child))).join('').replace(/\s+/g, ' ').trim();

const srcset = (value) => (value ?? '').split(/,\s+|,$/).map((part) => part.trim().split(/\s+/)[0]).filter(Boolean);

const cssUrls = (css) => [...css.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/url\(\s*(["']?)(.*?)\1\s*\)|@import\s+(["'])(.*?)\3/g)]
  .map((match) => match[2] ?? match[4]).filter((url) => !url.startsWith('data:') && !url.startsWith('#'));

function addStyles(css, add) {
  for (const url of cssUrls(css)) add(url, 'asset');
}
