// A host that hears of every fault of a page: what it answered itself, and what the page's own witness tells. Not
// every driver says what stands on the console, and the page's own events are the same in each engine.
import path from 'node:path';
import { serve } from '../../browser/lib/host.mjs';
import { site } from '../../browser/lib/under-test.mjs';

const SCRIPT = `${site.base}saksi.js`;
const TOLD = `${site.base}saksi`;

/** Runs in the page, before its own scripts. */
function watch(told) {
  const tell = (text) => { new Image().src = `${told}?${encodeURIComponent(text)}`; };
  addEventListener('error', ({ message, filename, lineno, target }) => {
    tell(message ? `script: ${message} (${filename}:${lineno})` : `not loaded: ${target.tagName} ${target.currentSrc || target.src || target.href}`);
  }, true);
  addEventListener('unhandledrejection', ({ reason }) => tell(`rejected: ${reason}`));
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => tell(`policy: ${violatedDirective} ${blockedURI}`));
  for (const level of ['error', 'warn']) {
    const say = console[level];
    console[level] = (...given) => {
      tell(`console: ${given.join(' ')}`);
      say.apply(console, given);
    };
  }
}

const TAG = `<script src="${SCRIPT}"></script>`;

/**
 * The site under test at an origin of its own, so that nothing of another test is kept in the browser. `change` is the
 * host's. Returns the host with `faults`, which grows.
 */
export async function serveWatched(change = () => ({})) {
  const faults = [];
  const host = await serve(site.folder, site.base, (answer) => {
    const { url } = answer;
    if (url.pathname === SCRIPT) return { status: 200, type: 'text/javascript', body: Buffer.from(`(${watch})(${JSON.stringify(TOLD)})`) };
    if (url.pathname === TOLD) {
      faults.push(decodeURIComponent(url.search.slice(1)));
      return { status: 200, type: 'image/svg+xml', body: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>') };
    }
    const given = { ...answer, ...change(answer) };
    if (given.status >= 400) faults.push(`${given.status}: ${url.pathname}`);
    if (path.extname(url.pathname) === '' && given.type.startsWith('text/html')) {
      given.body = Buffer.from(given.body.toString().replace('<head>', `<head>${TAG}`));
    }
    return given;
  });
  return { ...host, faults };
}
