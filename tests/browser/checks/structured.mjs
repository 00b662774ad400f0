// What search engines are told (JSON-LD), held against what they require, and against the page itself.
import { resolve } from '../lib/site.mjs';

// Fields without which Google shows no rich result: merchant listing, local business, breadcrumb, event.
const REQUIRED = {
  Product: ['name', 'image', 'offers'],
  Offer: ['price', 'priceCurrency', 'availability'],
  AggregateOffer: ['lowPrice', 'priceCurrency'],
  Store: ['name', 'address'],
  LocalBusiness: ['name', 'address'],
  BreadcrumbList: ['itemListElement'],
  ListItem: ['position', 'name'],
  Event: ['name', 'startDate', 'location'],
};

/** Every node of a page's JSON-LD that has a type. A block that is no JSON throws. */
export function nodesOf(page) {
  const nodes = [];
  const visit = (value) => {
    if (Array.isArray(value)) return value.forEach(visit);
    if (value === null || typeof value !== 'object') return undefined;
    if (value['@type']) nodes.push(value);
    return Object.values(value).forEach(visit);
  };
  for (const block of page.jsonld) visit(JSON.parse(block));
  return nodes;
}

export const isType = (node, type) => [node['@type']].flat().includes(type);

/** Faults of all pages, one sentence each. `wanted` says which types a kind of page must carry. */
export function structuredFaults(site, wanted = {}) {
  const faults = [];
  for (const page of site.pages) {
    let nodes;
    try {
      nodes = nodesOf(page);
      if (page.jsonld.some((block) => !/^https?:\/\/schema\.org\/?$/.test([JSON.parse(block)].flat()[0]['@context']))) faults.push(`${page.file}: JSON-LD without schema.org`);
    } catch (error) {
      faults.push(`${page.file}: JSON-LD is no JSON: ${error.message}`);
      continue;
    }
    for (const types of wanted[page.kind] ?? []) {
      if (!types.split('|').some((type) => nodes.some((node) => isType(node, type)))) faults.push(`${page.file}: no ${types}`);
    }
    for (const node of nodes) faults.push(...nodeFaults(site, page, node));
  }
  return faults;
}

function nodeFaults(site, page, node) {
  const types = [node['@type']].flat();
  const label = `${page.file}: ${types.join('+')}`;
  // A node of only an identity points at one described elsewhere.
  if (node['@id'] && Object.keys(node).length <= 3) return [];
  const isEmpty = (value) => value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
  const faults = types.flatMap((type) => REQUIRED[type] ?? []).filter((key) => isEmpty(node[key])).map((key) => `${label} without ${key}`);
  if (node.priceCurrency !== undefined && node.priceCurrency !== 'IDR') faults.push(`${label} is priced in ${node.priceCurrency}`);
  for (const key of ['price', 'lowPrice', 'highPrice']) {
    if (node[key] !== undefined && !/^[0-9]+$/.test(String(node[key]))) faults.push(`${label} has ${key} ${node[key]}`);
  }
  for (const key of ['url', 'image', 'item', 'logo']) {
    for (const link of [node[key]].flat().filter((value) => typeof value === 'string')) {
      const target = /^https:/.test(link) ? resolve(site, page, link) : { fault: 'is not absolute' };
      if (target.fault) faults.push(`${label} ${key} ${link} ${target.fault}`);
    }
  }
  return faults;
}
