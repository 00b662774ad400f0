// The system's own Chromium; nothing is downloaded, and no host but 127.0.0.1 can be reached.
import { chromium } from 'playwright-core';
import { browserPath } from './path.mjs';

export const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update',
  '--disable-sync', '--disable-extensions', '--mute-audio', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

export const PHONE = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
export const DESKTOP = { viewport: { width: 1280, height: 800 } };

export const launch = (args = []) => chromium.launch({ executablePath: browserPath() ?? undefined, args: [...FLAGS, ...args] });

/** Opens an address in a fresh context and hands the page over. Service workers would hide what a first visit does. */
export async function withPage(browser, url, options, use) {
  const context = await browser.newContext({ serviceWorkers: 'block', reducedMotion: 'reduce', ...options });
  try {
    const page = await context.newPage();
    await options.before?.(page);
    await page.goto(url, { waitUntil: 'load', timeout: 30_000 });
    return await use(page);
  } finally {
    await context.close();
  }
}
