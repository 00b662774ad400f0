// Filters and sorts the cards of the desk while one chooses; the address keeps the choice. A list of several pages is
// put together first; one of very many pages is not, and a choice leads to the page of what was chosen.
const desk = document.querySelector('[data-desk-filter]');

if (desk) {
  const list = document.querySelector('[data-desk]');
  const paging = document.querySelector('.paging');
  const status = desk.querySelector('[role=status]');
  const fields = [...desk.querySelectorAll('[name]')];
  const plain = (text) => text.toLowerCase().normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  const words = new WeakMap();
  let cards = [];
  let next = paging?.querySelector('[rel=next]')?.href;

  const take = (found) => {
    for (const card of found) {
      words.set(card, plain(card.textContent + ' ' + (card.dataset.find ?? '')));
      cards.push(card);
    }
  };

  // Cards of a later page: what they link to is seen from there.
  const fetchPage = async (address) => {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(answer.status);
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const found = [...page.querySelectorAll('[data-desk] > li')].map((card) => document.adoptNode(card));
    for (const card of found) {
      for (const link of card.querySelectorAll('a')) link.href = new URL(link.getAttribute('href'), address).href;
    }
    take(found);
    list.append(...found);
    const later = page.querySelector('.paging [rel=next]');
    return later && new URL(later.getAttribute('href'), address).href;
  };

  let together;
  const putTogether = async () => {
    status.textContent = status.dataset.loading;
    try {
      while (next) next = await fetchPage(next);
      paging.hidden = true;
    } catch {
      together = undefined;
    }
  };

  // Districts of what is chosen above, as far as cards name them.
  const offerDistricts = () => {
    const select = desk.elements.kecamatan;
    const regency = desk.elements.wilayah?.value;
    const isOffered = regency || !desk.elements.wilayah;
    const names = isOffered
      ? cards.filter((card) => !regency || card.dataset.wilayah === regency).map((card) => card.dataset.kecamatan)
      : [];
    const all = [...new Set(names)].filter(Boolean).sort((one, other) => one.localeCompare(other));
    const chosen = select.value || select.dataset.asked || '';
    select.replaceChildren(select.options[0], ...all.map((name) => new Option(name)));
    select.value = all.includes(chosen) ? chosen : '';
    select.parentElement.hidden = all.length < 2;
  };

  const orders = {
    nama: (card) => card.querySelector('h3').textContent.toLowerCase(),
    lengkap: (card) => Number(card.dataset.lengkap),
    kabar: (card) => card.dataset.kabar,
  };
  const compare = (one, other) => (typeof one === 'number' ? one - other : one.localeCompare(other));

  const show = () => {
    offerDistricts();
    const chosen = fields.filter((field) => field.value && !['cari', 'urut'].includes(field.name));
    const wanted = plain(desk.elements.cari.value).split(/\s+/).filter(Boolean);
    const order = orders[desk.elements.urut.value];
    const sorted = order ? [...cards].sort((one, other) => compare(order(one), order(other))) : cards;
    let count = 0;
    for (const card of sorted) {
      const fits = chosen.every((field) => card.dataset[field.name] === field.value)
        && wanted.every((word) => words.get(card).includes(word));
      card.hidden = !fits;
      count += fits;
    }
    list.append(...sorted);
    const told = next ? status.dataset.part : count ? status.dataset.some : status.dataset.none;
    status.textContent = told.replace('{n}', count).replace('{all}', cards.length);
  };

  const keep = () => {
    const query = new URLSearchParams();
    for (const field of fields) if (field.value) query.set(field.name, field.value);
    const text = query.toString();
    history.replaceState(null, '', (text ? '?' + text : location.pathname) + location.hash);
    return query;
  };

  const change = async (event) => {
    const page = event?.target.selectedOptions?.[0]?.dataset.href;
    if (page) {
      const query = keep();
      query.delete(event.target.name);
      location.href = page + (query.size ? '?' + query : '');
      return;
    }
    if (event) keep();
    if (next && !('far' in desk.dataset)) await (together ??= putTogether());
    show();
  };

  take(list.children);
  const asked = new URLSearchParams(location.search);
  let isAsked = false;
  for (const field of fields) {
    const value = asked.get(field.name);
    if (!value) continue;
    field.value = value;
    field.dataset.asked = value;
    isAsked = true;
  }
  offerDistricts();
  desk.hidden = false;
  desk.addEventListener('input', change);
  desk.addEventListener('submit', (event) => event.preventDefault());
  desk.addEventListener('reset', () => setTimeout(() => {
    for (const field of fields) delete field.dataset.asked;
    keep();
    show();
  }));
  if (isAsked) change();
}
