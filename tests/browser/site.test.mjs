// The files of a built site, without a browser.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calendarFaults } from './checks/calendars.mjs';
import { addressFaults, linkFaults } from './checks/links.mjs';
import { markupFaults } from './checks/markup.mjs';
import { orderFaults, ordersOf } from './checks/order.mjs';
import { isType, nodesOf, structuredFaults } from './checks/structured.mjs';
import { policyFaults } from './checks/visit.mjs';
import { isWhole, none, site } from './lib/under-test.mjs';

const WANTED = { product: ['BreadcrumbList'], storefront: ['Store|LocalBusiness'] };

test('every page says what kind it is, in which language, and what it is called', () => {
  none(site.pages.filter((page) => !page.isRedirect).flatMap((page) => ['kind', 'language', 'title', 'heading']
    .filter((fact) => !page[fact]).map((fact) => `${page.file}: no ${fact}`)));
});

test('a storefront, its products and a page for pupils are there', () => {
  const kinds = new Set(site.pages.map((page) => page.kind));
  assert.ok(kinds.has('storefront') && kinds.has('product'), `kinds: ${[...kinds].join(', ')}`);
  assert.ok(site.pages.some((page) => /(^|\/)muda\/index\.html$/.test(page.file)), 'no muda/ page');
});

test('every link and asset leads somewhere, by a relative path, and to no third party', () => none(linkFaults(site)));

test('canonical addresses, sitemap, robots.txt, manifest and share images agree with the files', () => none(addressFaults(site)));

test('canonical addresses carry the base path', () => {
  assert.equal(new URL(site.root).pathname, site.base);
});

if (isWhole) test('what search engines are told is whole', () => none(structuredFaults(site, WANTED)));

if (isWhole) test('a calendar program reads every date', () => none(calendarFaults(site)));

test('products with a price and a photo are told to search engines', () => {
  const isTold = (page) => nodesOf(page).some((node) => isType(node, 'Product'));
  const products = site.pages.filter((page) => page.kind === 'product');
  // A few ask for their price or have no photo yet; search engines refuse those.
  const told = products.filter(isTold);
  assert.ok(told.length >= products.length * 0.8, `${told.length} of ${products.length} product pages`);
  none(products.filter((page) => isTold(page) && !ordersOf(page).some(({ message }) => message)).map((page) => `${page.file}: told, but cannot be ordered`));
});

test('order links carry name, price and address of the product', () => none(orderFaults(site)));

test('every page has a content policy that stops scripts of strangers', () => {
  none(site.pages.filter((page) => !page.isRedirect).flatMap((page) => policyFaults(page.policy).map((fault) => `${page.file}: ${fault}`)));
});

test('no original photo and no source text is published', () => {
  // Two workbooks are made by the build: the kit's cash book, and what monitoring knows.
  const isOurs = (file) => /(^|\/)muda\/kit\/[\w-]+\.xlsx$/.test(file) || file === 'pantau/pantau.xlsx';
  none([...site.files].filter((file) => /\.(ya?ml|md|heic|xlsx|toml)$/i.test(file) && !isOurs(file)));
});

if (isWhole) test('the Nu Html Checker finds nothing', async () => {
  none(await markupFaults(site.folder, [...site.files].filter((file) => /\.(html|css|svg)$/.test(file))));
});
