// A phone takes pictures that are neither too small for its screen nor much larger than it needs.
import { withPage } from '../lib/browser.mjs';
import { scrollThrough } from './visit.mjs';

// A cheap phone of these years: 360 points wide, 1.75 pixels for each.
export const CHEAP_PHONE = { viewport: { width: 360, height: 640 }, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true };

// How many times the pixels along a side may be more than what is shown.
const MOST = 1.6;

/** Faults of the pictures that are taken for a page, scrolled to its end, each with what was shown and taken. */
export async function pictureFaults(browser, url) {
  const taken = await withPage(browser, url, CHEAP_PHONE, async (page) => {
    await scrollThrough(page);
    return page.evaluate(measure);
  });
  // A file that another place on the page needs costs nothing a second time, and browsers take it again.
  const most = new Map();
  for (const { source, needed } of taken) most.set(source, Math.max(needed, most.get(source) ?? 0));
  return taken.flatMap(({ source, needed, width, widths }) => {
    const told = `${source} is ${width} px wide where ${Math.round(needed)} are shown`;
    // The widest there is, is the best that can be taken.
    if (width < needed - 1 && width < Math.max(...widths)) return [`too small: ${told}`];
    if (width > most.get(source) * MOST) return [`too large: ${told}`];
    return [];
  });
}

/** How many pictures with a choice of sizes a page takes. */
export const pictureCount = (browser, url) => withPage(browser, url, CHEAP_PHONE, async (page) => {
  await scrollThrough(page);
  return (await page.evaluate(measure)).length;
});

// Runs in the page. A picture's own width says what its source claims; its pixels are counted by a fresh copy.
async function measure() {
  const choices = (image) => [image, ...(image.parentElement.tagName === 'PICTURE' ? image.parentElement.querySelectorAll('source') : [])].flatMap((one) =>
    (one.getAttribute('srcset') ?? '').split(',').map((choice) => Number(/(\d+)w\s*$/.exec(choice)?.[1])).filter(Boolean));
  const shown = [...document.images].filter((image) => image.checkVisibility() && image.currentSrc && choices(image).length > 0);
  return Promise.all(shown.map(async (image) => {
    const copy = new Image();
    copy.src = image.currentSrc;
    await copy.decode();
    const box = image.getBoundingClientRect();
    const fit = getComputedStyle(image).objectFit;
    const across = (box.height * copy.naturalWidth) / copy.naturalHeight;
    // What is cut off is needed too; what stands between margins is as wide as it looks.
    const points = { cover: Math.max(box.width, across), contain: Math.min(box.width, across) }[fit] ?? box.width;
    return { source: image.currentSrc.split('/').pop(), needed: points * devicePixelRatio, width: copy.naturalWidth, widths: choices(image) };
  }));
}
