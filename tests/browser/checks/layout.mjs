// Nothing runs out of a narrow screen, and nothing is cut when letters are large.
import { PHONE } from '../lib/browser.mjs';

/** Faults of a page open on a phone: at 320 px, with the text spacing of WCAG 1.4.12, and at 360 px with letters of 200 %. */
export async function layoutFaults(page) {
  await page.setViewportSize({ width: 320, height: 640 });
  const narrow = await page.evaluate(measure, null);
  const spaced = await page.evaluate(measure, '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }');
  await page.setViewportSize(PHONE.viewport);
  const large = await page.evaluate(measure, ':root { font-size: 200% !important }');
  return Object.entries({ 'at 320 px': narrow, 'with wide text spacing': spaced, 'at 200 % text': large })
    .flatMap(([where, faults]) => faults.map((fault) => `${where}: ${fault}`));
}

// Runs in the page. What was cut before the style came is by design (a picture's frame, a hidden label).
function measure(css) {
  const shows = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const name = (element) => `${element.tagName.toLowerCase()}.${element.classList[0] ?? ''} "${element.textContent.trim().replace(/\s+/g, ' ').slice(0, 30)}"`;
  const cut = () => [...document.body.querySelectorAll('*')].filter((element) => {
    const style = getComputedStyle(element);
    const hides = (value) => /hidden|clip/.test(value);
    if (element.clientWidth < 8 || element.clientHeight < 8 || !element.innerText?.trim() || !shows(element)) return false;
    if (style.webkitLineClamp && style.webkitLineClamp !== 'none') return false;
    return (hides(style.overflowY) && element.scrollHeight > element.clientHeight + 3)
      || (hides(style.overflowX) && element.scrollWidth > element.clientWidth + 3);
  });
  const before = new Set(cut());
  const bodySize = () => parseFloat(getComputedStyle(document.querySelector('main p, main li, p, li') ?? document.body).fontSize);
  const size = bodySize();
  const sheets = [...document.adoptedStyleSheets];
  if (css) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [...sheets, sheet];
  }
  const faults = [];
  const width = document.documentElement.clientWidth;
  const excess = Math.max(document.documentElement.scrollWidth, document.body.scrollWidth) - width;
  if (excess > 1) {
    const wide = [...document.body.querySelectorAll('*')].filter((element) => element.getBoundingClientRect().right > width + 1 && shows(element));
    faults.push(`${excess} px too wide: ${wide.slice(-3).map(name).join(', ')}`);
  }
  for (const element of css ? cut() : []) if (!before.has(element)) faults.push(`cut off: ${name(element)}`);
  if (css?.includes('font-size') && bodySize() < size * 1.5) faults.push('body text does not grow');
  document.adoptedStyleSheets = sheets;
  return faults;
}
