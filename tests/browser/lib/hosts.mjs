// Hosts in small: one table of how each of them answers, and a server that answers so. A row says only what
// matters to a site of files: where it lies, folders without their slash, `.html`, the page for unknown addresses,
// and which rule files are obeyed. Each behaviour names where it was read; what was read nowhere says so. Where the
// host's own server can be had, `tests/run hosts` compares the row with it.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';

const READ = '2026-11-24';
// What is the same at several hosts, by people who tried them all.
const SLASHES = ['https://github.com/slorber/trailing-slash-guide', READ];
const CLOUDFLARE = [
  ['https://developers.cloudflare.com/pages/configuration/serving-pages/', READ],
  ['https://developers.cloudflare.com/pages/configuration/redirects/', READ],
  ['https://developers.cloudflare.com/pages/configuration/headers/', READ],
];
const SEEN = '2026-11-29';

/**
 * - `folder`: the status that leads from `/a` to `/a/`; null if `/a` shows what `/a/` shows.
 * - `doubled`: what `/a//` answers where `/a/` is there: 200, or the status that leads to it; 404 if not given.
 * - `extension`: `drop` leads from `/a.html` to `/a` and from `/a/index.html` to `/a/`; `serve` shows the file.
 * - `bare`: true if `/a` shows `a.html`.
 * - `notFound`: the page for unknown addresses. `nearest`: true if one in a folder above comes before that at the root.
 *   `ownStatus`: what its own address answers, 200 if not given.
 * - `emptyFolder`: what a folder without a page of its own answers, 404 if not given.
 * - `rules`: what reads the rule files; `first` if redirects come before files, `last` if after. `whole` rules see the
 *   whole address, with the folder of the project.
 * - `leading`: which redirects carry the headers of the rules: `all`, `folder` for those to a folder's slash, or none.
 * - `missing`: `kept` if the lifetime that a rule gives goes out with a 404, too.
 * - `hidden`: files and folders that are obeyed or left out, and never shown; `reported`: those shown as something else.
 */
export const HOSTS = {
  'cloudflare-pages': {
    base: '/', folder: 308, doubled: 200, extension: 'drop', bare: true, notFound: '404.html', nearest: true, leading: 'all',
    rules: { headers: '_headers', redirects: '_redirects', order: 'first' }, hidden: ['_headers', '_redirects'],
    sources: [
      ...CLOUDFLARE,
      ['@cloudflare/pages-shared 0.13.189, asset-server/handler.ts: no cache lifetime for what is not there', READ],
      ['wrangler 4.164.0, `pages dev`', SEEN],
    ],
  },
  'cloudflare-workers': {
    base: '/', folder: 307, doubled: 307, extension: 'drop', bare: true, notFound: '404.html', nearest: true, leading: 'all',
    missing: 'kept',
    rules: { headers: '_headers', redirects: '_redirects', order: 'first' }, hidden: ['_headers', '_redirects'],
    sources: [
      ...CLOUDFLARE,
      ['https://developers.cloudflare.com/workers/static-assets/routing/advanced/html-handling', READ],
      ['wrangler 4.164.0, `dev` with assets', SEEN],
    ],
  },
  netlify: {
    base: '/', folder: 301, doubled: 200, extension: 'serve', bare: true, notFound: '404.html',
    // A star at the end of a header's path wants no slash before it, whatever the case; the last rule wins.
    rules: { headers: '_headers', redirects: '_redirects', order: 'last', anySlash: true, loose: true }, hidden: ['_headers', '_redirects'],
    sources: [
      SLASHES, ['https://docs.netlify.com/manage/routing/headers.md', READ], ['shadowing and slashes: said by its users', null],
      ['@netlify/headers-parser 10.1.1, src/for_regexp.ts; netlify-cli 27.10.2, `dev`', SEEN],
    ],
  },
  'gitlab-pages': {
    base: '/etalase/', folder: 302, extension: 'serve', bare: true, notFound: '404.html',
    // Files win, and every rule starts with the project's folder.
    rules: { redirects: '_redirects', order: 'last', whole: true }, hidden: [], reported: ['_redirects'],
    sources: [
      ['https://docs.gitlab.com/user/project/pages/redirects', READ], ['the status for a folder: not documented', null],
    ],
  },
  'codeberg-pages': {
    // A rule has to name the whole path to be met, and to leave the folder to lead anywhere: pages lead on instead.
    base: '/etalase/', folder: 302, extension: 'serve', bare: false, notFound: '404.html', moves: 'pages',
    rules: { redirects: '_redirects', order: 'last', whole: true }, hidden: ['_redirects', '.domains'],
    sources: [['git-pages, src/pages.go and src/redirects.go of 2026-07', SEEN], ['folders and 404.html: not documented', null]],
  },
  'github-pages': {
    base: '/etalase/', folder: 301, extension: 'serve', bare: true, notFound: '404.html', rules: {}, hidden: ['.etalase/', '.nojekyll'],
    sources: [SLASHES],
  },
  vercel: {
    base: '/', folder: null, doubled: 301, extension: 'serve', bare: false, notFound: '404.html', missing: 'kept',
    rules: { vercel: 'vercel.json', order: 'first' }, hidden: ['vercel.json'],
    sources: [
      SLASHES, ['@vercel/routing-utils 6.6.0: order and patterns of redirects and headers', READ],
      ['lifetime of what is not there: not tried, its rules come before its files', null],
    ],
  },
  firebase: {
    base: '/', folder: 301, doubled: 200, extension: 'serve', bare: false, notFound: '404.html', ownStatus: 404, leading: 'folder',
    missing: 'kept',
    rules: { firebase: 'firebase.json', order: 'first' }, hidden: ['firebase.json'],
    sources: [['https://firebase.google.com/docs/hosting/full-config', READ], ['superstatic 10.0.0: folders, patterns, headers', SEEN]],
  },
  render: {
    base: '/', folder: 301, extension: 'serve', bare: true, notFound: '404.html', rules: {}, hidden: [],
    sources: [['https://render.com/docs/redirects-rewrites: rules stand in its dashboard', '2026-11-29'], ['folders and 404.html: not documented', null]],
  },
  surge: {
    base: '/', folder: 301, extension: 'serve', bare: true, notFound: '404.html', rules: {}, hidden: ['CNAME'],
    sources: [['https://surge.sh/docs/platform/custom-404.md', READ], ['folders: not documented', null]],
  },
  neocities: {
    base: '/', folder: 301, extension: 'serve', bare: true, notFound: 'not_found.html', rules: {}, hidden: [],
    // Its server takes only files whose names end so.
    kinds: 'html htm txt text css js jpg jpeg png apng gif svg md markdown eot ttf woff woff2 json geojson csv tsv ico pdf xml manifest otf scss webp avif webmanifest atom rdf map yaml yml'.split(' '),
    sources: [['https://github.com/neocities/neocities, models/site.rb', READ], ['folders: not documented', null]],
  },
  umum: {
    base: '/', folder: 301, emptyFolder: 403, extension: 'serve', bare: false, notFound: '404.html', rules: {}, hidden: [],
    sources: [['nginx 1.22.1 with `error_page 404 /404.html`', SEEN]],
  },
};

const TYPES = {
  html: 'text/html; charset=utf-8', css: 'text/css', js: 'text/javascript', json: 'application/json', xml: 'application/xml',
  webmanifest: 'application/manifest+json', svg: 'image/svg+xml', webp: 'image/webp', jpg: 'image/jpeg', png: 'image/png',
};

/** How the host answers to an address: `{ status, file?, location?, headers }`. */
export function imitate(name, folder, base = HOSTS[name].base) {
  const host = HOSTS[name];
  const rules = readRules(host.rules, folder);
  const files = new Set(fs.readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath ?? entry.path, entry.name)).split(path.sep).join('/')));
  const folders = new Set([...files].flatMap((file) => file.split('/').slice(0, -1).map((_, n, parts) => `${parts.slice(0, n + 1).join('/')}/`)));
  const isHidden = (file) => host.hidden.some((hidden) => (hidden.endsWith('/') ? file.startsWith(hidden) : file === hidden));
  const isFile = (file) => files.has(file) && !isHidden(file);
  const lead = (status, location) => ({ status, location });

  const folderAt = (inside) => {
    if (isFile(`${inside}index.html`)) return { status: 200, file: `${inside}index.html` };
    const single = inside.replace(/\/+$/, '/');
    if (single !== inside && host.doubled && isFile(`${single}index.html`)) {
      return host.doubled === 200 ? { status: 200, file: `${single}index.html` } : lead(host.doubled, base + single);
    }
    if (host.bare && inside !== '' && host.extension === 'drop' && isFile(`${inside.slice(0, -1)}.html`)) {
      return lead(host.folder, base + inside.slice(0, -1));
    }
    return host.emptyFolder && folders.has(inside) ? { status: host.emptyFolder } : null;
  };
  const fileAt = (inside) => {
    if (inside === '' || inside.endsWith('/')) return folderAt(inside);
    if (host.extension === 'drop' && inside.endsWith('.html') && isFile(inside)) {
      return lead(host.folder, base + inside.replace(/(^|\/)index\.html$/, '$1').replace(/\.html$/, ''));
    }
    if (inside === host.notFound && host.ownStatus) return { status: host.ownStatus, file: inside };
    if (isFile(inside)) return host.reported?.includes(inside) ? { status: 200 } : { status: 200, file: inside };
    if (isFile(`${inside}/index.html`) || (host.emptyFolder && folders.has(`${inside}/`))) {
      return host.folder === null ? { status: 200, file: `${inside}/index.html` } : lead(host.folder, `${base}${inside}/`);
    }
    return host.bare && isFile(`${inside}.html`) ? { status: 200, file: `${inside}.html` } : null;
  };
  const missingAt = (inside) => {
    const parts = host.nearest ? inside.split('/').slice(0, -1) : [];
    for (let n = parts.length; n >= 0; n -= 1) {
      const page = [...parts.slice(0, n), host.notFound].join('/');
      if (isFile(page)) return { status: 404, file: page };
    }
    return { status: 404 };
  };

  return (address) => {
    if (`${address}/` === base) return { ...lead(301, base), headers: {} };
    if (!address.startsWith(base)) return { status: 404, headers: {} };
    const inside = decodeURIComponent(address.slice(base.length));
    if (inside.split('/').includes('..')) return { ...missingAt(''), headers: {} };
    const seen = host.rules.whole ? address : `/${inside}`;
    const found = fileAt(inside);
    let moved = host.rules.order === 'first' || !found ? rules.redirect(seen) : null;
    if (moved) moved = lead(moved.status, (host.rules.whole ? '' : base.slice(0, -1)) + moved.to);
    const reply = moved ?? found ?? missingAt(inside);
    const isBare = reply.location && !(host.leading === 'all' || (host.leading === 'folder' && !moved));
    return { ...reply, headers: isBare ? {} : sentWith(reply, seen) };
  };

  function sentWith(reply, seen) {
    // A rule of Netlify's meets the file that was found.
    const headers = rules.headers(host.rules.loose && reply.file ? `/${reply.file}` : seen);
    if (reply.status === 404 && host.missing !== 'kept') delete headers['cache-control'];
    return headers;
  }
}

/** Serves a folder as the host does. Returns `{ origin, base, close() }`. */
export async function serveAs(name, folder, base = HOSTS[name].base) {
  const answer = imitate(name, folder, base);
  // An idle connection stays: one that ends while a busy client writes to it is an error that says nothing.
  const server = http.createServer({ keepAliveTimeout: 600_000 }, (request, response) => {
    const reply = answer(new URL(request.url, 'http://host').pathname);
    const type = reply.file ? TYPES[path.extname(reply.file).slice(1)] ?? 'application/octet-stream' : 'text/plain';
    const body = reply.file ? fs.readFileSync(path.join(folder, reply.file)) : Buffer.from(`${reply.status}\n`);
    const location = reply.location === undefined ? {} : { location: reply.location };
    response.writeHead(reply.status, { 'content-type': type, ...reply.headers, ...location, 'content-length': body.length });
    response.end(body);
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    base,
    close: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(resolve);
    }),
  };
}

/** `{ redirect(address), headers(address) }` from whichever rule files the host reads and the site has. */
function readRules(rules, folder) {
  const text = (file) => (file && fs.existsSync(path.join(folder, file)) ? fs.readFileSync(path.join(folder, file), 'utf8') : null);
  const redirects = [];
  const headers = [];
  const joins = Boolean(rules.headers) && !rules.loose;
  redirectLines(text(rules.redirects), rules.anySlash, redirects);
  headerBlocks(text(rules.headers), rules.loose ? loosely : strictly, headers);
  vercelRules(text(rules.vercel), redirects, headers);
  firebaseRules(text(rules.firebase), redirects, headers);
  return {
    redirect(address) {
      for (const { pattern, to, status } of redirects) {
        const match = pattern.exec(address);
        if (match) return { status, to: to(match) };
      }
      return null;
    },
    headers(address) {
      const sent = {};
      for (const { pattern, fields } of headers) {
        if (!pattern.test(address)) continue;
        // Some hosts join values of several rules; the others let the last one win.
        for (const [name, value] of fields) sent[name] = joins && sent[name] ? `${sent[name]}, ${value}` : value;
      }
      return sent;
    },
  };
}

const escaped = (text) => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
/** `/a/*` and `/:name/b` of `_headers` and `_redirects`. */
const starred = (rule) => escaped(rule).replace(/\*/g, '(?<splat>.*)').replace(/:(\w+)/g, '(?<$1>[^/]+)');

const strictly = (rule) => new RegExp(`^${starred(rule)}$`);
/** As Netlify reads them: a part that is a star needs no slash before it. */
const loosely = (rule) => {
  const parts = rule.split('/').filter(Boolean).map((part) => {
    if (part.startsWith(':')) return '([^/]+)';
    return part === '*' ? '?(.*)' : escaped(part).replaceAll('*', '(.*)');
  });
  return new RegExp(`^/${parts.join('/')}/?$`, 'iu');
};

function redirectLines(text, anySlash, redirects) {
  for (const line of (text ?? '').split('\n').filter((line) => line.trim() && !line.startsWith('#'))) {
    const [from, to, status = '302'] = line.trim().split(/\s+/);
    const pattern = new RegExp(`^${starred(from)}${anySlash && !from.endsWith('*') ? '/?' : ''}$`);
    redirects.push({ pattern, status: Number(status), to: (match) => to.replace(/:(\w+)/g, (_, name) => match.groups[name] ?? '') });
  }
}

function headerBlocks(text, patternOf, headers) {
  for (const line of (text ?? '').split('\n').filter((line) => line.trim() && !line.startsWith('#'))) {
    if (/^\S/.test(line)) {
      headers.push({ pattern: patternOf(line.trim()), fields: [] });
    } else {
      const [, name, value] = /^\s+([^:]+):\s*(.*)$/.exec(line);
      headers.at(-1).fields.push([name.toLowerCase(), value]);
    }
  }
}

const fieldsOf = (list) => list.map(({ key, value }) => [key.toLowerCase(), value]);

// Only what these files are known to use is understood: patterns of unnamed groups.
function vercelRules(text, redirects, headers) {
  if (!text) return;
  const { trailingSlash, redirects: moves = [], headers: blocks = [] } = JSON.parse(text);
  const pattern = (source) => {
    if (/:\w/.test(source)) throw new Error(`vercel.json: ${source} is not understood here`);
    return new RegExp(`^${source}$`);
  };
  if (trailingSlash !== undefined) throw new Error('vercel.json: trailingSlash takes the slash from folders with a dot');
  for (const { source, destination, permanent } of moves) {
    redirects.push({ pattern: pattern(source), status: permanent ? 308 : 307, to: (match) => destination.replace('$1', match[1] ?? '') });
  }
  for (const { source, headers: list } of blocks) headers.push({ pattern: pattern(source), fields: fieldsOf(list) });
}

function firebaseRules(text, redirects, headers) {
  if (!text) return;
  const { redirects: moves = [], headers: blocks = [] } = JSON.parse(text).hosting;
  const pattern = ({ source, regex }) => new RegExp(regex ?? `^${globbed(source)}$`, 'u');
  for (const move of moves) {
    redirects.push({
      pattern: pattern(move),
      status: move.type,
      to: (match) => move.destination.replace(/:(\d+)/g, (_, number) => {
        if (!match[number]) throw new Error(`firebase.json: group ${number} may not be empty`);
        return match[number];
      }),
    });
  }
  for (const block of blocks) headers.push({ pattern: pattern(block), fields: fieldsOf(block.headers) });
}

/** Globs: two stars cross slashes, one does not; `@(a|b)` is a choice. */
const globbed = (glob) => glob.split(/(\*\*\/|\*\*|\*|@\([^)]*\))/).map((part) => {
  if (part === '**/') return '/?(?:.*/)?';
  if (part === '**') return '.*';
  if (part === '*') return '[^/]*';
  return part.startsWith('@(') ? `(?:${part.slice(2, -1).split('|').map(escaped).join('|')})` : escaped(part);
}).join('');
