// A little site that passes every check, for showing that each check can fail.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readSite } from './site.mjs';

const ROOT = 'https://toko.example/';
const POLICY = "default-src 'self'; object-src 'none'; base-uri 'none'; script-src 'self'";

const page = ({ kind, place = '', up = '', title, body, jsonld = '' }) => `<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<title>${title} di toko contoh</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="Halaman contoh untuk menguji pemeriksaan.">
<link rel="canonical" href="${ROOT}${place}">
<link rel="icon" href="${up}foto/kopi.svg">
<link rel="manifest" href="${up}situs.webmanifest">
<link rel="stylesheet" href="${up}gaya.css">
${jsonld && `<script type="application/ld+json">${JSON.stringify(jsonld)}</script>`}
</head>
<body data-page="${kind}">
<main>
<h1>${title}</h1>
${body}
</main>
</body>
</html>
`;

const ORDER = `https://wa.me/6281200000000?text=${encodeURIComponent(`Kopi bubuk\nRp 12.500 per bungkus\n${ROOT}produk/kopi/`)}`;

/** Every file of the good site, by path. */
export const GOOD = {
  'index.html': page({
    kind: 'storefront', title: 'Toko', body: '<p>Kopi dari lereng gunung, dijemur pelan dan disangrai setiap pagi.</p>\n<p><a href="produk/kopi/">Kopi bubuk</a></p>\n<p><a href="muda/">Halaman muda</a></p>\n<img src="foto/kopi.svg" alt="Sebungkus kopi" width="200" height="100">',
    jsonld: { '@context': 'https://schema.org', '@type': 'Store', name: 'Toko', address: 'Jl. Contoh 1', url: ROOT },
  }),
  'produk/kopi/index.html': page({
    kind: 'product', place: 'produk/kopi/', up: '../../', title: 'Kopi bubuk',
    body: `<p>Rp 12.500 per bungkus, tersedia setiap hari.</p>\n<p><a href="${ORDER.replaceAll('&', '&amp;')}">Pesan lewat WhatsApp</a></p>\n<p><a href="../../">Kembali ke toko</a></p>`,
    jsonld: [
      { '@context': 'https://schema.org', '@type': 'Product', name: 'Kopi bubuk', image: `${ROOT}foto/kopi.svg`, offers: { '@type': 'Offer', price: 12500, priceCurrency: 'IDR', availability: 'https://schema.org/InStock' } },
      { '@context': 'https://schema.org', '@type': 'BreadcrumbList', itemListElement: [{ '@type': 'ListItem', position: 1, name: 'Toko', item: ROOT }] },
    ],
  }),
  'muda/index.html': page({ kind: 'youth', place: 'muda/', up: '../', title: 'Muda', body: '<p>Apa itu koperasi, dan kenapa kamu boleh ikut memilih.</p>\n<p><a href="../">Ke toko</a></p>' }),
  '404.html': page({ kind: 'not-found', title: 'Tidak ada', body: '<p>Halaman ini tidak ada.</p>\n<p><a href="/">Ke depan</a></p>' })
    .replace(/<link rel="canonical".*\n/, '<meta name="robots" content="noindex">\n').replaceAll('href="foto', 'href="/foto').replaceAll('href="gaya', 'href="/gaya').replaceAll('href="situs', 'href="/situs'),
  'gaya.css': ':root { color-scheme: light dark; font: 1rem/1.5 sans-serif; background: Canvas; color: CanvasText }\nimg { max-inline-size: 100% }\na { display: inline-block; padding-block: 0.75rem }\n',
  'situs.webmanifest': JSON.stringify({ name: 'Toko', start_url: './', display: 'browser', icons: [{ src: 'foto/kopi.svg', sizes: 'any' }] }),
  'foto/kopi.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100" width="200" height="100"><path d="M0 0h200v100H0z" fill="#8a5a2b"/></svg>\n',
  'sitemap.xml': `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>${ROOT}</loc></url><url><loc>${ROOT}produk/kopi/</loc></url><url><loc>${ROOT}muda/</loc></url></urlset>\n`,
  'agenda.ics': ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//contoh//ID', 'BEGIN:VEVENT', 'UID:1@toko', 'DTSTAMP:20260101T000000Z', 'DTSTART:20260102T010000Z', 'DTEND:20260102T020000Z', 'SUMMARY:Pasar kopi', `URL:${ROOT}`, 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n'),
  'robots.txt': `User-agent: *\nAllow: /\nSitemap: ${ROOT}sitemap.xml\n`,
};

/** The good site with one text replaced in one file, in a folder of its own that the test throws away. */
export function siteWith(context, file, from, to, base = '/') {
  const files = { ...GOOD };
  if (file) {
    if (!files[file].includes(from)) throw new Error(`${file} has no ${from}`);
    files[file] = files[file].replace(from, to);
  }
  const folder = mkdtempSync(path.join(os.tmpdir(), 'etalase-fixture-'));
  context.after(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  return readSite(folder, base);
}
