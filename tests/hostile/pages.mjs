// Pages as Chromium takes them in: the elements and attributes of each, and what happens when one is visited with its
// content policy taken out.
import { launch } from '../browser/lib/browser.mjs';
import { serve } from '../browser/lib/host.mjs';

/** Where the server of `kelola.alamat` in `filled.mjs` is asked. */
const FORGE = 'https://api.github.com';
const AT_ONCE = 4;
const POLICY = /<meta http-equiv="Content-Security-Policy"[^>]*>/i;

/** A site on a host that takes the policy out of its pages. */
const open = (folder, base) => serve(folder, base, ({ type, body }) => (type.startsWith('text/html')
  ? { body: Buffer.from(body.toString().replace(POLICY, '')) } : {}));

export class Browser {
  async start() {
    this.chromium = await launch();
    this.context = await this.chromium.newContext({ serviceWorkers: 'block', reducedMotion: 'reduce' });
    this.ran = [];
    await this.context.exposeBinding('__canary', ({ frame }) => { this.ran.push(frame.url()); });
    this.reader = await this.context.newPage();
    return this;
  }

  close() {
    return this.chromium.close();
  }

  /** What each page and document of XML consists of, by path: `{ kind, shape, faults }`. */
  async read(folder, files) {
    const host = await open(folder, '/');
    try {
      await this.reader.goto(`${host.origin}/robots.txt`);
      const names = [...files.keys()].filter((name) => !name.startsWith('../') && /\.(html|xml|atom|svg|rss)$/.test(name));
      const found = await this.reader.evaluate(readAll, names);
      return new Map(names.map((name, number) => [name, found[number]]));
    } finally {
      await host.close();
    }
  }

  /** Visits pages, a few at once, provokes every handler, and tells of each script that ran and each request that left. */
  async visit(folder, names) {
    const host = await open(folder, '/');
    const faults = [];
    const waiting = [...names];
    try {
      await Promise.all(Array.from({ length: AT_ONCE }, () => this.#visitAll(host, waiting, faults)));
      faults.push(...this.ran.splice(0).map((where) => `${where}: a script ran`));
    } finally {
      await host.close();
    }
    return faults;
  }

  /** Takes names until none waits. */
  async #visitAll(host, waiting, faults) {
    const page = await this.context.newPage();
    page.on('dialog', (dialog) => {
      faults.push(`${page.url()}: a dialog, ${dialog.message()}`);
      dialog.dismiss().catch(() => {});
    });
    page.on('request', (request) => {
      const [url, from] = [request.url(), request.frame().url()];
      // The page that edits asks its repository's server, the only one that its policy names.
      const isOwn = from.startsWith(`${host.origin}/kelola/`) && url.startsWith(`${FORGE}/`);
      if (!isOwn && !url.startsWith(`${host.origin}/`) && !/^(data|blob|about):/.test(url)) faults.push(`${from}: asks ${url}`);
    });
    page.on('popup', (popup) => faults.push(`${page.url()}: opens ${popup.url()}`));
    try {
      for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
        const at = `${host.origin}/${name.replace(/(^|\/)index\.html$/, '$1').split('/').map(encodeURIComponent).join('/')}`;
        await page.goto(at, { waitUntil: 'load', timeout: 60_000 });
        // A choice of a form may lead to another page of the site, which is as good a place for a script to run.
        await page.evaluate(provoke).catch((error) => { if (!/navigation|destroyed/.test(error.message)) throw error; });
      }
    } finally {
      await page.close();
    }
  }
}

/** In the page: every handler of every element is called, and each form of what adds to the basket is sent. */
async function provoke() {
  const events = ['mouseover', 'pointerenter', 'focus', 'error', 'load', 'toggle', 'animationstart', 'begin'];
  for (const element of document.querySelectorAll('*')) {
    if (element.isConnected) for (const name of events) element.dispatchEvent(new Event(name));
  }
  for (const button of document.querySelectorAll('button[type=button], summary')) button.click();
  for (const link of document.querySelectorAll('a[href]')) {
    if (/^\s*(javascript|vbscript|data):/i.test(link.getAttribute('href'))) link.click();
  }
  await new Promise((resolve) => { setTimeout(resolve, 20); });
}

/** In the page: each document's elements and attributes in order, and what of it no text may bring along. */
async function readAll(names) {
  const PROSE = '.prose, .opening__text';
  // What Markdown gives, of `src/markdown.rs`; links by their schemes.
  const OF_PROSE = new Set(['p', 'h2', 'h3', 'h4', 'h5', 'h6', 'em', 'strong', 'del', 'code', 'pre', 'blockquote', 'ul', 'ol', 'li', 'a', 'br', 'hr',
    'table', 'thead', 'tbody', 'tr', 'th', 'td', 'input']);
  const PROSE_ATTRIBUTES = new Set(['href', 'title', 'start', 'type', 'checked', 'disabled', 'class', 'rel', 'id', 'lang', 'data-label', 'role', 'tabindex', 'aria-label']);
  const ADDRESSES = new Set(['href', 'src', 'action', 'formaction', 'poster', 'data', 'xlink:href', 'srcdoc', 'cite', 'background']);
  const TOLD = new Set(['rel', 'type', 'target', 'http-equiv', 'name', 'method', 'sandbox', 'allow']);
  const scheme = (value) => /^[\s\0-\x20]*([a-z][a-z0-9+.\-\t\n]*:)/i.exec(value)?.[1].toLowerCase() ?? (/^\s*(\/\/|\\)/.test(value) ? '//' : '');
  const described = (element) => `${element.localName}[${[...element.attributes].map(({ name, value }) => {
    if (ADDRESSES.has(name)) return `${name}=${scheme(value)}`;
    if (name === 'style') return `style=${value.replace(/:[^;]*/g, '')}`;
    return TOLD.has(name) && element.localName !== 'input' ? `${name}=${value}` : name;
  }).join()}]`;

  const shapeOf = (parsed, faults) => {
    const parts = [];
    const walk = (element) => {
      parts.push(described(element));
      if (element.matches?.(PROSE)) {
        for (const inner of element.querySelectorAll('*')) {
          const odd = !OF_PROSE.has(inner.localName) || [...inner.attributes].some(({ name }) => !PROSE_ATTRIBUTES.has(name));
          if (odd) faults.push(`a text brought ${described(inner)} along`);
          const to = scheme(inner.getAttribute('href') ?? '');
          if (!['', 'https:', 'http:', 'mailto:', 'tel:', 'geo:'].includes(to)) faults.push(`a text leads to ${to}`);
        }
        return;
      }
      if (element.localName === 'script' && element.type === 'application/ld+json') {
        try {
          parts.push(shapeOfJson(JSON.parse(element.textContent)));
        } catch (error) {
          faults.push(`structured data cannot be read: ${error.message}`);
        }
      }
      for (const child of element.children) walk(child);
    };
    walk(parsed.documentElement);
    return parts.join(' ');
  };
  const shapeOfJson = (value) => {
    if (Array.isArray(value)) return `(${value.map(shapeOfJson).join()})`;
    if (value === null || typeof value !== 'object') return typeof value;
    return `{${Object.keys(value).map((key) => `${key}:${shapeOfJson(value[key])}`).join()}}`;
  };

  const found = [];
  for (const name of names) {
    const text = await (await fetch(`/${name.split('/').map(encodeURIComponent).join('/')}`)).text();
    const isPage = name.endsWith('.html');
    const parsed = new DOMParser().parseFromString(text, isPage ? 'text/html' : 'text/xml');
    const faults = parsed.querySelector('parsererror') && !isPage ? ['is no XML'] : [];
    const kind = isPage ? `page ${parsed.body.dataset.page ?? ''}` : name.split('/').at(-1).replace(/-[0-9a-f]{8,}/, '');
    // A code for cameras is drawn from the address in it.
    found.push({ kind, shape: /(^|\/)kode-/.test(name) ? '' : shapeOf(parsed, faults), faults });
  }
  return found;
}
