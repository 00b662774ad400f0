// Chromium by its own protocol and Firefox by WebDriver BiDi, both through puppeteer.
import { accessSync } from 'node:fs';
import puppeteer from 'puppeteer-core';
import { FLAGS, PHONE } from '../../browser/lib/browser.mjs';
import { browserPath } from '../../browser/lib/path.mjs';

const FIREFOX = process.env.FIREFOX_PATH ?? '/usr/bin/firefox-esr';
// Whatever is not this machine has no way out: nobody listens on port 9.
const NO_NETWORK = { 'network.proxy.type': 1, 'network.proxy.http': '127.0.0.1', 'network.proxy.http_port': 9, 'network.proxy.ssl': '127.0.0.1', 'network.proxy.ssl_port': 9 };

// What a page was still loading when a test went on to the next. Whoever stays hears of a failure from the page itself.
const LEFT = /NS_BINDING_ABORTED|net::ERR_ABORTED|A ServiceWorker intercepted the request and encountered an unexpected error/;

export const openChromium = (options) => open({ executablePath: browserPath(), args: FLAGS }, options);

export function openFirefox(options) {
  accessSync(FIREFOX);
  const extraPrefsFirefox = { ...NO_NETWORK, 'ui.systemUsesDarkTheme': options.dark ? 1 : 0, 'ui.prefersReducedMotion': 1 };
  return open({ browser: 'firefox', executablePath: FIREFOX, extraPrefsFirefox }, options);
}

async function open(how, { dark = false }) {
  const browser = await puppeteer.launch({ headless: true, ...how });
  const isFirefox = how.browser === 'firefox';
  const page = await browser.newPage();
  if (!isFirefox) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }, { name: 'prefers-reduced-motion', value: 'reduce' }]);
  }
  const resize = ({ width, height }) => page.setViewport({ width, height, deviceScaleFactor: 1 });
  await resize(PHONE.viewport);
  let tell = () => {};
  page.on('console', (message) => ['error', 'warn', 'warning'].includes(message.type()) && tell(`console: ${message.text()}`));
  page.on('pageerror', (error) => LEFT.test(error.message) || tell(`script: ${error.message ?? error}`));
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? '';
    if (!LEFT.test(why)) tell(`failed: ${request.url()} ${why}`);
  });
  return {
    version: (await browser.version()).replace('/', ' '),
    goto: (url) => page.goto(url, { waitUntil: 'load', timeout: 30_000 }),
    reload: () => page.reload({ waitUntil: 'load', timeout: 30_000 }),
    evaluate: (use, ...given) => page.evaluate(use, ...given),
    setViewportSize: resize,
    click: async (selector) => (await page.$(selector)).click(),
    type: (text) => page.keyboard.type(text),
    press: (key) => page.keyboard.press(key),
    screenshot: (path) => page.screenshot({ path }),
    // The sheet's own size, where it names one.
    print: async (url, path) => {
      await page.goto(url, { waitUntil: 'load' });
      await page.pdf({ path, preferCSSPageSize: true, printBackground: true, timeout: 60_000 });
    },
    onFault: (listener) => { tell = listener; },
    close: () => browser.close(),
  };
}
