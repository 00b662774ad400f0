// The way through the page: a key, a cooperative, its prices or a section, a look at what is to be sent, and what became
// of it. Where one is stands behind the `#`, so that a phone's own way back works; the key never does.
const main = document.getElementById('main');
const bar = document.getElementById('bar');
const status = document.getElementById('status');
const REVIEW = '!kirim';
const say = (text) => { status.textContent = text; };
const hashOf = (view) => `#${state.folder}${view ? `/${view}` : ''}`;
const go = (view) => { location.hash = hashOf(view); };
const where = () => {
  const [folder, ...rest] = decodeURIComponent(location.hash.slice(1)).split('/');
  return { folder, view: rest.join('/') };
};

// ---- what was changed ----

const PRICE = /^(produk\[\d+\])\.(?:varian\[\d+\]\.)?harga$/;
const put = (path, value) => {
  if (value === valueAt(state.values, path)) state.edits.delete(path);
  else state.edits.set(path, value);
};
const change = (path, value) => {
  put(path, value.trim() === '' ? '' : value);
  // A price that was looked at is confirmed, where the profile says when that was done.
  const day = PRICE.exec(path) && `${PRICE.exec(path)[1]}.per_tanggal`;
  if (day && valueAt(state.values, day)) put(day, state.edits.has(path) ? today() : valueAt(state.values, day));
  touched();
};
const draftOf = () => ({ base: state.base, edits: [...state.edits], removed: [...state.removed], photos: state.photos });
let waiting;
const touched = () => {
  drafts.write(state.folder, draftOf());
  showBar();
  clearTimeout(waiting);
  waiting = setTimeout(() => evaluate().catch(told), 200);
};

let asked = 0;
/** What the changes come to: the new text, in words, and what is wrong with it. */
const evaluate = async () => {
  asked += 1;
  const mine = asked;
  const result = state.edits.size || state.removed.size
    ? await editProfile(state.folder, state.base.text, [...state.edits], [...state.removed])
    : { text: state.base.text, changes: [], findings: (await readProfile(state.folder, state.base.text)).findings ?? [] };
  if (mine === asked) {
    state.result = result;
    showFindings();
    showBar();
  }
  return result;
};
const findings = () => state.result?.findings ?? state.result?.refused ?? [];
const errors = () => findings().filter(({ level }) => level === 'error');

const showFindings = () => {
  for (const place of document.querySelectorAll('[data-told]')) {
    const path = place.dataset.told;
    const own = findings().filter((one) => one.path === path);
    place.replaceChildren(...own.map(finding));
    const field = place.previousElementSibling;
    if (own.some(({ level }) => level === 'error')) field.setAttribute('aria-invalid', 'true');
    else field.removeAttribute('aria-invalid');
  }
};
const showBar = () => {
  const count = state.edits.size + state.removed.size;
  bar.hidden = !state.base || !count || where().view === REVIEW || Boolean(state.sent);
  if (!bar.hidden) bar.replaceChildren(make('span', {}, count === 1 ? t('one') : t('changes', { n: count })), make('a', { class: 'action', href: hashOf(REVIEW) }, t('review')));
};

// ---- in words ----

const short = (text) => { const line = text.replace(/\s+/g, ' ').trim(); return line.length > 60 ? `${line.slice(0, 59)}…` : line; };
const keyOf = (path) => steps(path).filter((step) => typeof step === 'string').pop();
const inWords = ({ path, item, before, after }) => {
  const key = keyOf(path);
  // A key's own name tells a clerk little where it is not a word.
  const word = key === 'per_tanggal' ? 'harga dipastikan' : key.replaceAll('_', ' ');
  const head = item ? `${item}: ${word}` : word;
  if (key === 'per_tanggal' && after) return `${head} ${after}`;
  if (before && after) return `${head} ${short(before)} jadi ${short(after)}`;
  return after ? `${head} ${short(after)}` : `${head} ${short(before ?? '')} dihapus`;
};
/** The message of a commit, in the language of the profiles. */
const messageOf = (changes) => {
  const lines = changes.map(inWords);
  if (lines.length < 2) return lines[0] ?? '';
  return `${WORDS.id.commitMore.replace('{first}', lines[0]).replace('{n}', lines.length - 1)}\n\n${lines.join('\n')}`;
};

// ---- loading and sending ----

const seenKey = () => `${PLACE}seen ${state.folder}`;
/** What the host has, and over it what was changed and not sent; `prices` is the answer that tells those of the last build. */
const load = async (prices) => {
  const draft = drafts.read(state.folder);
  let fresh = null;
  try {
    fresh = await HOST.load(profilePath(state.folder));
    store.set(seenKey(), JSON.stringify(fresh));
  } catch (fault) {
    if (!['offline', 'unreachable'].includes(fault.kind)) throw fault;
    const seen = draft?.base ?? JSON.parse(store.get(seenKey()));
    if (!seen) throw fault;
    state.note = t('offline');
    return adopt(seen, draft);
  }
  if (!draft) return adopt(fresh, null, await knownPrices(prices, fresh.text));
  state.note = t('draftFrom');
  await adopt(draft.base, draft);
  if (draft.base.version !== fresh.version) await onto(fresh);
};
const adopt = async (base, draft, known = null) => {
  const read = known ? { values: known, findings: [] } : await readProfile(state.folder, base.text);
  Object.assign(state, {
    base, isWhole: !known, values: read.values ?? {}, edits: new Map(draft?.edits), removed: new Set(draft?.removed), photos: draft?.photos ?? [], conflicts: [], sent: null,
    result: read.refused ? read : { text: base.text, changes: [], findings: read.findings },
  });
  if (draft) await evaluate();
};
/** The whole profile, where only its prices are known yet. */
const whole = async () => {
  const { base } = state;
  if (!base || state.isWhole) return;
  const { values = {} } = await readProfile(state.folder, base.text);
  if (state.base === base) Object.assign(state, { values, isWhole: true });
};
/** Brings the changes onto a newer text; `conflicts` is what somebody has to decide. */
const onto = async (fresh) => {
  await whole();
  const read = await readProfile(state.folder, fresh.text);
  if (read.refused) { state.result = read; return; }
  const { edits, removed, conflicts } = rebase(state.edits, state.removed, state.values, read.values);
  Object.assign(state, { base: fresh, values: read.values, edits: new Map(edits), removed: new Set(removed), conflicts });
  drafts.write(state.folder, draftOf());
  await evaluate();
};

const send = async (isSecond = false) => {
  say(t('sending'));
  clearTimeout(waiting);
  const { text, changes, refused } = await evaluate();
  if (refused || errors().length || state.conflicts.length) { say(t('blocked')); render(); return; }
  const used = state.photos.filter((path) => text.includes(path.split('/').slice(-2).join('/')));
  const photos = await Promise.all(used.map(async (path) => ({ path, content: await drafts.photo(path) })));
  const message = messageOf(changes);
  let saved;
  try {
    saved = await HOST.save({ path: profilePath(state.folder), text, version: state.base.version, message, photos });
  } catch (fault) {
    if (fault.kind !== 'stale' || isSecond) throw fault;
    const fresh = await HOST.load(profilePath(state.folder));
    // The host refused something else: its own words say what.
    if (fresh.version === state.base.version) throw new Fault('host', fault.message);
    await onto(fresh);
    if (state.conflicts.length) { say(t('conflict')); render(); return; }
    state.note = t('merged');
    if (state.edits.size || state.removed.size) { await send(true); return; }
    saved = { commit: null, link: null, version: fresh.version };
  }
  drafts.drop(state.folder);
  await adopt({ text, version: saved.version }, null);
  store.set(seenKey(), JSON.stringify(state.base));
  state.sent = { ...saved, message, state: 'none' };
  say(t('sent'));
  render();
  if (saved.commit) follow(state.sent);
};
const WAIT_MS = 5000;
const MOST_ASKED = 120;
/** What becomes of a commit, until it is decided or somebody goes on. */
const follow = async (sent) => {
  for (let count = 0; count < MOST_ASKED && state.sent === sent; count += 1) {
    try {
      const { state: word, link, run } = await HOST.state(sent.commit);
      Object.assign(sent, { state: word, ci: link });
      if (['passed', 'failed'].includes(word)) sent.found = await HOST.found(run).catch(() => UNSEEN);
    } catch (fault) {
      if (!['offline', 'unreachable', 'busy'].includes(fault.kind)) return;
    }
    if (state.sent !== sent) return;
    document.getElementById('ci')?.replaceChildren(...ciLine(sent));
    document.getElementById('found')?.replaceChildren(...foundList(sent));
    if (['passed', 'failed'].includes(sent.state)) return;
    await new Promise((resolve) => { setTimeout(resolve, WAIT_MS); });
  }
};
/** Faults in words; what is no fault of ours to know is told as it is. */
const told = (fault) => {
  say(fault.told ?? String(fault));
  if (fault.kind === 'key') { token = null; store.drop(`${PLACE}key`); state.base = null; render(); }
};

// ---- what is shown ----

const startView = () => {
  const input = make('input', { type: 'password', autocomplete: 'off', spellcheck: 'false', required: true });
  const remember = make('input', { type: 'checkbox', id: 'remember' });
  const open = (event) => {
    event.preventDefault();
    token = input.value.trim() || null;
    if (token && remember.checked) store.set(`${PLACE}key`, token);
    begin();
  };
  return [
    make('h2', { tabindex: '-1' }, t('key')),
    make('form', { onsubmit: open }, labelled(t('keyLabel'), '', input, t('private', { host: hostName() })),
      make('p', { class: 'check' }, remember, make('label', { for: 'remember' }, t('remember')), make('small', {}, t('rememberNote'))),
      make('button', { class: 'action' }, t('enter'))),
    make('p', {}, button(t('without'), () => { token = null; state.isGuest = true; begin(); }, { class: 'quiet' }), make('small', {}, t('withoutNote'))),
    ...help(),
  ];
};

const chooseView = (all) => {
  const list = make('ul', { class: 'items' });
  const show = (part) => {
    const found = all.filter(([folder, label]) => `${folder} ${label}`.toLowerCase().includes(part.toLowerCase())).slice(0, 40);
    list.replaceChildren(...found.map(([folder, label]) => make('li', {}, make('a', { class: 'open', href: `#${folder}` }, label))));
  };
  show('');
  const find = make('input', { type: 'search', oninput: (event) => show(event.target.value) });
  return [make('h2', { tabindex: '-1' }, t('shop')), all.length > 8 ? labelled(t('find'), '', find) : null, list];
};

const tabs = (view) => make('nav', { class: 'tabs', 'aria-label': state.label }, [['', t('prices')], ['semua', t('more')]]
  .map(([name, text]) => make('a', { href: hashOf(name), 'aria-current': name === view ? 'page' : undefined }, text)));

const reviewView = () => {
  const changes = state.result?.changes ?? [];
  const others = findings().filter(({ level }) => level !== 'advice');
  return [
    make('h2', { tabindex: '-1' }, t('review')),
    state.conflicts.length ? conflictView() : null,
    changes.length ? make('ul', { class: 'changes' }, changes.map((one) => make('li', {}, inWords(one)))) : make('p', {}, t('nothing')),
    others.length ? make('section', { 'aria-label': t('warning') }, others.map((one) => make('div', {}, finding(one), one.path ? make('a', { href: hashOf(fieldHome(one.path)) }, `${one.path} (${t('line', { n: one.line })})`) : null))) : null,
    changes.length ? make('p', { class: 'row' },
      token ? button(t('send'), (event) => { event.target.disabled = true; send().catch(told).finally(() => { event.target.disabled = false; }); }, { class: 'action', disabled: errors().length > 0 || state.conflicts.length > 0 }) : null,
      make('a', { class: token ? 'quiet' : 'action', href: proposalLink(proposalText(changes)), rel: 'noreferrer' }, t('proposal')),
      make('a', { class: 'quiet', href: proposalFile(proposalText(changes)), download: `usulan-${state.folder}.txt` }, t('proposalFile')),
      button(t('discard'), () => { if (confirm(t('sure'))) { drafts.drop(state.folder); adopt(state.base, null).then(() => go('')); } }, { class: 'quiet' })) : null,
    errors().length ? make('p', { class: 'note' }, t('blocked')) : make('p', { class: 'note' }, t('draft')),
  ];
};
/** The view that has a field. */
const fieldHome = (path) => path.replace(/\.[^.[\]]+$/, '').replace(/^[^.[\]]+$/, 'semua');

const conflictView = () => make('section', { class: 'conflict', 'aria-label': t('conflict') },
  make('h3', {}, t('conflict')), make('p', {}, t('conflictNote')),
  state.conflicts.map((one) => {
    const decide = (isMine) => () => {
      state.conflicts = state.conflicts.filter((other) => other !== one);
      if (isMine) put(one.path, one.mine);
      touched();
      evaluate().then(render).catch(told);
    };
    const name = titleOf(one.path.replace(/\.[^.]+$/, ''), 1);
    return make('div', {}, make('p', {}, one.isLost ? `${one.path}: ${t('lost')}` : `${name}: ${keyOf(one.path)}`),
      one.isLost ? null : button(t('mine', { value: short(one.mine) || t('empty') }), decide(true)),
      button(t('theirs', { value: short(one.theirs ?? '') || t('empty') }), decide(false)));
  }));

/** A path whose items are named, since their numbers may be others by the time somebody applies a change of them. */
const namedPath = (path) => {
  let value = state.values;
  return steps(path).reduce((named, step) => {
    const list = value;
    value = value?.[step];
    if (typeof step !== 'number') return named ? `${named}.${step}` : step;
    const name = Array.isArray(list) ? nameOf(value) : null;
    return `${named}[${step + 1}${typeof name === 'string' && name ? ` ${JSON.stringify(name)}` : ''}]`;
  }, '');
};
/** Changes as a text that people read and `etalase apply` applies, for whoever has no account. */
const proposalText = (changes) => [
  `${WORDS.id.proposalHead}: ${state.label}`, ...changes.map((one) => `- ${inWords(one)}`), '', WORDS.id.proposalRest,
  `koperasi ${state.folder}`,
  ...[...state.edits].map(([path, value]) => `ubah ${namedPath(path)}: ${JSON.stringify(valueAt(state.values, path))} jadi ${JSON.stringify(value)}`),
  ...[...state.removed].map((path) => `hapus ${namedPath(path)}`), '',
].join('\n');
const proposalLink = (text) => `https://wa.me/?text=${encodeURIComponent(text)}`;
const proposalFile = (text) => URL.createObjectURL(new Blob([text], { type: 'text/plain' }));

const sentView = (sent) => [
  make('h2', { tabindex: '-1' }, t('sent')),
  make('p', { class: 'changes' }, sent.message.split('\n')[0]),
  make('p', { id: 'ci', role: 'status' }, ciLine(sent)),
  make('section', { id: 'found', 'aria-label': t('found'), 'aria-live': 'polite' }, foundList(sent)),
  make('p', { class: 'row' }, sent.link ? make('a', { href: sent.link, rel: 'noreferrer' }, t('seeCommit')) : null,
    button(t('again'), () => { state.sent = null; say(''); if (where().view) go(''); else render(); }, { class: 'action' })),
];

const shopView = (sections, view) => {
  if (state.result?.refused) return [make('h2', { tabindex: '-1' }, state.label), make('p', {}, t('refused')), ...state.result.refused.map((one) => make('div', {}, finding(one), make('small', {}, t('line', { n: one.line }))))];
  if (view === REVIEW) return reviewView();
  const place = view && view !== 'semua' ? fieldAt(sections, view) : null;
  if (place) {
    const above = view.replace(/(\.[^.[\]]+|\[\d+\])$/, '');
    const title = view.endsWith(']') ? titleOf(view, steps(view).pop() + 1) : meaning(place.key);
    return [make('p', {}, make('a', { href: hashOf(above === view ? 'semua' : above) }, `‹ ${t('back')}`)), make('h2', { tabindex: '-1' }, title),
      place.key.kind === 'list' ? listView(sections, place.key, view) : sectionView(sections, place.section, view)];
  }
  const isAll = view === 'semua';
  return [make('h2', { tabindex: '-1' }, state.label), tabs(isAll ? view : ''), isAll ? sectionView(sections, sections[0], '') : pricesView()];
};

const footer = () => make('p', { class: 'foot' },
  make('a', { href: '#' }, t('choose')), ' ', token ? button(t('forget'), () => { token = null; store.drop(`${PLACE}key`); state.base = null; location.hash = ''; say(t('forgotten')); render(); }, { class: 'quiet' }) : null);

let drawn = 0;
const render = async () => {
  drawn += 1;
  const mine = drawn;
  const { folder, view } = where();
  document.documentElement.lang = lang;
  showLanguages();
  let shown;
  if (!token && !state.isGuest) shown = startView();
  else if (!folder) shown = chooseView(await cooperatives());
  else if (state.sent) shown = sentView(state.sent);
  else if (!state.base || state.folder !== folder) { await openShop(folder); return; }
  else {
    // What is to be sent is worked out anew: the last letter may have been typed a moment ago.
    if (view && !state.isWhole) { say(t('engine')); await whole(); say(''); }
    if (view === REVIEW) await evaluate();
    shown = [...shopView(view ? await forms() : [], view), footer()];
  }
  if (mine !== drawn) return;
  main.replaceChildren(...shown.flat(3).filter((one) => one !== null && one !== undefined && one !== false));
  showFindings();
  showBar();
  if (state.note) { say(state.note); state.note = ''; }
  main.querySelector('h2')?.focus({ preventScroll: true });
  scrollTo({ top: 0 });
};
const showLanguages = () => {
  const names = { id: 'Indonesia', su: 'Sunda', en: 'English' };
  document.querySelector('.languages').setAttribute('aria-label', t('language'));
  document.querySelector('.languages').replaceChildren(...Object.keys(names).map((tag) => button(names[tag], () => {
    lang = tag;
    store.set(`${PLACE}lang`, tag);
    (state.base ? evaluate() : Promise.resolve()).then(render).catch(told);
  }, { class: 'quiet', lang: tag, 'aria-pressed': String(tag === lang) })));
};

let list;
const cooperatives = async () => { list ??= await (await fetch('koperasi.json', { cache: 'no-cache' })).json(); return list; };
const openShop = async (folder) => {
  Object.assign(state, { folder, label: folder, base: null, sent: null });
  say(t('reading'));
  main.setAttribute('aria-busy', 'true');
  try {
    const all = await cooperatives().catch(() => []);
    state.label = all.find(([name]) => name === folder)?.[1] ?? folder;
    await load(askPrices(folder));
    store.set(`${PLACE}last`, folder);
    say('');
    await render();
    // The engine comes when the prices are there: a slow line brings one after the other.
    whole().then(evaluate).catch(told);
  } catch (fault) {
    main.replaceChildren(make('h2', { tabindex: '-1' }, state.label), make('p', { class: 'error' }, fault.told ?? String(fault)), button(t('enter'), render), footer());
    told(fault);
  } finally {
    main.removeAttribute('aria-busy');
  }
};
const begin = async () => {
  if (!where().folder) {
    const all = await cooperatives().catch(() => []);
    const last = store.get(`${PLACE}last`);
    const first = all.length === 1 ? all[0][0] : all.some(([folder]) => folder === last) ? last : '';
    if (first) { location.hash = `#${first}`; return; }
  }
  render();
};

addEventListener('hashchange', () => {
  say('');
  if (state.sent && where().view !== REVIEW) state.sent = null;
  render().catch(told);
});
addEventListener('online', () => { if (state.base) say(''); });
if (navigator.serviceWorker) navigator.serviceWorker.register('sw.js', { scope: './', updateViaCache: 'none' }).catch(() => {});
token = store.get(`${PLACE}key`);
if (token) begin();
else render();
