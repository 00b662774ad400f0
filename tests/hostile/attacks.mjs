// Attack texts of every known kind, made from parts, and the harmless text of equal shape beside each. All that a script
// would do is call `__canary`, which the browser that looks at the pages provides; no address leads anywhere.
import { isWhole } from './lib.mjs';

const CALL = '__canary()';
const AWAY = 'https://luar.invalid/x';

// Ways out of where a text stands: element, attribute of either quote, comment, script, style, raw text, CDATA.
const EXITS = ['', '">', "'>", '-->', '</script>', '</style>', '</title></textarea>', ']]>', '`>', '" ', "' "];
const MARKUP = [
  `<script>${CALL}</script>`,
  `<img src=x onerror=${CALL}>`,
  `<svg onload=${CALL}>`,
  `<svg><a href=javascript:${CALL}>x</a></svg>`,
  `<iframe srcdoc="<script>${CALL}</script>">`,
  `<style>@import '${AWAY}'</style>`,
  `<link rel=stylesheet href=${AWAY}>`,
  `<img src=${AWAY}>`,
  `<base href=${AWAY}>`,
  `<meta http-equiv=refresh content="0;${AWAY}">`,
  `<form action=${AWAY}><button autofocus onfocus=${CALL}>`,
  `<details open ontoggle=${CALL}>`,
  `<math><mi xlink:href="javascript:${CALL}">x`,
  `<object data="data:text/html,<script>${CALL}</script>">`,
];
const ATTRIBUTES = [`onmouseover=${CALL} x="`, `autofocus onfocus=${CALL} x='`, `style=animation-name:x onanimationstart=${CALL} `];
const ADDRESSES = [
  `javascript:${CALL}`, `JaVaScRiPt:${CALL}//`, `java\tscript:${CALL}`, `data:text/html,<script>${CALL}</script>`,
  `vbscript:${CALL}`, `//luar.invalid/x`, `&#106;avascript:${CALL}`, `blob:${AWAY}`,
];
const MARKDOWN = [
  ...ADDRESSES.map((address) => `[x](${address})`), ...ADDRESSES.map((address) => `<${address}>`),
  `![x](${AWAY})`, `[x]: javascript:${CALL} "t"`, `[x](<https://contoh.id/"onmouseover=${CALL}>)`,
  `[x](https://contoh.id "t\\" onmouseover=${CALL}")`, '```"><b onclick=x>\nx\n```', `| <b onclick=${CALL}> |\n|-|`, '<details><summary>x',
];
const TEMPLATES = [`{{ ${CALL} }}`, `{% raw %}{{ 7 * 7 }}`, '{# x', `\${${CALL}}`, `<%= ${CALL} %>`, '{{<photo photo={x} />}}', `{{constructor.constructor('${CALL}')()}}`];
const STYLES = [`}body{background:url(${AWAY})}`, `;background:url(${AWAY})`, `expression(${CALL})`, `\\3c script>${CALL}`, '*/}x{y:z}/*'];
const FORMULAS = ['=1+1', '+1+1', '-1+1', '@SUM(1)', `=HYPERLINK("${AWAY}","x")`, '\t=1+1', '\r=1+1', '"=1+1', ';=1+1', '＝1+1', ' =1+1', "'=1+1"];
const LINES = ['\r\n', '\n', '\r', '\u2028', '\u2029', '\u0085', '\v', '\\n', '%0d%0a', '&#10;'].flatMap((end) => [
  `a${end}X-Uji: 1`, `a${end}END:VEVENT${end}BEGIN:VALARM`, `a${end}/* /uji 301`, `a${end}run: uji`, `a${end}Disallow: /`,
]);
const YAML = ['a: b', 'a # b', '- a', '*a', '&a b', '!!str a', '{a: b}', '[a]', '"a', "'a", '| a', '> a', '%YAML', '---', '${{ github.token }}', '? a'];
const HIDDEN = ['a\u202eb', 'a\u2066b', 'a\u200fb', 'a\u0000b', 'a\u0008b', 'a\u001b[2Jb', 'a\ufeffb', 'a\ufffeb', 'a\u{e0041}b', 'a\ud800b', 'a&#x202e;b', 'a&#0;b'];

// Several kinds at once, short enough for most keys: what the gate tries.
const MIXED = [`=1+1" onmouseover=${CALL} x="><script>${CALL}</script>`, `'></title><img src=x onerror=${CALL}>[x](javascript:${CALL}){{7*7}}`];

const one = (kind, texts) => texts.map((text) => ({ kind, texts: [text] }));

/** All attacks as `{ kind, texts }`, each text in every key; or those of the gate, of which a key holds one. */
export function attacks() {
  if (!isWhole) return [{ kind: 'mixed', texts: MIXED }];
  const exits = EXITS.flatMap((exit, number) => MARKUP.filter((_, at) => (at + number) % 3 === 0 || exit === '">').map((markup) => exit + markup));
  return [
    ...one('mixed', MIXED), ...one('markup', exits), ...one('attribute', ['" ', "' ", ' '].flatMap((exit) => ATTRIBUTES.map((attribute) => exit + attribute))),
    ...one('address', ADDRESSES), ...one('markdown', MARKDOWN), ...one('template', TEMPLATES), ...one('style', STYLES),
    ...one('formula', FORMULAS), ...one('line', LINES), ...one('yaml', YAML), ...one('hidden', HIDDEN),
  ];
}

/** The same number of letters and spaces, and nothing that could mean anything. */
export const harmless = (text) => text.normalize('NFC').replace(/\s|[\u0085\u2028\u2029]/gu, ' ').replace(/[^\p{L}\p{N} ]/gu, 'x').trim() || 'x';

/** What a text is made into where only a kind of value is taken, so that it gets further than its first character. */
export const DRESSED = {
  Link: (text) => `https://contoh.id/${text}`,
  Email: (text) => `halo@contoh.id${text}`,
  Measure: (text) => `520 g${text}`,
  Phone: (text) => `022-0000021${text}`,
  WhatsApp: (text) => `0812-0000-0000${text}`,
  Account: (text) => `contoh${text}`,
  Slug: (text) => `contoh${text}`,
  Identifier: (text) => `AHU-14${text}`,
  Colour: (text) => `#0f766e${text}`,
  Path: (text) => `foto/${text.replace(/[/\0]/g, '')}.jpg`,
  Rupiah: (text) => `12.500${text}`,
  Date: (text) => `2026-12-05${text}`,
  DateTime: (text) => `2026-12-05 08:00${text}`,
};
