// How each kind of page looks in each engine: no error, no picture missing, nothing too wide or cut off, dark in the dark.
import assert from 'node:assert/strict';
import { layoutFaults } from '../browser/checks/layout.mjs';
import { heaviestPages } from '../browser/lib/site.mjs';
import { none, site } from '../browser/lib/under-test.mjs';
import { inEachEngine } from './lib/engines.mjs';

const pages = heaviestPages(site);
const onScreens = pages.filter((page) => !/^print|poster|surat|portal-report/.test(page.kind ?? ''));

/** Runs in the page: shows each photo as a visitor who scrolls, and names those that do not come. */
async function hollowPhotos() {
  const images = [...document.images].filter((image) => image.checkVisibility());
  for (const image of images) {
    image.scrollIntoView({ behavior: 'instant' });
    if (!image.complete) {
      await Promise.race([new Promise((done) => ['load', 'error'].forEach((name) => image.addEventListener(name, done))), new Promise((done) => setTimeout(done, 5000))]);
    }
  }
  return images.filter((image) => image.naturalWidth === 0).map((image) => image.currentSrc || image.src);
}

inEachEngine('every kind of page comes without an error and with its photos', async (visitor) => {
  assert.ok(pages.length > 30, `${pages.length} kinds`);
  const faults = [];
  for (const page of pages) {
    await visitor.open(page);
    faults.push(...(await visitor.evaluate(hollowPhotos)).map((photo) => `${page.file}: no picture for ${photo}`));
  }
  none(faults);
});

inEachEngine('nothing is too wide or cut off at 320 pixels, with wide spacing, at 200 % text', async (visitor) => {
  const faults = [];
  for (const page of pages) {
    await visitor.open(page);
    faults.push(...(await layoutFaults(visitor)).map((fault) => `${page.file} (${page.kind}): ${fault}`));
  }
  none(faults);
});

/** Runs in the page: how light its ground and its text are, 0 to 1. */
function lightness() {
  const light = (colour) => {
    const [r, g, b] = colour.match(/[\d.]+/g).map((part) => (Number(part) / 255) ** 2.2);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const isSeen = (colour) => !/^rgba\(.*, 0\)$|^transparent$/.test(colour);
  const grounds = [document.body, document.documentElement].map((one) => getComputedStyle(one).backgroundColor).filter(isSeen);
  return { ground: light(grounds[0] ?? 'rgb(255, 255, 255)'), ink: light(getComputedStyle(document.querySelector('main')).color) };
}

for (const dark of [false, true]) {
  inEachEngine(`pages are ${dark ? 'dark where the phone is' : 'light elsewhere'}`, async (visitor) => {
    for (const page of onScreens.filter((one) => !/^youth/.test(one.kind))) {
      await visitor.open(page);
      const { ground, ink } = await visitor.evaluate(lightness);
      assert.ok(dark ? ground < 0.1 && ink > 0.4 : ground > 0.7 && ink < 0.2, `${page.file}: ground ${ground}, ink ${ink}`);
    }
  }, { dark });
}

/** Runs in the page: the least contrast of a hint in an empty field with the field's own ground. */
function hintContrast() {
  const light = (colour) => {
    const [r, g, b] = colour.match(/[\d.]+/g).map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
  };
  const ratios = [...document.querySelectorAll('[placeholder]')].filter((field) => field.checkVisibility())
    .map((field) => [light(getComputedStyle(field, '::placeholder').color), light(getComputedStyle(field).backgroundColor)])
    .map(([hint, ground]) => Math.max(hint, ground) / Math.min(hint, ground));
  return ratios.length > 0 ? Math.min(...ratios) : null;
}

for (const dark of [false, true]) {
  inEachEngine(`the hint in an empty field is legible, ${dark ? 'in the dark' : 'by day'}`, async (visitor) => {
    for (const file of ['index.html', 'cari/index.html', 'pantau/index.html']) {
      await visitor.open(file);
      await visitor.until(() => [...document.querySelectorAll('[placeholder]')].some((field) => field.checkVisibility()));
      const ratio = await visitor.evaluate(hintContrast);
      assert.ok(ratio >= 4.5, `${file}: ${ratio}:1`);
    }
  }, { dark });
}

const WRONG = '<script src="hilang.js"></script><img src="hilang.png" alt=""><script>window.inline = 1</script>';
inEachEngine('what is wrong with a page is heard', async (visitor) => {
  await visitor.open('index.html');
  await visitor.evaluate(() => {
    console.error('so it says');
    setTimeout(() => { throw new Error('too late'); });
    Promise.reject(new Error('not kept'));
  });
  await visitor.until(() => new Promise((done) => setTimeout(() => done(true), 500)));
  const heard = visitor.host.faults.splice(0).join('\n');
  for (const wanted of ['404: /hilang.js', '404: /hilang.png', 'not loaded: IMG', 'policy: script-src', 'so it says', 'too late', 'not kept']) {
    assert.ok(heard.includes(wanted), `${wanted} is not among\n${heard}`);
  }
}, { change: ({ url, body }) => (url.pathname === site.base ? { body: Buffer.from(body.toString().replace('</main>', `${WRONG}</main>`)) } : {}) });
