// The forms: prices and stock in one list, everything else section by section as the table of keys has it.
const state = {
  folder: '', label: '', base: null, values: {}, edits: new Map(), removed: new Set(), photos: [], conflicts: [], result: null, sent: null, note: '', isWhole: false,
};
const OLD_DAYS = 30;
const photoPath = (name) => `${SITE.folder}content/${state.folder}/${name}`;
const current = (path) => (state.edits.has(path) ? state.edits.get(path) : valueAt(state.values, path));
const isGone = (path) => [...state.removed].some((gone) => path === gone || path.startsWith(`${gone}.`) || path.startsWith(`${gone}[`));

/** How many items a list has, with those that were added here. */
const countOf = (path) => {
  const here = at(state.values, steps(path));
  const known = Array.isArray(here) ? here.length : here ? 1 : 0;
  const added = [...state.edits.keys()].filter((key) => key.startsWith(`${path}[`)).map((key) => parseInt(key.slice(path.length + 1), 10));
  return Math.max(known, 0, ...added);
};
/** What people call an item, before the codes of a shop. */
const TITLES = ['nama', 'judul', 'berkas', 't', 'kode', 'id', 'tanggal', 'mulai', 'tahun'];
const titleOf = (path, index) => TITLES.map((key) => current(`${path}.${key}`)).find(Boolean) || current(path) || t('number', { n: index });

const daysSince = (day) => Math.round((Date.parse(today()) - Date.parse(day)) / 86_400_000);
const isOld = (day) => !/^\d{4}-\d\d-\d\d$/.test(day) || daysSince(day) > OLD_DAYS;
const shownDay = (day) => new Date(`${day}T12:00:00`).toLocaleDateString(lang === 'en' ? 'en-GB' : 'id-ID', { day: 'numeric', month: 'long', year: 'numeric' });

/** Goods with a price of their own or in variants; what was confirmed longest ago comes first. */
const goods = () => {
  const all = [];
  for (let number = 1; number <= countOf('produk'); number += 1) {
    const path = `produk[${number}]`;
    if (isGone(path)) continue;
    const variants = [];
    for (let index = 1; index <= countOf(`${path}.varian`); index += 1) variants.push(`${path}.varian[${index}]`);
    all.push({ path, number, variants, day: valueAt(state.values, `${path}.per_tanggal`) });
  }
  return all.sort((a, b) => a.day.localeCompare(b.day) || a.number - b.number);
};

const pricesView = () => {
  const field = (name) => SITE.goods.find((key) => key.name === name);
  const all = goods();
  const old = all.filter(({ day }) => isOld(day)).length;
  return [
    old ? make('p', { class: 'note' }, t('old', { n: old })) : null,
    make('ul', { class: 'goods' }, all.map((one) => priceRow(one, field))),
    button(`${t('add')}: ${meaning(field('nama'))}`, () => go(`produk[${countOf('produk') + 1}]`)),
  ];
};

const priceRow = ({ path, number, variants, day }, field) => {
  const title = titleOf(path, number);
  const price = (at, label) => labelled(label, `${at}.harga`, control(field('harga'), `${at}.harga`, current(`${at}.harga`)));
  const own = current(`${path}.harga`) || !variants.some((at) => current(`${at}.harga`));
  const confirmed = current(`${path}.per_tanggal`);
  const when = make('small', {}, confirmed === today() ? t('today') : /^\d{4}-\d\d-\d\d$/.test(confirmed) ? t('confirmed', { day: shownDay(confirmed) }) : t('never'));
  const same = button(t('same'), () => {
    change(`${path}.per_tanggal`, today());
    when.textContent = t('today');
    same.hidden = true;
  }, { class: 'quiet', 'aria-label': `${title}: ${t('same')}` });
  same.hidden = !isOld(confirmed);
  return make('li', { class: isOld(day) ? 'old' : undefined },
    make('h3', {}, make('a', { href: hashOf(path) }, title)),
    own ? price(path, `${t('price')} ${title}`) : null,
    variants.filter((at) => current(`${at}.harga`)).map((at, index) => price(at, `${t('price')} ${title}, ${titleOf(at, index + 1)}`)),
    labelled(`${t('stock')} ${title}`, `${path}.stok`, control(field('stok'), `${path}.stok`, current(`${path}.stok`))),
    make('p', { class: 'row' }, when, same));
};

/** The fields of a section; `path` is where it stands, empty for the profile itself. */
const sectionView = (sections, section, path) => {
  const inside = (name) => (path ? `${path}.${name}` : name);
  const here = at(state.values, path ? steps(path) : []);
  const names = new Set(section.keys.map(({ name }) => name));
  const isKnown = (name) => names.has(name) || names.has(name.replace(/_(en|su)$/, ''));
  // Keys with names of their own, such as days that were written together.
  const others = here && typeof here === 'object' && !Array.isArray(here) ? Object.keys(here).filter((name) => !isKnown(name) && typeof here[name] === 'string') : [];
  return [
    others.map((name) => labelled(name, inside(name), control({ kind: 'line' }, inside(name), current(inside(name))))),
    section.keys.map((key) => keyView(sections, key, inside(key.name), path)),
  ];
};

const keyView = (sections, key, path, around) => {
  const label = `${meaning(key)}${key.needed ? ' *' : ''}`;
  if (key.kind === 'map' || key.kind === 'list') {
    const count = key.kind === 'list' ? ` (${countOf(path)})` : '';
    return make('p', {}, make('a', { class: 'open', href: hashOf(path) }, `${label}${count}`));
  }
  if (key.kind === 'photo' || key.kind === 'photos') {
    const [from, to] = key.kind === 'photos' ? [countOf(path), `${path}[${countOf(path) + 1}]`] : [0, path];
    const names = Array.from({ length: from }, (_, index) => titleOf(`${path}[${index + 1}]`, index + 1));
    return make('fieldset', {}, make('legend', {}, label), names.map((name) => make('p', {}, name)), photoField(to, key.kind === 'photo' ? current(path) || current(`${path}.berkas`) : '', titleOf(around, 1)));
  }
  const shown = labelled(label, path, control(key, path, current(path)), key.words && key.kind === 'choices' ? key.words.join(', ') : null);
  if (!key.local) return shown;
  const also = ['su', 'en'].map((tag) => labelled(`${meaning(key)} (${tag})`, `${path}_${tag}`, control(key, `${path}_${tag}`, current(`${path}_${tag}`))));
  return make('div', {}, shown, make('details', { open: also.length && ['su', 'en'].some((tag) => current(`${path}_${tag}`)) }, make('summary', {}, 'su, en'), also));
};

const listView = (sections, key, path) => {
  const items = Array.from({ length: countOf(path) }, (_, index) => `${path}[${index + 1}]`);
  return [
    make('ul', { class: 'items' }, items.map((item, index) => make('li', { class: 'row' }, isGone(item)
      ? [make('s', {}, titleOf(item, index + 1)), button(t('undo'), () => { state.removed.delete(item); touched(); render(); }, { class: 'quiet' })]
      : [make('a', { class: 'open', href: hashOf(item) }, titleOf(item, index + 1)), button(t('remove'), () => remove(item), { class: 'quiet', 'aria-label': `${t('remove')}: ${titleOf(item, index + 1)}` })]))),
    button(t('add'), () => go(`${path}[${items.length + 1}]`)),
  ];
};

/** The section or list that a path leads to. */
const fieldAt = (sections, path) => {
  let [section, key] = [sections[0], null];
  for (const step of steps(path)) {
    if (typeof step === 'number') key = { ...key, kind: 'map' };
    else {
      key = section.keys.find(({ name }) => name === step);
      if (!key || key.below === undefined) return null;
      section = sections[key.below];
    }
  }
  return key && { key, section };
};

const remove = (item) => {
  const isNew = !at(state.values, steps(item));
  for (const path of [...state.edits.keys()]) if (path === item || path.startsWith(`${item}.`) || path.startsWith(`${item}[`)) state.edits.delete(path);
  if (!isNew) state.removed.add(item);
  touched();
  render();
};
