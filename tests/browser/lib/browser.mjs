// The system's own Chromium; nothing is downloaded, and no host but 127.0.0.1 can be reached.
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';

const NAMES = [process.env.CHROME_PATH, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update',
  '--disable-sync', '--disable-extensions', '--mute-audio', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

export const PHONE = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
export const DESKTOP = { viewport: { width: 1280, height: 800 } };

/** Path of the browser, or null. */
export function browserPath() {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const candidates = NAMES.filter(Boolean).flatMap((name) => (path.isAbsolute(name) ? [name] : folders.map((folder) => path.join(folder, name))));
  return candidates.find((file) => {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  }) ?? null;
}

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
