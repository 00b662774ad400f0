// axe-core: WCAG 2.2 A and AA and its good practice, on phone and desktop, in light and dark.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { DESKTOP, PHONE, withPage } from '../lib/browser.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/** Violations on one page, one sentence each. */
export async function accessFaults(browser, url) {
  const faults = new Set();
  for (const [name, device] of [['phone', PHONE], ['desktop', DESKTOP]]) {
    await withPage(browser, url, { ...device, colorScheme: 'light' }, async (page) => {
      await page.evaluate(AXE);
      for (const colorScheme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        const violations = await page.evaluate(async (tags) => {
          const { violations } = await window.axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] });
          return violations.map(({ id, help, nodes }) => `${id} (${help}) at ${nodes.slice(0, 3).map((node) => node.target.join(' ')).join(', ')}`);
        }, TAGS);
        for (const violation of violations) faults.add(`${name}, ${colorScheme}: ${violation}`);
      }
    });
  }
  return [...faults];
}
