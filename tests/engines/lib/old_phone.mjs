// The host's answers as a phone of some years ago reads them: what its browser does not know is taken out beforehand,
// by the rules of CSS for what is unknown. Nothing else of the page changes.

/** The end of the block whose `{` stands at `from`; text in quotes counts as text. */
function blockEnd(css, from) {
  let depth = 0;
  for (let at = from; at < css.length; at += 1) {
    if (css[at] === '"' || css[at] === "'") at = css.indexOf(css[at], at + 1);
    else if (css[at] === '{') depth += 1;
    else if (css[at] === '}' && (depth -= 1) === 0) return at + 1;
  }
  return css.length;
}

/** Where the next rule's prelude ends: at its `{` or `;`. */
function preludeEnd(css, from) {
  for (let at = from; at < css.length; at += 1) {
    if (css[at] === '"' || css[at] === "'") at = css.indexOf(css[at], at + 1);
    else if (css[at] === '{' || css[at] === ';') return at;
  }
  return css.length;
}

const NEW_UNITS = /\b\d*\.?\d+cq[iwbh]\b/;

/** A style sheet without `@container`, rules whose selector has `:has()`, and values in container units. */
export function oldStyles(css) {
  let out = '';
  for (let at = 0; at < css.length;) {
    const end = preludeEnd(css, at);
    const prelude = css.slice(at, end);
    if (css[end] !== '{') {
      out += css.slice(at, end + 1);
      at = end + 1;
      continue;
    }
    const after = blockEnd(css, end);
    const body = css.slice(end + 1, after - 1);
    const name = prelude.replace(/\/\*[^]*?\*\//g, '').trim();
    const isGroup = /^@(layer|media|supports)\b/.test(name);
    // `@supports selector(:has(*))` is no to such a phone.
    const isUnknown = /^@container\b/.test(name) || (name.includes(':has(') && !/^@supports not\b/.test(name));
    if (!isUnknown) out += isGroup ? `${prelude}{${oldStyles(body)}}` : `${prelude}{${body.split(/;(?![^(]*\))/).filter((one) => !NEW_UNITS.test(one) && !/^\s*container(-|:)/.test(one)).join(';')}}`;
    at = after;
  }
  return out;
}

/** A page for such a phone: no lazy loading, no WebP, no policy, since its styles have other hashes now. */
const oldPage = (html) => html
  .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '')
  .replace(/<style>([^]*?)<\/style>/g, (_, css) => `<style>${oldStyles(css)}</style>`)
  .replace(/ loading="lazy"/g, '')
  .replace(/type="image\/webp"/g, 'type="image/x-unknown"');

/** For `serve`: a WebP that is asked for all the same is not there, which is a fault. */
export function asOldPhone({ url, type, body }) {
  if (/\.webp$/.test(url.pathname)) return { status: 415, type: 'text/plain', body: Buffer.from('no WebP\n') };
  if (type.startsWith('text/html')) return { body: Buffer.from(oldPage(body.toString())) };
  // Selectors that such a phone does not know stop a script.
  if (type.startsWith('text/javascript')) return { body: Buffer.from(OLD_SELECTORS + body.toString()) };
  return {};
}

const OLD_SELECTORS = `if (self.Document && !self.isOld) {
  self.isOld = true;
  for (const [kind, names] of [[Document, ['querySelector', 'querySelectorAll']], [Element, ['querySelector', 'querySelectorAll', 'matches', 'closest']]]) {
    for (const name of names) {
      const known = kind.prototype[name];
      kind.prototype[name] = function (selector) {
        if (/:has\\(/.test(selector)) throw new DOMException('not a valid selector: ' + selector, 'SyntaxError');
        return known.call(this, selector);
      };
    }
  }
  Object.defineProperty(HTMLImageElement.prototype, 'loading', { value: undefined });
  if (navigator.connection) Object.defineProperty(navigator.connection, 'saveData', { value: true });
}
`;
