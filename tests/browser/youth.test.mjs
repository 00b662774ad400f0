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

test('six cards go on by finger and by key, and each word can be reached', async () => {
  const page = site.pages.find((one) => one.kind === 'youth-apa');
  await withPage(browser, url(page), PHONE, async (opened) => {
    const cards = opened.locator('ol.cards');
    assert.equal(await cards.locator('> li').count(), 6);
    const place = () => cards.evaluate((list) => list.scrollLeft);
    const moved = (from) => opened.waitForFunction((before) => document.querySelector('ol.cards').scrollLeft > before + 20, from, { timeout: 5_000 });
    await cards.scrollIntoViewIfNeeded();
    const { x, y, width } = await cards.boundingBox();
    const session = await opened.context().newCDPSession(opened);
    const finger = (type, at) => session.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x: at, y: y + 60 }] });
    await finger('touchStart', x + width * 0.8);
    for (let step = 1; step <= 10; step += 1) await finger('touchMove', x + width * (0.8 - step * 0.06));
    await finger('touchEnd');
    await moved(0);
    // The list still glides to the card's edge: what is read before it rests is no place to measure a key from.
    await opened.waitForFunction(() => {
      const list = document.querySelector('ol.cards');
      window.rest = list.scrollLeft === window.last ? (window.rest ?? 0) + 1 : 0;
      window.last = list.scrollLeft;
      return window.rest > 30;
    }, null, { polling: 'raf', timeout: 5_000 });
    await cards.focus();
    const before = await place();
    await opened.keyboard.press('ArrowRight');
    await moved(before);
    // From the list on, the tabulator meets the words of the cards in their order.
    const words = await cards.locator('a').evaluateAll((links) => links.map((link) => link.hash));
    const met = [];
    for (let presses = 0; presses < words.length; presses += 1) {
      await opened.keyboard.press('Tab');
      met.push(await opened.evaluate(() => document.activeElement.hash));
    }
    assert.deepEqual(met, words);
  });
});

test('nothing moves where motion is not wanted', async () => {
  for (const page of pages) {
    await withPage(browser, url(page), PHONE, async (opened) => {
      const moving = await opened.evaluate(() => [document.getAnimations().length, getComputedStyle(document.documentElement).scrollBehavior]);
      assert.deepEqual(moving, [0, 'auto'], page.file);
    });
  }
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
