// The pages for pupils: a projector in landscape, contrast of every text, weight of a first visit.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { PHONE, withPage } from './lib/browser.mjs';
import { browser, host } from './lib/opened.mjs';
import { addressOf, samplePages } from './lib/site.mjs';
import { none, site } from './lib/under-test.mjs';

// What is read on a screen; sheets for paper have their own tests.
const pages = samplePages(site).filter((page) => /^youth/.test(page.kind ?? '') && !/poster|surat|kit-/.test(page.kind));
const url = (page) => host.origin + addressOf(site, page);
const PROJECTOR = { viewport: { width: 1280, height: 720 } };
const MOST_BYTES = 100 * 1024;

test('a projector in landscape shows every page without a sideways scroll', async () => {
  const faults = [];
  assert.ok(pages.length >= 5, `${pages.length} kinds`);
  for (const page of pages) {
    await withPage(browser, url(page), PROJECTOR, async (opened) => {
      const wide = await opened.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (wide > 0) faults.push(`${page.file}: ${wide} px too wide`);
    });
  }
  none(faults);
});

test('every text stands out at least 7:1, by day and by night', async () => {
  const faults = [];
  for (const page of pages) {
    for (const colorScheme of ['light', 'dark']) {
      await withPage(browser, url(page), { ...PHONE, colorScheme }, async (opened) => {
        const weak = await opened.evaluate(weakTexts);
        faults.push(...weak.map((one) => `${page.file}, ${colorScheme}: ${one}`));
      });
    }
  }
  none(faults);
});

test('a first visit weighs at most 100 KB', async () => {
  const faults = [];
  for (const page of pages) {
    let bytes = 0;
    const sizes = [];
    const before = (opened) => opened.on('response', (response) => sizes.push(response.body().then((body) => { const text = /html|css|javascript|svg/.test(response.headers()['content-type'] ?? '');
      bytes += text ? gzipSync(body).length : body.length;
    }, () => {})));
    await withPage(browser, url(page), { ...PHONE, deviceScaleFactor: 1, before }, async () => Promise.all(sizes));
    if (bytes > MOST_BYTES) faults.push(`${page.file}: ${bytes} bytes`);
  }
  none(faults);
});

/** Runs in the page: texts whose colour and ground are closer than 7:1. Source: WCAG 2.2, 1.4.6. */
function weakTexts() {
  const parse = (colour) => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const light = (rgb) => rgb.slice(0, 3)
    .map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
  const groundOf = (element) => {
    for (let one = element; one; one = one.parentElement) {
      const rgb = parse(getComputedStyle(one).backgroundColor);
      if (rgb.length === 3 || rgb[3] === 1) return rgb;
    }
    return [255, 255, 255];
  };
  const weak = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || !element.checkVisibility() || element.closest('svg, script, style')) continue;
    const [a, b] = [light(parse(getComputedStyle(element).color)), light(groundOf(element))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 7) weak.push(`${ratio.toFixed(1)}:1 for "${node.data.trim().slice(0, 30)}"`);
  }
  return weak;
}
