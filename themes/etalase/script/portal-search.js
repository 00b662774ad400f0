// Searches the portal's index while one types. Loads only the files that hold what was typed, shows why each hit is one,
// corrects what was mistyped, and looks around a place where too little is in it. What the files are: src/search/mod.rs.
const form = document.querySelector('.seek--all');
const FEW = 5;
const SHOWN = 10;
// Parts of a cooperative are bits: its name, lines of business, place, and then its goods up to the last bit. They are kept
// in two halves, since the operators for bits have 32.
const [NAME, ABOUT, PLACE, GOODS, LAST] = [1, 2, 4, 3, 47];
const HALF = 24;
const hasPart = (place, part) => Boolean(place && (part < HALF ? place.low >> part : place.high >> (part - HALF)) & 1);
const weightOf = (low, high) => low & NAME ? 1.1 : low >> GOODS || high ? 1 : low & PLACE ? 0.9 : 0.7;

const { root, words: script, languages } = form?.dataset ?? {};
const files = new Map();
const load = (name) => {
  if (!files.has(name)) {
    files.set(name, fetch(root + 'cari/' + name, { cache: 'no-cache' }).then((answer) => answer.ok ? answer.json() : Promise.reject(name)));
    files.get(name).catch(() => files.delete(name));
  }
  return files.get(name);
};
let tools;
const loadTools = () => tools ??= new Promise((resolve, reject) => {
  const tag = document.createElement('script');
  tag.src = script;
  tag.onload = () => resolve(self.searchWords);
  tag.onerror = () => {
    tools = undefined;
    tag.remove();
    reject(script);
  };
  document.head.append(tag);
});

// Which file has a word: the longest beginning that fits.
const beginningOf = (index, term) => index.words.filter((one) => term.startsWith(one)).sort((a, b) => b.length - a.length)[0];
const wordsIn = async (index, term) => {
  const beginning = beginningOf(index, term);
  return beginning === undefined ? {} : load('i' + beginning + '.json');
};

// Who has a word, as a map from numbers to parts and how well the best fits; and every folded word that counts as it.
const find = async (index, tool, word, isLast) => {
  const asked = { word, found: new Map(), terms: new Set(), isPlace: false };
  let count = 0;
  const take = (term, list, worth) => {
    if (!list || asked.terms.has(term)) return;
    asked.terms.add(term);
    let number = 0;
    let places = 0;
    let at = 0;
    for (; typeof list[at] === 'number'; at += 2) {
      number += list[at];
      const low = list[at + 1] % 2 ** HALF;
      const high = Math.floor(list[at + 1] / 2 ** HALF);
      const best = worth * weightOf(low, high);
      const known = asked.found.get(number);
      if (known) {
        known.low |= low;
        known.high |= high;
        known.best = Math.max(known.best, best);
      } else {
        asked.found.set(number, { low, high, best });
      }
      if (low & PLACE) places++;
    }
    count += at / 2;
    if (places * 2 > at / 2) asked.isPlace = true;
    return list.slice(at);
  };
  const takeAll = async (term, worth) => {
    const others = take(term, (await wordsIn(index, term))[term], worth) ?? [];
    for (const other of others) take(other, (await wordsIn(index, other))[other], worth * 0.8);
  };
  const [term, stem] = tool.formsOf(word);
  await takeAll(term, 1);
  if (stem) await takeAll(stem, 0.8);
  if (isLast && term.length > 2 && count < FEW * 4) {
    const begun = term.replace(/^(.)e([rl])$/, '$1$2');
    const shard = await wordsIn(index, begun);
    for (const longer in shard) if (longer.startsWith(begun) && longer !== term) take(longer, shard[longer], 0.6);
  }
  if (count < FEW && tool.slips(term)) await correct(index, tool, term, count, takeAll);
  return asked;
};

// Words that differ by a slip or two from one that finds nothing, the nearest and of those the most usual.
const correct = async (index, tool, term, count, takeAll) => {
  const names = index.spellings.filter((one) => term.startsWith(one)).map((one) => 'k' + one + '.json');
  const known = Object.assign({}, ...await Promise.all(names.map(load)));
  let nearest = tool.slips(term);
  let near = [];
  for (const other in known) {
    if (other === term) continue;
    const away = tool.distance(term, other, nearest);
    if (away > nearest || (count && known[other][1] < count * 10)) continue;
    if (away < nearest) [nearest, near] = [away, []];
    near.push(other);
  }
  near.sort((a, b) => known[b][1] - known[a][1]);
  for (const other of near.slice(0, 3)) await takeAll(other, 0.5);
};

// The regency that is named, and the words that name it: the one with most of its words typed.
const placeIn = (index, tool, typed) => {
  const fold = (text) => tool.wordsOf(text).map((word) => tool.formsOf(word)[0]).filter(Boolean);
  const words = fold(typed);
  const kind = /\b(kota|kab)/i.exec(typed)?.[1].toLowerCase();
  let best;
  for (const place of index.places) {
    const name = fold(place.name);
    if (!name.length || !name.every((word) => words.includes(word))) continue;
    const isKind = kind && place.name.toLowerCase().startsWith(kind);
    const worth = name.length + (isKind ? 0.5 : 0);
    if (!best || worth > best.worth) best = { place, name, worth, isKind };
  }
  return best;
};
const regencyOf = (index, number) => index.places.findLast((place) => place.first <= number);
const kilometres = (one, other) => {
  if (!one?.centre || !other?.centre) return Infinity;
  const [south, east] = [one.centre[0] - other.centre[0], (one.centre[1] - other.centre[1]) * Math.cos(one.centre[0] * Math.PI / 180)];
  return Math.hypot(south, east) * 111;
};

// Spreads those that fit equally well over all places, in the order of their files.
const shuffled = (number, index) => Math.imul(Math.floor(number / index.records) + 1, 2654435761) >>> 0;

const judge = (index, asked, number) => {
  let score = index.merit[number] * 0.12;
  let [low, high] = [-1, -1];
  for (const one of asked) {
    const place = one.found.get(number);
    score += place?.best ?? 0;
    low &= place?.low ?? 0;
    high &= place?.high ?? 0;
  }
  // Words that stand in one name belong together; those among its lines of business perhaps.
  const together = low & NAME || low >> GOODS || high ? asked.length / 2 : low & ABOUT ? 0.2 : 0;
  return { number, together, score: score + together, turn: shuffled(number, index) };
};

// Two words that are one, as `ubi kayu` is `ubikayu`: if the file of the first one, which is needed anyway, has it.
const joined = async (index, tool, words) => {
  const one = [];
  for (const word of words) {
    const before = one.at(-1);
    const [both] = before ? tool.formsOf(before + word) : [];
    const isNear = both && beginningOf(index, both) === beginningOf(index, tool.formsOf(before)[0]);
    if (isNear && (await wordsIn(index, both))[both]) one[one.length - 1] = before + word;
    else one.push(word);
  }
  return one;
};

// Hits in a place, hits around it, and how the words were read.
const search = async (typed, region, district) => {
  const [index, tool] = await Promise.all([load('indeks.json'), loadTools()]);
  const words = await joined(index, tool, tool.wordsOf(typed).filter((word) => tool.formsOf(word).length).slice(0, 8));
  if (!words.length) return null;
  const asked = await Promise.all(words.map((word, at) => find(index, tool, word, at === words.length - 1)));
  const named = placeIn(index, tool, typed);
  for (const one of asked) one.isPlace ||= named?.name.includes(tool.formsOf(one.word)[0]);
  let [what, where] = [asked.filter((one) => !one.isPlace), asked.filter((one) => one.isPlace)];
  if (!what.length) [what, where] = [asked, []];
  // `kota bandung` is no regency.
  const chosen = index.places.find((place) => place.code === region) ?? (named?.isKind && what !== asked ? named.place : undefined);
  const ranges = chosen && [chosen.first, index.places[index.places.indexOf(chosen) + 1]?.first ?? index.merit.length];
  const range = district ? await rangeOf(district, ranges[1], region) : ranges;
  const fits = (number) => (!range || (number >= range[0] && number < range[1])) && where.every((one) => one.found.has(number));
  const known = new Map();
  for (const one of what) for (const number of one.found.keys()) known.set(number, (known.get(number) ?? 0) + 1);
  const most = [...known.values()].reduce((one, other) => Math.max(one, other), 0);
  let hits = [];
  for (const [number, count] of known) if (count === most) hits.push(judge(index, what, number));
  const together = hits.filter((hit) => hit.together);
  if (what.length > 1 && together.some((hit) => fits(hit.number))) hits = together;
  const order = (a, b) => b.score - a.score || a.turn - b.turn || a.number - b.number;
  const inside = hits.filter((hit) => fits(hit.number)).sort(order);
  const isInPlace = chosen || where.length;
  const origin = chosen ?? named?.place ?? regencyOf(index, [...where[0]?.found ?? []].find(([, { low }]) => low & PLACE)?.[0] ?? 0);
  let around = [];
  if (isInPlace && inside.length < FEW) {
    around = hits.filter((hit) => !fits(hit.number)).map((hit) => ({ ...hit, away: kilometres(origin, regencyOf(index, hit.number)) }));
    around.sort((a, b) => a.away - b.away || order(a, b));
  }
  return { index, tool, asked, inside, around, origin, isPartly: most < what.length };
};
const rangeOf = async (district, end, region) => {
  const districts = await load('w' + region.replace('.', '-') + '.json');
  const at = districts.findIndex((one) => one.code === district);
  return at < 0 ? [0, 0] : [districts[at].first, districts[at + 1]?.first ?? end];
};

if (form) {
  const { q: field, di: region, kec: district } = form.elements;
  const part = document.querySelector('.hits');
  const told = part.querySelector('[role=status]');
  const [here, near] = part.querySelectorAll('ol');
  const around = part.querySelector('.hits__near');
  const more = part.querySelector('.hits__more');
  const pattern = part.querySelector('template').content;
  const language = document.documentElement.lang;
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  // Words for a language would have to be loaded for a number: half the work of an answer.
  const grouped = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, language === 'en' ? ',' : '.');
  const rupiah = (amount) => 'Rp\u00a0' + grouped(amount);

  // A text with what was found marked in it; tells whether something was.
  const mark = (place, text, answer, seen) => {
    let has = false;
    for (const piece of text.split(/([\p{L}\p{N}'’]+)/u)) {
      const forms = answer.tool.wordsOf(piece).flatMap(answer.tool.formsOf);
      const asked = answer.asked.find((one) => forms.some((form) => one.terms.has(form)));
      if (!asked) {
        place.append(piece);
        continue;
      }
      const marked = document.createElement('mark');
      marked.textContent = piece;
      place.append(marked);
      seen?.set(asked, [...seen.get(asked) ?? [], piece]);
      has = true;
    }
    return has;
  };

  const show = (hit, record, answer, seen) => {
    const item = pattern.cloneNode(true).firstElementChild;
    const [link, place, goods, why] = ['a', '.hit__place', '.hit__goods', '.hit__why'].map((one) => item.querySelector(one));
    const own = record.l ?? languages.split(' ');
    const home = (record.a.startsWith('https://') ? '' : root) + record.a + (own.indexOf(language) > 0 ? language + '/' : '');
    link.href = home;
    let has = mark(link, record.n, answer, seen);
    if (record.f && !has) {
      const full = document.createElement('span');
      if (mark(full, record.f, answer, seen)) {
        why.append(full);
        has = true;
      }
    }
    const regency = regencyOf(answer.index, hit.number);
    has = mark(place, [record.d, regency.name].filter(Boolean).join(', '), answer, seen) || has;
    if (isFinite(hit.away) && hit.away > 1) place.append(' · ' + fill(why.dataset.away, { km: Math.round(hit.away), place: answer.origin.name }));
    // Goods with most of the words first.
    const worth = (at) => answer.asked.filter((one) => hasPart(one.found.get(hit.number), Math.min(GOODS + at, LAST))).length;
    const matching = (record.g ?? []).map((good, at) => [[good].flat(), worth(at)]).filter(([, worth]) => worth);
    const best = Math.max(...matching.map(([, worth]) => worth));
    const shown = matching.filter(([, worth]) => worth === best);
    for (const [[name, price, slug, unit, from, other]] of shown) {
      if (goods.children.length === 3) break;
      const line = document.createElement('li');
      const way = document.createElement('a');
      way.href = slug ? home + 'produk/' + slug + '/' : home + '#barang:~:text=' + encodeURIComponent(name).replaceAll('-', '%2D');
      // A translation that is not shown may have the word.
      if (!mark(way, other?.[language] ?? name, answer, seen) && !other) continue;
      has = true;
      line.append(way);
      if (price) {
        const cost = document.createElement('b');
        cost.textContent = (from ? fill(why.dataset.from, { price: rupiah(price) }) : rupiah(price)) + (unit ? ' / ' + unit : '');
        line.append(cost);
      }
      goods.append(line);
    }
    if (shown.length > 3) why.append(' ' + fill(why.dataset.rest, { n: shown.length - 3 }));
    const about = document.createElement('span');
    about.append(fill(why.dataset.about, { list: '' }));
    if (mark(about, (record.b ?? []).join(', '), answer, seen) && !goods.children.length) {
      why.append(' ', about);
      has = true;
    }
    // A record that is newer than the words, or older, is no hit any more.
    return has ? item : '';
  };

  const render = async (list, hits, answer, seen) => {
    const records = await Promise.all(hits.map((hit) => load('r' + Math.floor(hit.number / answer.index.records) + '.json')));
    return hits.map((hit, at) => show(hit, records[at][hit.number % answer.index.records], answer, seen)).filter(Boolean);
  };

  let turn = 0;
  let last = '';
  const answer = async () => {
    const typed = field.value.trim();
    const asked = [typed, region.value, district.value].join('\n');
    if (asked === last) return;
    last = asked;
    const mine = ++turn;
    const query = new URLSearchParams([['q', typed], ['di', region.value], ['kec', district.value]].filter(([, value]) => value));
    history.replaceState(null, '', String(query) ? '?' + query : location.pathname);
    part.hidden = !typed;
    if (!typed) return;
    part.ariaBusy = true;
    try {
      const waiting = setTimeout(() => { if (mine === turn) told.textContent = told.dataset.waiting; }, 400);
      const found = await search(typed, region.value, district.value).finally(() => clearTimeout(waiting));
      if (mine !== turn) return;
      if (!found) return clear(told.dataset.short);
      const seen = new Map();
      let rest = found.inside.slice(SHOWN);
      const items = await render(here, found.inside.slice(0, SHOWN), found, seen);
      const others = await render(near, found.around.slice(0, SHOWN), found, seen);
      if (mine !== turn) return;
      here.replaceChildren(...items);
      near.replaceChildren(...others);
      around.hidden = !others.length;
      around.textContent = found.origin && isFinite(found.around[0]?.away) ? fill(around.dataset.near, { place: found.origin.name }) : around.dataset.far;
      more.hidden = !rest.length;
      more.onclick = async () => {
        const next = await render(here, rest.slice(0, SHOWN), found).catch(() => []);
        rest = rest.slice(SHOWN);
        here.append(...next);
        more.hidden = !rest.length;
        next[0]?.querySelector('a').focus();
      };
      const n = found.inside.length;
      const count = !n ? told.dataset.none : found.isPartly ? told.dataset.partly : n === 1 ? told.dataset.one : told.dataset.some;
      told.textContent = [fill(count, { n: grouped(n) }), ...read(found, seen)].join(' ');
    } catch {
      if (mine !== turn) return;
      last = '';
      clear(told.dataset.failed);
    } finally {
      if (mine === turn) part.ariaBusy = false;
    }
  };
  const clear = (text) => {
    told.textContent = text;
    here.replaceChildren();
    near.replaceChildren();
    around.hidden = more.hidden = true;
  };
  // Words that no hit has as they were typed, with the word that stands there instead.
  const read = (found, seen) => found.asked.flatMap((one) => {
    const own = found.tool.formsOf(one.word);
    const pieces = seen.get(one) ?? [];
    const is = (piece) => found.tool.wordsOf(piece).flatMap(found.tool.formsOf).some((form) => own.includes(form) || form.startsWith(own[0]));
    return !pieces.length || pieces.some(is) ? [] : [fill(told.dataset.read, { typed: one.word, found: pieces[0].toLowerCase() })];
  });

  const districts = async () => {
    const label = district.parentElement;
    district.length = 1;
    label.hidden = true;
    const code = region.value;
    const index = code && await load('indeks.json').catch(() => null);
    const has = index?.places?.find((place) => place.code === code)?.districts;
    const known = has ? await load('w' + code.replace('.', '-') + '.json').catch(() => []) : [];
    if (code !== region.value) return;
    district.append(...known.filter((one) => one.name).map((one) => new Option(one.name, one.code)));
    label.hidden = !known.length;
  };

  let timer;
  const soon = (wait) => {
    clearTimeout(timer);
    timer = setTimeout(answer, wait);
  };
  field.addEventListener('input', () => soon(150));
  region.addEventListener('change', () => districts().then(() => soon(0)));
  district.addEventListener('change', () => soon(0));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    soon(0);
  });
  field.addEventListener('keydown', (event) => {
    const first = here.querySelector('a') ?? near.querySelector('a');
    if (event.key !== 'ArrowDown' || !first) return;
    event.preventDefault();
    first.focus();
  });
  region.closest('p').hidden = region.length < 3;
  const asked = new URLSearchParams(location.search);
  field.value = asked.get('q') ?? '';
  region.value = asked.get('di') ?? '';
  districts().then(() => {
    district.value = asked.get('kec') ?? '';
    answer();
  });
  if (!field.value && !matchMedia('(pointer: coarse)').matches) field.focus();
  field.addEventListener('focus', () => { load('indeks.json').catch(() => {}); loadTools().catch(() => {}); }, { once: true });
}
