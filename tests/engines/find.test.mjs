// What a script finds, filters and works out, in each engine: search, monitoring, guide, quiz, simulator.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { site } from '../browser/lib/under-test.mjs';
import { inEachEngine } from './lib/engines.mjs';

const inIndonesian = (kind) => site.pages.find((page) => page.kind === kind && page.language === 'id');
const cases = JSON.parse(readFileSync(new URL('../browser/surplus-cases.json', import.meta.url)));
const digits = (text) => Number(text.replace(/\D/g, ''));
const rows = (visitor) => visitor.evaluate(() => [...document.querySelectorAll('.desk__row')].filter((row) => row.checkVisibility()).map((row) => row.querySelector('.desk__name').innerText));

inEachEngine('search finds what is spelt wrongly, and the address keeps it', async (visitor) => {
  await visitor.open('cari/index.html');
  await visitor.until(() => document.querySelector('.hits') !== null);
  await visitor.fill('.seek__words', 'yoghrut');
  const isAnswered = (typed) => new URLSearchParams(location.search).get('q') === typed && document.querySelector('.hits').getAttribute('aria-busy') === 'false';
  await visitor.until(isAnswered, 'yoghrut');
  assert.ok((await visitor.texts('.hit')).some((hit) => /Sagara/.test(hit) && /Yoghurt/.test(hit)), await visitor.text('.hits'));
  assert.match(await visitor.text('.hits__told'), /“yoghrut” dibaca “yoghurt”/);
  await visitor.reload();
  await visitor.until(() => document.querySelector('.hit') !== null);
  assert.equal(await visitor.evaluate(() => document.querySelector('.seek__words').value), 'yoghrut');
  const link = await visitor.evaluate(() => document.querySelector('.hit a').href);
  await visitor.follow('.hit a');
  assert.equal(await visitor.evaluate(() => location.href), link);
});

inEachEngine('the portal leads from its search field to the answer', async (visitor) => {
  await visitor.open('index.html');
  await visitor.fill('.seek__words', 'susu');
  await visitor.press('Enter');
  await visitor.until(() => /\/cari\/$/.test(location.pathname) && document.querySelector('.hit') !== null);
  assert.ok((await visitor.texts('.hit__name')).some((name) => /Sagara/.test(name)));
});

inEachEngine('monitoring filters and sorts, and one button takes it back', async (visitor) => {
  await visitor.open('pantau/index.html');
  const all = await rows(visitor);
  assert.ok(all.length > 2);
  await visitor.choose('[data-desk-filter] [name=wilayah]', '32.04');
  const some = await rows(visitor);
  assert.ok(some.length > 0 && some.length < all.length, some.join());
  assert.equal(await visitor.text('[data-desk-filter] [role=status]'), `${some.length} dari ${all.length} koperasi`);
  await visitor.choose('[data-desk-filter] [name=urut]', 'nama');
  const query = await visitor.evaluate(() => location.search);
  assert.ok(query.includes('wilayah=32.04') && query.includes('urut=nama'), query);
  await visitor.reload();
  await visitor.until((wanted) => [...document.querySelectorAll('.desk__row')].filter((row) => row.checkVisibility()).length === wanted, some.length);
  const sorted = await rows(visitor);
  assert.deepEqual(sorted, [...sorted].sort((a, b) => a.localeCompare(b, 'id')));
  await visitor.fill('[data-desk-filter] [name=cari]', 'tidak ada nama begini');
  await visitor.until(() => document.querySelector('[data-desk-filter] [role=status]').textContent === 'Tidak ada yang cocok.');
  assert.deepEqual(await rows(visitor), []);
  await visitor.click('[data-desk-filter] [type=reset]');
  await visitor.until((wanted) => [...document.querySelectorAll('.desk__row')].filter((row) => row.checkVisibility()).length === wanted, all.length);
  assert.deepEqual(await rows(visitor), all);
  assert.equal(await visitor.evaluate(() => location.search), '');
});

inEachEngine('five questions lead to cooperatives that fit, with their terms and a message', async (visitor) => {
  await visitor.open(inIndonesian('portal-fit'));
  await visitor.evaluate(() => {
    const [option] = [...document.querySelectorAll('select[name=place] option')].filter((one) => one.label === 'Kabupaten Bandung');
    option.selected = true;
  });
  await visitor.click('input[value=jualan]');
  await visitor.click('input[value=modal]');
  await visitor.click('[data-guide] button');
  await visitor.until(() => document.querySelector('[data-hits] > ul > li') !== null);
  const [first, ...others] = await visitor.texts('[data-hits] > ul > li');
  assert.equal(others.length, 1);
  assert.match(first, /Kopontren Nurul Bukit/);
  assert.match(first, /50\.000[^]*10\.000/);
  assert.match(decodeURIComponent(await visitor.attribute('[data-hits] [data-chat]', 'href')), /^https:\/\/wa\.me\/62\d+\?text=.*Kabupaten Bandung/s);
});

inEachEngine('the quiz asks for what was left out, then gives a result', async (visitor) => {
  await visitor.open('muda/kuis/index.html');
  await visitor.click('[data-score]');
  assert.match(await visitor.text('#putusan'), /\d/);
  assert.equal(await visitor.isVisible('[data-again]'), false);
  const questions = await visitor.count('.quiz__question');
  for (let number = 1; number <= questions; number += 1) {
    // Always the same role, whose answers stand at different places.
    await visitor.click(`.quiz__answer:has([name="soal-${number}"][data-points="2:1"]) span`);
  }
  await visitor.click('[data-score]');
  const seen = await visitor.evaluate(() => [...document.querySelectorAll('[data-role]')].filter((role) => role.checkVisibility()).map((role) => role.dataset.role));
  assert.deepEqual(seen, ['2']);
  assert.match(await visitor.text('#putusan'), /: .{3,}/);
  await visitor.click('[data-again]');
  assert.equal(await visitor.count('.quiz :checked'), 0);
});

inEachEngine('the simulator works out the cases that were worked out by hand', async (visitor) => {
  await visitor.open(site.pages.find((page) => page.kind === 'youth-shu' && page.language === 'id'));
  const part = (name) => visitor.evaluate((wanted) => document.querySelector(`[data-out=${wanted}]`).textContent, name);
  for (const one of cases) {
    await visitor.evaluate(({ pool, all }) => Object.assign(document.querySelector('[data-simulator]').dataset, { poolSavings: pool, savings: all }), one);
    await visitor.fill('input[type=text][data-field=saved]', String(one.mine));
    assert.equal(digits(await part('partSavings')), one.part, JSON.stringify(one));
  }
  await visitor.fill('input[type=text][data-field=week]', '25000');
  assert.equal(await visitor.evaluate(() => document.querySelector('input[type=text][data-field=week]').value), '25.000');
  const slider = 'input[type=range][data-field=week]';
  assert.equal(await visitor.evaluate((wanted) => document.querySelector(wanted).value, slider), '25000');
  await visitor.evaluate((wanted) => document.querySelector(wanted).focus(), slider);
  await visitor.press('ArrowRight');
  assert.equal(await visitor.evaluate(() => document.querySelector('input[type=text][data-field=week]').value), '26.000');
  assert.equal(digits(await part('partPurchases')) + digits(await part('partSavings')), digits(await part('total')));
});
