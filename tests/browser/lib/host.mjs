// A static host on 127.0.0.1 that behaves as the usual free hosts do: a base path, folders by their index.html,
// `/folder` redirected to `/folder/`, 404.html, gzip. Nothing else is reachable from the browser that uses it.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import zlib from 'node:zlib';

const TYPES = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  json: 'application/json',
  webmanifest: 'application/manifest+json',
  xml: 'application/xml',
  txt: 'text/plain; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  ics: 'text/calendar; charset=utf-8',
  svg: 'image/svg+xml',
  webp: 'image/webp',
  jpg: 'image/jpeg',
  png: 'image/png',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
};
const PACKED = /^(text\/|application\/(json|manifest|xml)|image\/svg)/;

/**
 * Serves `folder` below `base` ('/' or '/a/b/'). Returns `{ origin, close(), reopen() }`: closed, the host refuses
 * connections, as without a network; reopened, it answers at the same origin. `change({ url, status, type, body })` may
 * give other parts of an answer back, and sees each of them.
 */
export async function serve(folder, base = '/', change = () => ({})) {
  // An idle connection stays: one that ends while a busy client writes to it is an error that says nothing.
  const server = http.createServer({ keepAliveTimeout: 600_000 }, (request, response) => {
    const url = new URL(request.url, 'http://host');
    const reply = answer(folder, base, url.pathname);
    const found = {
      url,
      status: reply.status,
      type: reply.file ? TYPES[path.extname(reply.file).slice(1)] ?? 'application/octet-stream' : 'text/plain',
      body: reply.file ? fs.readFileSync(path.join(folder, reply.file)) : Buffer.from(`${reply.status}\n`),
    };
    let { status, type, body } = { ...found, ...change(found) };
    const headers = { 'content-type': type, 'cache-control': 'max-age=600' };
    if (reply.location) headers.location = reply.location;
    if (PACKED.test(type) && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) {
      body = zlib.gzipSync(body);
      headers['content-encoding'] = 'gzip';
    }
    headers['content-length'] = body.length;
    response.writeHead(status, headers);
    response.end(request.method === 'HEAD' ? undefined : body);
  });
  const listen = (port) => new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  await listen(0);
  const { port } = server.address();
  return {
    origin: `http://127.0.0.1:${port}`,
    reopen: () => listen(port),
    close: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(resolve);
    }),
  };
}

/** What the host answers to an address: `{ status, file?, location? }`. */
export function answer(folder, base, address) {
  const missing = { status: 404, file: isFile(folder, '404.html') ? '404.html' : undefined };
  if (`${address}/` === base) return { status: 301, location: base };
  if (!address.startsWith(base)) return { status: 404 };
  let inside;
  try {
    inside = decodeURIComponent(address.slice(base.length));
  } catch {
    return missing;
  }
  if (inside.split('/').includes('..')) return missing;
  const file = inside === '' || inside.endsWith('/') ? `${inside}index.html` : inside;
  if (isFile(folder, file)) return { status: 200, file };
  if (isFile(folder, `${inside}/index.html`)) return { status: 301, location: `${address}/` };
  return missing;
}

const isFile = (folder, file) => fs.statSync(path.join(folder, file), { throwIfNoEntry: false })?.isFile() ?? false;
