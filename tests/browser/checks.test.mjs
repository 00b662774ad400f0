// Each check passes on a good little site and fails on one with a single fault.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessFaults } from './checks/access.mjs';
import { calendarFaults } from './checks/calendars.mjs';
import { layoutFaults } from './checks/layout.mjs';
import { addressFaults, linkFaults } from './checks/links.mjs';
import { markupFaults } from './checks/markup.mjs';
import { pictureFaults } from './checks/pictures.mjs';
import { orderFaults } from './checks/order.mjs';
import { structuredFaults } from './checks/structured.mjs';
import { policyFaults, scriptFaults, shownOn, visitFaults } from './checks/visit.mjs';
import { DESKTOP, PHONE, launch, withPage } from './lib/browser.mjs';
import { GOOD, siteWith } from './lib/fixture.mjs';
import { answer, serve } from './lib/host.mjs';
import { heaviestPages, readPage, samplePages } from './lib/site.mjs';

const WANTED = { product: ['Product', 'BreadcrumbList'], storefront: ['Store'] };
const PRODUCT = 'produk/kopi/index.html';

/** `[fault expected, file, text, its replacement]` */
function canFail(name, check, cases) {
  test(`${name}: the good site passes`, (context) => assert.deepEqual(check(siteWith(context)), []));
  for (const [expected, ...change] of cases) {
    test(`${name}: ${expected.source}`, (context) => {
      const faults = check(siteWith(context, ...change));
      assert.equal(faults.length, 1, faults.join('\n'));
      assert.match(faults[0], expected);
    });
  }
}

canFail('links', linkFaults, [
  [/leads to no file/, 'index.html', 'href="produk/kopi/"', 'href="produk/teh/"'],
  [/needs a redirect/, 'index.html', 'href="produk/kopi/"', 'href="produk/kopi"'],
  [/is not relative/, 'index.html', 'href="produk/kopi/"', 'href="/produk/kopi/"'],
  [/part of a page/, 'index.html', 'href="produk/kopi/"', 'href="produk/kopi/#harga"'],
  [/asks a third party/, 'index.html', 'src="foto/kopi.svg"', 'src="https://gambar.example/a.jpg"'],
  [/uses javascript:/, 'index.html', 'href="muda/"', 'href="javascript:void(0)"'],
  [/uses http:/, 'index.html', 'href="muda/"', 'href="http://lain.example/"'],
  [/leads to no file/, 'index.html', 'src="foto/kopi.svg"', 'src="foto/kopi.svg" srcset="foto/hilang.webp 320w"'],
  [/leads to no file/, '404.html', 'href="/"', 'href="muda/"'],
  [/gaya.css: hilang.png leads/, 'gaya.css', 'img {', 'p { background: url("hilang.png") } img {'],
]);

test('links: a place on 404.html itself is there at any depth', (context) => {
  assert.deepEqual(linkFaults(siteWith(context, '404.html', '<main>', '<a href="#isi">Langsung ke isi</a><main id="isi">')), []);
  assert.equal(linkFaults(siteWith(context, '404.html', '<main>', '<a href="#lain">Langsung ke isi</a><main id="isi">')).length, 1);
});

test('links: a root-relative link leaves the base path', (context) => {
  const site = siteWith(context, null, null, null, '/a/b/');
  const faults = linkFaults(site);
  assert.ok(faults.length > 0 && faults.every((fault) => /^404.html: .*leaves the base path/.test(fault)), faults.join('\n'));
});

canFail('calendars', calendarFaults, [
  [/no calendar program reads it/, 'agenda.ics', 'END:VCALENDAR', ''],
  [/no calendar program reads it/, 'agenda.ics', 'DTSTART:20260102T010000Z', 'DTSTART:2 Januari'],
  [/names a day that no calendar has/, 'agenda.ics', 'DTSTAMP:20260101', 'DTSTAMP:20260230'],
  [/ends before it begins/, 'agenda.ics', 'DTEND:20260102', 'DTEND:20260101'],
  [/without a name/, 'agenda.ics', 'SUMMARY:Pasar kopi', 'SUMMARY:'],
  [/without DTSTAMP/, 'agenda.ics', 'DTSTAMP:20260101T000000Z\r\n', ''],
  [/more than 75 bytes/, 'agenda.ics', 'Pasar kopi', `Pasar kopi ${'lereng '.repeat(10)}`],
  [/leads to no file/, 'agenda.ics', 'URL:https://toko.example/', 'URL:https://toko.example/lama/'],
  [/two events with one UID/, 'agenda.ics', 'BEGIN:VEVENT', 'BEGIN:VEVENT\r\nUID:1@toko\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:20260102T010000Z\r\nSUMMARY:Pasar\r\nEND:VEVENT\r\nBEGIN:VEVENT'],
]);

canFail('addresses', addressFaults, [
  [/canonical is/, PRODUCT, 'rel="canonical" href="https://toko.example/produk/kopi/"', 'rel="canonical" href="https://toko.example/muda/"'],
  [/no canonical/, 'muda/index.html', /<link rel="canonical".*/.exec(GOOD['muda/index.html'])[0], ''],
  [/og:image/, 'index.html', '<title>', '<meta property="og:image" content="https://toko.example/kartu.jpg"><title>'],
  [/sitemap.xml: .*leads to no file/, 'sitemap.xml', '</urlset>', '<url><loc>https://toko.example/lama/</loc></url></urlset>'],
  [/is missing/, 'sitemap.xml', '<url><loc>https://toko.example/muda/</loc></url>', ''],
  [/names no sitemap/, 'robots.txt', 'Sitemap:', '#'],
  [/no name/, 'situs.webmanifest', '"name"', '"nama"'],
]);

canFail('structured data', (site) => structuredFaults(site, WANTED), [
  [/is no JSON/, 'index.html', '"@type":"Store"', '"@type":Store'],
  [/without schema.org/, 'index.html', 'https://schema.org', 'https://skema.example'],
  [/no BreadcrumbList/, PRODUCT, '"BreadcrumbList"', '"ItemList"'],
  [/without address/, 'index.html', '"address"', '"alamat"'],
  [/has price 12.500/, PRODUCT, '"price":12500', '"price":"12.500"'],
  [/priced in USD/, PRODUCT, '"IDR"', '"USD"'],
  [/leads to no file/, PRODUCT, 'https://toko.example/foto/kopi.svg', 'https://toko.example/foto/teh.svg'],
  [/is not absolute/, PRODUCT, '"image":"https://toko.example/', '"image":"'],
]);

canFail('order', orderFaults, [
  [/no order link/, PRODUCT, 'https://wa.me/', 'https://pesan.example/'],
  [/no order link/, PRODUCT, '12.500%20per', '12.000%20per'],
  [/no order link/, PRODUCT, 'Kopi%20bubuk', 'Teh%20bubuk'],
  [/number 0812/, PRODUCT, 'wa.me/6281200000000', 'wa.me/081200000000'],
  [/leftovers/, PRODUCT, '12.500%20per%20bungkus', '12.500%20per%20undefined'],
]);

test('sample: the heaviest page of each kind, and every part that only another one has', (context) => {
  const site = siteWith(context);
  const heavy = readPage('produk/teh/index.html', `<body data-page="product"><main><p class="price">1</p>${'-'.repeat(9000)}</main></body>`);
  const rare = readPage('produk/gula/index.html', '<body data-page="product"><main><p class="price">2</p><p class="season t1a2">Musim</p></main></body>');
  const plain = readPage('produk/garam/index.html', '<body data-page="product"><main><p class="price t3b4">3</p></main></body>');
  const files = (pages) => pages.filter((page) => page.kind === 'product').map((page) => page.file);
  site.pages = [...site.pages, plain, rare, heavy];
  assert.deepEqual(files(heaviestPages(site)), [heavy.file]);
  assert.deepEqual(files(samplePages(site)), [heavy.file, rare.file]);
  heavy.html = heavy.html.replace('<main>', '<nav class="season"></nav><main>');
  assert.deepEqual(files(samplePages(site)), [heavy.file, rare.file], 'a part of the frame is no part of the page');
});

test('policy: what stops nothing is a fault', () => {
  assert.deepEqual(policyFaults("default-src 'none'; base-uri 'none'; script-src 'self'"), []);
  assert.deepEqual(policyFaults(null), ['no content policy']);
  for (const weak of ["object-src 'none'; base-uri 'none'; script-src 'self'", "default-src 'none'", "default-src 'none'; base-uri 'none'; script-src 'self' 'unsafe-inline'", "default-src 'self'; base-uri 'none'"]) {
    assert.equal(policyFaults(weak).length, 1, weak);
  }
});

test('markup: an unclosed element and a bad style are faults', async (context) => {
  const good = siteWith(context);
  assert.deepEqual(await markupFaults(good.folder, ['index.html', 'gaya.css', 'foto/kopi.svg']), []);
  const bad = siteWith(context, 'index.html', '<h1>Toko</h1>', '<h1>Toko<section>');
  assert.notEqual((await markupFaults(bad.folder, ['index.html'])).length, 0);
  const style = siteWith(context, 'gaya.css', 'img {', 'img { colour: red; ');
  assert.match((await markupFaults(style.folder, ['gaya.css']))[0], /^gaya\.css:2: .*colour/);
});

test('host: folders, redirects and 404.html below a base path', (context) => {
  const { folder } = siteWith(context);
  assert.deepEqual(answer(folder, '/a/', '/a/'), { status: 200, file: 'index.html' });
  assert.deepEqual(answer(folder, '/a/', '/a/muda'), { status: 301, location: '/a/muda/' });
  assert.deepEqual(answer(folder, '/a/', '/a/muda/'), { status: 200, file: 'muda/index.html' });
  assert.deepEqual(answer(folder, '/a/', '/a/tidak/ada'), { status: 404, file: '404.html' });
  assert.deepEqual(answer(folder, '/a/', '/a/%2e%2e/x'), { status: 404, file: '404.html' });
  assert.deepEqual(answer(folder, '/a/', '/b/'), { status: 404 });
});

let browser;
before(async () => { browser = await launch(); });
after(async () => browser?.close());

/** As `canFail`, with a browser on the front page. */
function canFailInBrowser(name, check, cases) {
  const look = async (context, ...change) => {
    const site = siteWith(context, ...change);
    const host = await serve(site.folder);
    try {
      return await check(browser, `${host.origin}/`);
    } finally {
      await host.close();
    }
  };
  test(`${name}: the good site passes`, async (context) => assert.deepEqual(await look(context), []));
  for (const [expected, ...change] of cases) {
    test(`${name}: ${expected.source}`, async (context) => {
      const faults = await look(context, ...change);
      assert.ok(faults.some((fault) => expected.test(fault)), faults.join('\n') || 'nothing was found');
    });
  }
}

const POLICY = /content="default-src.*?"/.exec(GOOD['index.html'])[0];
const script = (code) => ['index.html', POLICY, `content="default-src 'self'"><script>${code}</script><meta name="x" content=""`];
const free = (code) => ['index.html', /<meta http-equiv.*\n/.exec(GOOD['index.html'])[0], `<script>addEventListener('DOMContentLoaded', () => { ${code} })</script>\n`];

canFailInBrowser('visit', visitFaults, [
  [/shows no picture/, 'index.html', 'src="foto/kopi.svg"', 'src="foto/hilang.svg"'],
  [/asks https:\/\/lain\.example/, ...free("new Image().src = 'https://lain.example/a.png'")],
  [/console log: halo/, ...free("console.log('halo')")],
  [/script failed: rusak/, ...free("throw new Error('rusak')")],
  [/got 404/, ...free("fetch('hilang.json')")],
  [/script-src-elem stopped inline/, ...script('1')],
]);

const access = async (browser, url) => [
  ...await withPage(browser, url, PHONE, (page) => accessFaults(page, 'phone')),
  ...await withPage(browser, url, DESKTOP, (page) => accessFaults(page, 'desktop')),
];

canFailInBrowser('access', access, [
  [/image-alt/, 'index.html', ' alt="Sebungkus kopi"', ''],
  [/^phone, dark: color-contrast/, 'gaya.css', 'img {', '@media (prefers-color-scheme: dark) { p { color: #333; background: #222 } } img {'],
  [/^desktop, light: color-contrast/, 'gaya.css', 'img {', '@media (min-width: 1000px) { p { color: #aaa; background: #fff } } img {'],
]);

canFailInBrowser('layout', (browser, url) => withPage(browser, url, PHONE, layoutFaults), [
  [/at 320 px: .*too wide/, 'gaya.css', 'img {', 'p { inline-size: 22rem } img {'],
  [/at 200 % text: .*too wide/, 'gaya.css', 'img {', 'p { inline-size: 15rem } img {'],
  [/at 200 % text: body text does not grow/, 'gaya.css', 'img {', 'p { font-size: 16px } img {'],
  [/cut off/, 'gaya.css', 'img {', 'p { block-size: 3rem; overflow: hidden } img {'],
]);

const sized = (sizes) => ['index.html', 'src="foto/kopi.svg"', `src="foto/kopi.svg" srcset="foto/kopi.svg 200w, foto/kopi.svg 1000w" sizes="${sizes}"`];

canFailInBrowser('pictures', pictureFaults, [
  [/too small: .*200 px wide where 350 are shown/, ...sized('200px')],
  [/too large: .*200 px wide where 88 are shown/, 'index.html', 'src="foto/kopi.svg" alt="Sebungkus kopi" width="200" height="100"', 'src="foto/kopi.svg" srcset="foto/kopi.svg 200w" sizes="50px" alt="Sebungkus kopi" width="50" height="25"'],
]);

const withoutScript = async (browser, url) => scriptFaults(browser, url, await withPage(browser, url, PHONE, shownOn));

canFailInBrowser('without script', withoutScript, [
  [/words without script/, ...free("document.querySelector('h1').after('Satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas duabelas tigabelas')")],
  [/photo only with script/, ...free("document.querySelector('main').append(Object.assign(new Image(100, 50), { src: 'foto/kopi.svg?2', alt: '' }))")],
  [/order link only with script/, ...free("document.querySelector('main').insertAdjacentHTML('beforeend', '<a href=\"https://wa.me/6281200000000?text=Halo\">Pesan</a>')")],
  [/does not show without script/, 'index.html', 'src="foto/kopi.svg"', 'src="foto/hilang.svg"'],
]);
