// One test in each engine. An engine that is not there fails: nothing is skipped.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { addressOf } from '../../browser/lib/site.mjs';
import { none, site } from '../../browser/lib/under-test.mjs';
import { ENGINES, openEngine } from './open.mjs';
import { serveWatched } from './witness.mjs';

const running = new Map();
after(async () => {
  for (const engine of running.values()) await (await engine.catch(() => null))?.close();
});

/** The engine of a name, started once in each file and way: `{ dark }`. */
function engine(name, options = {}) {
  const way = name + JSON.stringify(options);
  if (!running.has(way)) running.set(way, openEngine(name, options));
  return running.get(way);
}

/**
 * A test in each engine (or those of `options.engines`). `use(visitor, name)` gets a visitor on a phone, at a host of its
 * own; the test fails, too, where a page made an error meanwhile. `options`: `{ dark, change, engines }`.
 */
export function inEachEngine(title, use, { change, engines = ENGINES, ...options } = {}) {
  for (const name of engines) {
    test(`${name}: ${title}`, { timeout: 180_000 }, async () => {
      const [opened, host] = [await engine(name, options), await serveWatched(change)];
      const found = visitor(opened, host);
      opened.onFault((fault) => host.faults.push(fault));
      try {
        await use(found, name);
        // What the page tells of itself last is on its way.
        await opened.goto('about:blank');
        none(host.faults);
      } finally {
        opened.onFault(() => {});
        await host.close();
      }
    });
  }
}

/** What a visitor does, by the few things that every driver can do. */
function visitor(opened, host) {
  const { evaluate } = opened;
  const self = {
    ...opened,
    host,
    url: (page) => host.origin + addressOf(site, typeof page === 'string' ? { file: page } : page),
    open: (page) => opened.goto(self.url(page)),
    text: (selector) => evaluate((wanted) => document.querySelector(wanted).innerText.trim(), selector),
    texts: (selector) => evaluate((wanted) => [...document.querySelectorAll(wanted)].map((one) => one.innerText.trim()), selector),
    attribute: (selector, name) => evaluate((wanted, which) => document.querySelector(wanted).getAttribute(which), selector, name),
    count: (selector) => evaluate((wanted) => document.querySelectorAll(wanted).length, selector),
    isVisible: (selector) => evaluate((wanted) => document.querySelector(wanted)?.checkVisibility({ visibilityProperty: true }) ?? false, selector),
    /** Waits until a function of the page says yes. A page that is just going away says nothing. */
    until: async (is, ...given) => {
      let last;
      for (let attempt = 0; attempt < 200; attempt += 1) {
        last = await evaluate(is, ...given).catch((error) => error.message);
        if (last === true) return;
        await new Promise((done) => setTimeout(done, 50));
      }
      assert.fail(`never so: ${is} ${JSON.stringify(given)}: ${last}`);
    },
    /** Clicks as a finger would, in the middle of the screen: no bar of the page lies there. */
    click: async (selector) => {
      await evaluate((wanted) => document.querySelector(wanted).scrollIntoView({ block: 'center', behavior: 'instant' }), selector);
      await opened.click(selector);
    },
    /** Clicks a link and waits for the page that it leads to. */
    follow: async (selector) => {
      const from = await evaluate(() => location.href);
      await self.click(selector);
      // Firefox shows an empty document, complete, before the page comes.
      await self.until((old) => location.href !== old && document.readyState === 'complete' && document.body?.dataset.page !== undefined, from);
    },
    /** Writes into a field in place of what stands there, key by key. */
    fill: async (selector, text) => {
      await evaluate((wanted) => {
        const field = document.querySelector(wanted);
        field.focus();
        field.select();
      }, selector);
      await (text === '' ? opened.press('Backspace') : opened.type(text));
    },
    choose: (selector, value) => evaluate((wanted, chosen) => {
      const field = document.querySelector(wanted);
      field.value = chosen;
      for (const event of ['input', 'change']) field.dispatchEvent(new Event(event, { bubbles: true }));
    }, selector, value),
    /** Closes the host meanwhile, and forgets what failed for that: no driver but Chromium's cuts off a service worker. */
    withoutHost: async (use) => {
      const before = host.faults.length;
      await host.close();
      try {
        await use();
      } finally {
        await host.reopen();
        host.faults.length = before;
      }
    },
  };
  return self;
}
