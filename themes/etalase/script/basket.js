// One order for all that is in the basket. The list of the page is the catalogue; only keys, quantities and the
// price that was seen are kept, on this phone. An address that ends in such a list shows that list instead.
const page = document.querySelector('.basket');
if (page) {
  const say = page.dataset;
  const form = page.querySelector('form');
  const send = form.querySelector('.action');
  const news = page.querySelector('.basket__news');
  const rows = new Map();
  for (const row of page.querySelectorAll('.line')) {
    const count = row.querySelector('.line__count');
    if (count) {
      count.hidden = false;
      row.querySelector('.action')?.remove();
    }
    rows.set(row.dataset.key, row);
  }
  const [chosen, goods] = page.querySelectorAll('.basket__lines');
  // What is chosen stands first, the rest is folded. While somebody chooses, nothing moves away.
  const arrange = () => {
    for (const [key, row] of rows) (kept.items[key] ? chosen : goods).append(row);
    goods.parentNode.open = !chosen.firstChild;
  };
  const name = 'etalase:' + say.shop;
  const now = new Date();
  const today = new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
  const mark = document.documentElement.lang === 'en' ? ',' : '.';
  const money = (n) => 'Rp\u00a0' + String(n).replace(/\B(?=(\d{3})+$)/g, mark);
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (all, key) => values[key] ?? all);
  const price = ({ amount, ordinary, over }) => +(ordinary && over < today ? ordinary : amount ?? 0);
  let kept;
  let saves;
  const read = () => {
    kept = { v: 1, items: {} };
    saves = !/^#[a-z0-9.-]+_\d/.test(location.hash);
    if (!saves) {
      for (const part of location.hash.slice(1).split('~')) {
        const [key, n] = part.split('_');
        if (+n > 0) kept.items[key] = { n: Math.min(+n, 99999), p: rows.has(key) ? price(rows.get(key).dataset) : 0, t: key };
      }
      return;
    }
    try {
      const found = JSON.parse(localStorage.getItem(name));
      if (found?.v === 1 && found.items) kept = found;
    } catch {}
  };
  const list = () => Object.entries(kept.items).map(([key, { n }]) => key + '_' + n).join('~');
  const save = () => {
    if (saves) {
      try {
        localStorage.setItem(name, JSON.stringify(kept));
        dispatchEvent(new Event('basket'));
        return;
      } catch {}
    }
    history.replaceState(null, '', '#' + list());
  };
  const named = () => {
    if (kept.c) return false;
    kept.c = Array.from({ length: 5 }, () => 'ABCDEFGHJKMNPQRTUVWXY346789'[Math.floor(Math.random() * 27)]).join('');
    return true;
  };
  const tell = (text) => {
    const line = document.createElement('li');
    line.textContent = text;
    news.append(line);
  };
  const show = () => {
    news.textContent = '';
    const entries = Object.entries(kept.items);
    if (entries.length && location.hash && !saves) tell(say.unsaved);
    const whole = {};
    for (const [key, { n }] of entries) {
      const row = rows.get(key)?.dataset;
      if (row?.tiers) whole[row.product] = (whole[row.product] ?? 0) + n;
    }
    const lines = [];
    let sum = 0;
    let asks = false;
    for (const [key, row] of rows) {
      const item = kept.items[key];
      // Most rows stay as they are, and a touched one is measured anew.
      if (!item && !row.classList.contains('is-in')) continue;
      row.classList.toggle('is-in', !!item);
      const count = row.querySelector('output');
      if (count) count.textContent = item?.n ?? 0;
      const text = row.querySelector('.line__sum');
      text.textContent = '';
      if (!item) continue;
      const { name: label, unit, tiers, stock, product } = row.dataset;
      if (stock === 'sold-out') {
        tell(fill(say.out, { name: label }));
        continue;
      }
      const base = price(row.dataset);
      let each = base;
      for (const tier of tiers.split(' ').filter(Boolean)) {
        const [from, lower] = tier.split(':').map(Number);
        if (whole[product] >= from && lower < each) each = lower;
      }
      if (item.p !== base) tell(label + '. ' + fill(say.changed, { before: item.p ? money(item.p) : say.ask, now: base ? money(base) : say.ask }));
      sum += each * item.n;
      asks ||= !each;
      const cost = each ? money(each) + ' × ' + item.n + ' = ' + money(each * item.n) + (each < base ? ' (' + say.wholesale + ')' : '') : say.ask;
      text.textContent = cost;
      lines.push([item.n + ' × ' + label + (unit ? ' (' + unit + ')' : '') + '\n  ' + cost, item.n + ' × ' + label]);
    }
    for (const [key, { t }] of entries) if (!rows.has(key)) tell(fill(say.gone, { name: t }));
    page.querySelector('.basket__lead').textContent = lines.length ? say.lead : say.empty;
    form.hidden = !entries.length;
    send.hidden = !lines.length;
    const open = [...form.querySelectorAll('[name=way]')].filter((way) => !(way.disabled = sum < way.dataset.from));
    const picked = open.find((way) => way.checked) ?? open[0];
    if (picked) picked.checked = true;
    const { cost = 0, free } = picked?.dataset ?? {};
    const fee = sum >= free ? 0 : +cost;
    sum += fee;
    const total = say.total + ': ' + money(sum) + (asks ? ' (' + say.asked + ')' : '');
    const told = form.querySelector('.basket__sum');
    told.textContent = total;
    // No sum where a price is still to be asked for.
    told.dataset.sum = asks ? 0 : sum;
    told.dataset.shown = money(sum);
    dispatchEvent(new Event('sum'));
    if (!lines.length) return;
    const { who, note } = form.elements;
    const tail = [total, picked && picked.value + (fee ? ': ' + money(fee) : ''), who.value.trim() && fill(say.who, { name: who.value.trim() }), note.value.trim() && fill(say.note, { note: note.value.trim() }), say.code + ': ' + kept.c, say.version].filter(Boolean);
    const link = (part, left, end) => {
      const goods = part.map((line) => '• ' + line);
      if (left) goods.push(fill(say.rest, { n: left }));
      const text = [say.greeting, '', ...goods, '', ...tail];
      if (end) text.push(end);
      return 'https://wa.me/' + say.number + '?text=' + encodeURIComponent(text.join('\n'));
    };
    const url = say.url ?? '';
    let href = link(lines.map(([long]) => long), 0, url);
    let left = 0;
    if (href.length > 2000) {
      // The address with the list tells staff the rest.
      let end = url && url + '#' + list();
      if (encodeURIComponent(end).length > 1000) end = url;
      for (left = 0; left <= lines.length; left++) {
        href = link(lines.slice(0, lines.length - left).map(([, short]) => short), left, end);
        if (href.length <= 2000) break;
      }
      if (left && end === url) tell(fill(say.cut, { n: left }));
    }
    send.href = href;
  };
  page.addEventListener('click', (event) => {
    const step = event.target.closest('[data-step]');
    if (step) {
      const row = step.closest('.line').dataset;
      const before = kept.items[row.key]?.n ?? 0;
      let n = before + +step.dataset.step;
      if (n < row.minimum) n = before && n < before ? 0 : +row.minimum;
      if (n) kept.items[row.key] = { n, p: price(row), t: row.name };
      else delete kept.items[row.key];
    } else if (event.target.closest('[data-clear]')) {
      kept = { v: 1, items: {} };
      arrange();
    } else return;
    named();
    save();
    show();
  });
  const again = () => {
    read();
    arrange();
    // A code that is there is not written again, or two tabs would answer each other for ever.
    if (named() && saves && Object.keys(kept.items).length) save();
    show();
  };
  // The next order has a code of its own; the link that is followed keeps this one.
  send.addEventListener('click', () => {
    delete kept.c;
    save();
    setTimeout(again);
  });
  form.addEventListener('input', show);
  form.addEventListener('submit', (event) => event.preventDefault());
  addEventListener('storage', again);
  addEventListener('hashchange', again);
  again();
  delete page.dataset.idle;
}
