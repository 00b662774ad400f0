// Paper, as each engine prints it: sheets that are whole, and pages without what only a screen needs.
import assert from 'node:assert/strict';
import { none, site } from '../browser/lib/under-test.mjs';
import { inEachEngine } from './lib/engines.mjs';
import { paperOf } from './lib/paper.mjs';

// Within a point, as each rounds 210 by 297 millimetres.
const isA4 = (size) => /^59[56] 842$/.test(size);
const sheets = site.pages.filter((page) => /^(print-|youth-poster)/.test(page.kind ?? '') && page.language === 'id');
// With letters that stand for two, as in `ﬁ`, written as two.
const whole = (texts) => texts.join('\n').normalize('NFKC').replace(/\s+/g, ' ');
const inIndonesian = (kind) => site.pages.find((page) => page.kind === kind && page.language === 'id');

inEachEngine('every sheet is as many pages of A4 as it should be, and none is empty', async (visitor) => {
  const faults = [];
  for (const sheet of sheets) {
    await visitor.open(sheet);
    const [labels, rows] = [await visitor.count('.label'), await visitor.count('.price-list tbody tr')];
    // Fourteen labels on a sheet; a row of prices is at least eight millimetres high, and a page has 271 for them.
    const most = { 'print-labels': Math.ceil(labels / 14), 'print-prices': 1 + Math.ceil((rows * 16) / 271) }[sheet.kind] ?? 1;
    const { sizes, texts } = await paperOf(visitor, visitor.url(sheet));
    if (!sizes.every(isA4)) faults.push(`${sheet.file}: ${sizes.join(', ')}`);
    if (sizes.length < 1 || sizes.length > most) faults.push(`${sheet.file}: ${sizes.length} pages, not ${most}`);
    if (texts.some((text) => text.length < 20)) faults.push(`${sheet.file}: an empty page`);
  }
  none(faults);
});

inEachEngine('nothing of a page but its sheet goes on paper, and all of the sheet', async (visitor) => {
  for (const kind of new Set(sheets.map((sheet) => sheet.kind))) {
    const sheet = sheets.find((page) => page.kind === kind);
    await visitor.open(sheet);
    const around = await visitor.texts('.print-bar__button, .footer__small, .school__intro p');
    const words = (await visitor.text('.paper, .school')).match(/[\p{L}\p{N}]{4,}/gu);
    const { texts } = await paperOf(visitor, visitor.url(sheet));
    const printed = whole(texts);
    for (const text of around.filter(Boolean)) assert.ok(!printed.includes(text), `${sheet.file}: ${text}`);
    const lost = words.filter((word) => !printed.toLowerCase().includes(word.toLowerCase()));
    assert.ok(lost.length <= words.length / 50, `${sheet.file}: lost ${lost.join(' ')}`);
  }
});

inEachEngine('a page prints what it folds on a screen, without menus and languages', async (visitor) => {
  for (const kind of ['storefront', 'product', 'basket', 'story', 'join', 'report']) {
    const page = inIndonesian(kind);
    await visitor.open(page);
    const folded = await visitor.evaluate(() => [...document.querySelectorAll('main details:not([open]) > :not(summary)')]
      .map((part) => part.textContent.match(/[\p{L}]{6,}/gu)?.[0]).filter(Boolean));
    const menu = await visitor.evaluate(() => [...document.querySelectorAll('.skip, .footer__nav a')].map((link) => link.textContent.trim()).filter((text) => text.length > 12));
    const { sizes, texts } = await paperOf(visitor, visitor.url(page));
    const printed = whole(texts);
    assert.ok(sizes.length < 12 && sizes.every(isA4), `${page.file}: ${sizes.join(', ')}`);
    assert.ok(texts.every((text) => text.length > 5), `${page.file}: an empty page`);
    for (const word of folded) assert.ok(printed.includes(word), `${page.file}: ${word} stays folded`);
    for (const text of menu) assert.ok(!printed.includes(text), `${page.file}: ${text}`);
  }
});
