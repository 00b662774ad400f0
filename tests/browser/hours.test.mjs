// The script that says whether a shop is open, run alone at moments of the shop's clock. No browser is needed.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

const source = readFileSync(path.join(import.meta.dirname, '../../themes/etalase/script/open_now.js'), 'utf8');
const EVERY_NIGHT = Array(7).fill('1320-1680').join('|');
const SATURDAY_NIGHT = '|||||1320-1680|';

/** What the line says at a moment in WIB: whether it is open, and the row of which day (0 is Monday) it shows. */
function says(moment, week, closed = '') {
  const said = {};
  const link = {};
  const line = {
    dataset: { offset: '7', week, closed, open: 'open', shut: 'shut' },
    classList: { add() {} },
    append: (_, word) => { said.word = word.textContent; },
    querySelector: () => link,
  };
  const rows = [...Array(7).keys()].map((day) => (
    { dataset: { first: `${day}`, last: `${day}` }, classList: { add() {} }, cells: [{ textContent: `${day}` }] }
  ));
  const document = { querySelector: () => line, querySelectorAll: () => rows, createElement: () => ({}) };
  class Clock extends Date {
    static now() { return Date.parse(`${moment}+07:00`); }
  }
  new Function('document', 'Date', source)(document, Clock);
  return `${said.word} ${link.textContent}`;
}

test('a night belongs to the day on which it began', () => {
  // 2026-11-23 is a Monday.
  assert.equal(says('2026-11-24T01:00:00', EVERY_NIGHT), 'open 0');
  assert.equal(says('2026-11-24T03:59:59', EVERY_NIGHT), 'open 0');
  assert.equal(says('2026-11-24T04:00:00', EVERY_NIGHT), 'shut 1');
  assert.equal(says('2026-11-24T22:00:00', EVERY_NIGHT), 'open 1');
  assert.equal(says('2026-11-29T01:00:00', SATURDAY_NIGHT), 'open 5');
  assert.equal(says('2026-11-29T05:00:00', SATURDAY_NIGHT), 'shut 6');
  assert.equal(says('2026-11-23T01:00:00', '||||||1320-1680'), 'open 6');
});

test('a closed day closes the night that begins on it, not the one that ends', () => {
  assert.equal(says('2026-11-29T01:00:00', SATURDAY_NIGHT, '2026-11-28'), 'shut 6');
  assert.equal(says('2026-11-29T01:00:00', SATURDAY_NIGHT, '2026-11-29'), 'open 5');
});

test('twenty-four hours have no minute at which it is closed', () => {
  const always = Array(7).fill('0-1440').join('|');
  assert.equal(says('2026-11-24T23:59:30', always), 'open 1');
  assert.equal(says('2026-11-25T00:00:00', always), 'open 2');
});
