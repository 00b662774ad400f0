// What a visit shows that files do not: requests, console, content policy, and the same page without script.
import { PHONE, withPage } from '../lib/browser.mjs';
import { readOrder } from './order.mjs';

/** Faults of one visit, scrolled to the end. `further` may look at the page once it has been seen whole. */
export async function visitFaults(browser, url, further = async () => {}) {
  const { origin } = new URL(url);
  const faults = [];
  let found;
  const before = async (page) => {
    page.on('request', (request) => {
      if (/^https?:/.test(request.url()) && new URL(request.url()).origin !== origin) faults.push(`asks ${request.url()}`);
    });
    page.on('requestfailed', (request) => faults.push(`cannot load ${request.url()}`));
    page.on('response', (response) => {
      if (response.status() >= 400 && response.url() !== url) faults.push(`got ${response.status()} for ${response.url()}`);
    });
    page.on('console', (message) => faults.push(`console ${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => faults.push(`script failed: ${error.message}`));
    await page.addInitScript(() => {
      window.policyFaults = [];
      addEventListener('securitypolicyviolation', (event) => window.policyFaults.push(`${event.effectiveDirective} stopped ${event.blockedURI}`));
    });
  };
  await withPage(browser, url, { ...PHONE, before, serviceWorkers: 'allow' }, async (page) => {
    await scrollThrough(page);
    faults.push(...await page.evaluate(() => window.policyFaults));
    const pictures = await page.evaluate(() => [...document.images].filter((image) => image.checkVisibility() && !(image.complete && image.naturalWidth > 0)).map((image) => image.currentSrc || image.src));
    faults.push(...pictures.map((source) => `shows no picture for ${source}`));
    // A page for what is not there comes with this message of the browser's own.
    found = [...new Set(faults)].filter((fault) => !(/status of 404/.test(fault) && url.includes('/tidak/ada')));
    await page.evaluate(() => scrollTo(0, 0));
    await further(page);
  });
  return found;
}

/** Faults of a content policy that stops nothing. */
export function policyFaults(policy) {
  if (!policy) return ['no content policy'];
  const rules = new Map(policy.split(';').map((rule) => rule.trim().split(/\s+/)).map(([name, ...values]) => [name.toLowerCase(), values]));
  const scripts = rules.get('script-src') ?? rules.get('default-src') ?? ['*'];
  const faults = [];
  if (!rules.has('default-src')) faults.push('content policy without default-src');
  if (!rules.has('base-uri')) faults.push('content policy without base-uri');
  if (!(rules.get('object-src') ?? rules.get('default-src') ?? []).includes("'none'")) faults.push('content policy lets objects in');
  if (scripts.some((source) => ['*', 'http:', 'https:', 'data:', "'unsafe-inline'", "'unsafe-eval'"].includes(source))) faults.push(`content policy lets scripts in from ${scripts.join(' ')}`);
  return faults;
}

/** What a visitor gets to see of an open page. */
export const shownOn = (page) => page.evaluate(() => {
  const main = document.querySelector('main') ?? document.body;
  // Chromium leaves out of `innerText` what it has not laid out yet.
  for (const part of main.querySelectorAll('*')) part.style.contentVisibility = 'visible';
  const shows = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const words = (text) => text.toLowerCase().match(/[\p{L}\p{N}.]+/gu) ?? [];
  const all = words(main.innerText);
  // The questions of a form that only a script can answer stay away without it: they tell nothing.
  for (const tool of main.querySelectorAll('form.later, form:not(.later) .later')) {
    for (const word of shows(tool) ? words(tool.innerText) : []) all.splice(all.indexOf(word), 1);
  }
  return {
    words: all,
    photos: [...main.querySelectorAll('img')].filter(shows).map((image) => image.getAttribute('src')),
    hollow: [...document.images].filter((image) => shows(image) && image.getBoundingClientRect().top < innerHeight && image.naturalWidth === 0).map((image) => image.getAttribute('src')),
    links: [...document.querySelectorAll('a[href]')].filter(shows).map((link) => link.href),
  };
});

/** Faults of a page whose text, photos or order links need script; `on` is what it shows with script. */
export async function scriptFaults(browser, url, on) {
  const off = await withPage(browser, url, { ...PHONE, javaScriptEnabled: false }, shownOn);
  const faults = [];
  const known = new Set(off.words);
  const lost = [...new Set(on.words)].filter((word) => !known.has(word));
  if (off.words.length < 5) faults.push(`only ${off.words.length} words without script`);
  if (off.words.length < on.words.length * 0.9) faults.push(`${off.words.length} of ${on.words.length} words without script`);
  if (lost.length > Math.max(8, on.words.length * 0.1)) faults.push(`words only with script: ${lost.slice(0, 12).join(' ')}`);
  for (const photo of on.photos) if (!off.photos.includes(photo)) faults.push(`photo only with script: ${photo}`);
  for (const photo of off.photos) if (!photo || photo.startsWith('data:')) faults.push('a photo that only script would bring');
  for (const photo of off.hollow) faults.push(`photo does not show without script: ${photo}`);
  const orders = (links) => links.filter((link) => readOrder(link)?.message);
  if (orders(on.links).length > 0 && orders(off.links).length === 0) faults.push('order link only with script');
  return faults;
}

export async function scrollThrough(page) {
  await page.evaluate(async () => {
    const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));
    for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight) {
      scrollTo(0, y);
      await pause(30);
    }
    for (const image of document.images) {
      if (image.complete || !image.checkVisibility()) continue;
      image.scrollIntoView();
      const settled = new Promise((resolve) => ['load', 'error'].forEach((name) => image.addEventListener(name, resolve)));
      await Promise.race([settled, pause(10_000)]);
    }
  });
  await page.waitForLoadState('networkidle', { timeout: 10_000 });
}
