// Asks the queries of queries.json of two searches in a browser, each for the first time and as a second one, and prints
// what was sent and how many of the ten first hits are hits: `node measure.mjs SUMMARIES OURS PAGEFIND [QUERIES]`. Both
// folders lie behind the same server, which compresses as free hosts do. Called by `run`.
import { readFileSync } from 'node:fs';
import http from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const [summariesFile, ours, pagefind, queriesFile = path.join(import.meta.dirname, 'queries.json')] = process.argv.slice(2);
const tests = path.join(import.meta.dirname, '../../../tests/browser');
const { chromium } = createRequire(path.join(tests, 'package.json'))('playwright-core');
const { browserPath } = await import(path.join(tests, 'lib/path.mjs'));

const summaries = readFileSync(summariesFile, 'utf8').trim().split('\n').map((line) => JSON.parse(line));
const bySlug = new Map(summaries.map((one) => [one.slug, one]));
const { queries } = JSON.parse(readFileSync(queriesFile, 'utf8'));

const wordsOf = (text) => text.toLowerCase().split(/[^a-z0-9]+/);
const hasAll = (text, phrase) => wordsOf(phrase).every((word) => wordsOf(text).includes(word));
const isHit = (query, one) => {
  const goods = [...one.products.shown.map((good) => good.name), ...one.products.more];
  const is = goods.some((name) => query.goods.some((phrase) => hasAll(name, phrase))) || (query.about ?? []).some((word) => one.sectors.includes(word));
  return is && (!query.regency || one.region.code.startsWith(query.regency)) && (!query.district || one.region.code === query.district);
};

const TYPES = { html: 'text/html', js: 'text/javascript', json: 'application/json' };
let sent = { bytes: 0, requests: 0 };
const server = http.createServer((request, response) => {
  const { pathname } = new URL(request.url, 'http://host');
  const file = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
  let bytes;
  try {
    bytes = readFileSync(path.join(file.startsWith('/pagefind/') || file === '/peer.html' ? pagefind : ours, file));
  } catch {
    return response.writeHead(404).end();
  }
  const body = gzipSync(bytes, { level: 6 });
  if (!file.endsWith('.html')) {
    sent.bytes += Math.min(body.length, bytes.length);
    sent.requests += 1;
  }
  response.writeHead(200, { 'content-type': TYPES[file.split('.').pop()] ?? 'application/octet-stream', 'content-encoding': 'gzip', 'cache-control': 'max-age=600' });
  response.end(body);
});
await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
const origin = `http://127.0.0.1:${server.address().port}`;
const browser = await chromium.launch({ executablePath: browserPath() ?? undefined, args: ['--no-sandbox', '--disable-gpu'] });

// Each asks, waits for what is shown, and tells the folders of the first ten.
const WAYS = {
  etalase: {
    page: '/cari/',
    ask: (page, words) => page.evaluate(async (typed) => {
      const [form, part] = [document.querySelector('.seek--all'), document.querySelector('.hits')];
      const answered = new Promise((resolve) => {
        new MutationObserver(() => part.ariaBusy === 'false' && resolve()).observe(part, { attributes: true });
      });
      form.elements.q.value = typed;
      form.requestSubmit();
      await answered;
      const links = [...document.querySelectorAll('.hit__name a')].slice(0, 10);
      return links.map((link) => new URL(link.href).pathname.split('/')[1]);
    }, words),
  },
  Pagefind: {
    page: '/peer.html',
    ask: (page, words) => page.evaluate(async (typed) => {
      self.peer ??= await import('/pagefind/pagefind.js');
      const { results } = await self.peer.search(typed);
      const data = await Promise.all(results.slice(0, 10).map((one) => one.data()));
      return data.map((one) => one.url.split('/')[1]);
    }, words),
  },
};
const middle = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

for (const [name, { page: address, ask }] of Object.entries(WAYS)) {
  const rows = [];
  for (const [at, query] of queries.entries()) {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    const page = await context.newPage();
    await page.goto(origin + address, { waitUntil: 'networkidle' });
    const devtools = await context.newCDPSession(page);
    await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
    const busy = async () => (await devtools.send('Performance.getMetrics')).metrics.find((one) => one.name === 'TaskDuration').value * 1000;
    const before = await busy();
    // What a page loads while nobody has typed belongs to the first search.
    const first = await ask(page, query.type);
    const cpu = await busy() - before;
    const atFirst = { ...sent };
    await ask(page, queries[(at + 1) % queries.length].type);
    const second = sent.bytes - atFirst.bytes;
    sent = { bytes: 0, requests: 0 };
    await context.close();
    const possible = Math.min(10, summaries.filter((one) => isHit(query, one)).length);
    const hits = first.filter((slug) => bySlug.has(slug) && isHit(query, bySlug.get(slug))).length;
    rows.push({ query, possible, shown: first.length, hits, cpu, second, bytes: atFirst.bytes, requests: atFirst.requests });
    if (process.env.DETAILS) console.error(`${name}\t${query.type}\t${hits}/${first.length}/${possible}\t${atFirst.bytes}\t${atFirst.requests}\t${second}\t${Math.round(cpu)}`);
  }
  const asked = rows.filter((row) => row.possible);
  const share = (list, of) => list.reduce((sum, row) => sum + of(row), 0) / list.length;
  const kinds = [...new Set(asked.map((row) => row.query.why))];
  console.log(JSON.stringify({
    name, queries: asked.length,
    firstKB: { middle: middle(rows.map((row) => row.bytes)) / 1000, most: Math.max(...rows.map((row) => row.bytes)) / 1000 },
    requests: { middle: middle(rows.map((row) => row.requests)), most: Math.max(...rows.map((row) => row.requests)) },
    secondKB: { middle: middle(rows.map((row) => row.second)) / 1000, most: Math.max(...rows.map((row) => row.second)) / 1000 },
    cpuMs: { middle: Math.round(middle(rows.map((row) => row.cpu))), most: Math.round(Math.max(...rows.map((row) => row.cpu))) },
    precision: share(asked.filter((row) => row.shown), (row) => row.hits / row.shown),
    found: share(asked, (row) => row.hits / row.possible),
    foundByKind: Object.fromEntries(kinds.map((kind) => [kind, share(asked.filter((row) => row.query.why === kind), (row) => row.hits / row.possible)])),
  }));
}
await browser.close();
server.close();
