// Lighthouse's scores of the pages that matter most. Performance is printed, the other three must be full.
import { after, before, test } from 'node:test';
import net from 'node:net';
import { score } from './checks/score.mjs';
import { launch } from './lib/browser.mjs';
import { serve } from './lib/host.mjs';
import { addressOf, heaviestPages } from './lib/site.mjs';
import { none, site } from './lib/under-test.mjs';

let browser;
let host;
let port;

before(async () => {
  host = await serve(site.folder, site.base);
  port = await freePort();
  browser = await launch([`--remote-debugging-port=${port}`]);
});
after(async () => {
  await browser?.close();
  await host?.close();
});

const sample = heaviestPages(site);
const pages = ['storefront', 'product', 'youth'].map((kind) => sample.find((page) => page.kind === kind));

for (const page of pages) {
  test(`Lighthouse: ${page.file}`, async (context) => {
    const { scores, facts, failing } = await score(host.origin + addressOf(site, page), port);
    context.diagnostic(`performance ${scores.performance}, ${facts}`);
    none(['accessibility', 'best-practices', 'seo'].filter((name) => scores[name] < 100).map((name) => `${name} ${scores[name]}: ${failing.join(', ')}`));
  });
}

const freePort = () => new Promise((resolve, reject) => {
  const server = net.createServer();
  server.once('error', reject);
  server.listen(0, '127.0.0.1', () => {
    const { port: free } = server.address();
    server.close(() => resolve(free));
  });
});
