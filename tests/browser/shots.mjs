// Makes the readme's pictures from the built demo: node shots.mjs [FOLDER [TARGET]]
// Phone width, light, twice the pixels, as WebP; `--all` takes one page of each kind, light and dark, to look at.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PHONE, launch, withPage } from './lib/browser.mjs';
import { serve } from './lib/host.mjs';
import { addressOf, readSite, heaviestPages } from './lib/site.mjs';

const words = process.argv.slice(2);
const isAll = words.includes('--all');
const [folder = '../../public', target = '../../docs/images'] = words.filter((word) => word !== '--all');
const QUALITY = 82;
const README_HEIGHT_PX = 1080;

const site = readSite(path.resolve(folder));
const host = await serve(site.folder);
const browser = await launch();
mkdirSync(target, { recursive: true });

async function shoot(name, page, colorScheme, fullPage) {
  await withPage(browser, host.origin + addressOf(site, page), { ...PHONE, colorScheme }, async (opened) => {
    await opened.waitForLoadState('networkidle');
    const session = await opened.context().newCDPSession(opened);
    const height = fullPage ? await opened.evaluate(() => document.documentElement.scrollHeight) : README_HEIGHT_PX;
    // Loading is lazy below the screen: make the screen as high as the page.
    await opened.setViewportSize({ width: PHONE.viewport.width, height: Math.min(height, 8000) });
    await opened.waitForLoadState('networkidle');
    const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: QUALITY });
    writeFileSync(path.join(target, `${name}.webp`), Buffer.from(data, 'base64'));
  });
}

try {
  if (isAll) {
    for (const page of heaviestPages(site)) {
      for (const scheme of ['light', 'dark']) await shoot(`${page.kind ?? path.basename(page.file, '.html')}-${scheme}`, page, scheme, true);
    }
  } else {
    // One cooperative's own pages in the first language, for the readme in both languages, whose caption names it.
    const ownPage = (kind) => site.pages.find((page) => page.kind === kind && page.language === 'id' && page.file.startsWith('kopontren-nurul-bukit/'));
    await shoot('etalase', ownPage('storefront'), 'light', false);
    await shoot('muda', ownPage('youth'), 'light', false);
  }
} finally {
  await browser.close();
  await host.close();
}
