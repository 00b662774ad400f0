// Every link and asset leads somewhere, inside the site by a relative path, and nothing is asked of a third party.
import { resolve } from '../lib/site.mjs';

const OUTSIDE = new Set(['https:', 'mailto:', 'tel:', 'sms:', 'geo:']);

/** True for a page that a host shows at any address: 404.html, and that of each language. */
const isForAnyAddress = (page) => /^(\w+\/)?404\.html$/.test(page.file);

/** Faults of all pages and style sheets, one sentence each. */
export function linkFaults(site) {
  const byFile = new Map(site.pages.map((page) => [page.file, page]));
  const faults = [];
  for (const page of site.pages) {
    // Its links must hold at more than one depth.
    const places = isForAnyAddress(page) ? [site.base, `${site.base}tidak/ada/`] : [undefined];
    for (const from of places) {
      for (const { value, kind, element } of page.links) {
        const why = faultOf(site, page, value, kind, from, byFile);
        if (why) faults.push(`${page.file}: <${element}> ${value.slice(0, 120)} ${why}`);
      }
    }
  }
  for (const style of site.styles) {
    for (const url of style.urls) {
      const why = faultOf(site, { file: style.file }, url, 'asset', undefined, byFile);
      if (why) faults.push(`${style.file}: ${url} ${why}`);
    }
  }
  return [...new Set(faults)];
}

function faultOf(site, page, value, kind, from, byFile) {
  if (value.startsWith('data:')) return kind === 'asset' ? null : 'is a data: link';
  if (value.startsWith('/') && !isForAnyAddress(page)) return 'is not relative';
  const target = resolve(site, page, value, from);
  if (target.fault) return target.fault;
  if (target.outside) {
    if (kind === 'asset') return 'asks a third party';
    return OUTSIDE.has(target.outside.protocol) ? null : `uses ${target.outside.protocol}`;
  }
  const other = byFile.get(target.file);
  const isPlace = !target.fragment || target.fragment === 'top' || !other || other.ids.has(target.fragment);
  return isPlace ? null : 'names a part of a page that is not there';
}

/** Faults of the addresses that only machines read: canonical, sitemap, robots.txt, manifest, share image. */
export function addressFaults(site) {
  const faults = [];
  const lists = [];
  if (!site.root) return ['index.html: no canonical address'];
  for (const page of site.pages.filter((page) => !page.isRedirect && !isForAnyAddress(page))) {
    const own = site.root + page.file.replace(/(^|\/)index\.html$/, '$1');
    if (page.canonical && page.canonical !== own) faults.push(`${page.file}: canonical is ${page.canonical}`);
    if (!page.canonical && !page.noindex) faults.push(`${page.file}: no canonical address`);
    const image = page.meta.get('og:image');
    if (image !== undefined && !resolve(site, page, image).file) faults.push(`${page.file}: og:image ${image} leads to no file`);
  }
  for (const file of [...site.files].filter((file) => /(^|\/)sitemap[^/]*\.xml$/.test(file))) {
    for (const [, place] of site.text(file).matchAll(/<loc>\s*(.*?)\s*<\/loc>/g)) {
      lists.push(place);
      if (!resolve(site, { file }, place.replaceAll('&amp;', '&')).file) faults.push(`${file}: ${place} leads to no file`);
    }
  }
  if (lists.length === 0) faults.push('sitemap.xml: lists nothing');
  const listed = new Set(lists);
  for (const page of site.pages) {
    const isWanted = page.canonical && !page.noindex && !page.isRedirect && !isForAnyAddress(page);
    if (isWanted && !listed.has(page.canonical)) faults.push(`sitemap.xml: ${page.file} is missing`);
  }
  if (!site.files.has('robots.txt') || !/^sitemap:\s*https:/im.test(site.text('robots.txt'))) faults.push('robots.txt: names no sitemap');
  for (const file of [...site.files].filter((file) => file.endsWith('.webmanifest'))) faults.push(...manifestFaults(site, file));
  return faults;
}

function manifestFaults(site, file) {
  let manifest;
  try {
    manifest = JSON.parse(site.text(file));
  } catch {
    return [`${file}: is no JSON`];
  }
  const faults = ['name', 'start_url', 'display', 'icons'].filter((key) => !manifest[key]).map((key) => `${file}: no ${key}`);
  for (const link of [manifest.start_url, ...(manifest.icons ?? []).map((icon) => icon.src)].filter(Boolean)) {
    if (!resolve(site, { file }, link).file) faults.push(`${file}: ${link} leads to no file`);
  }
  return faults;
}
