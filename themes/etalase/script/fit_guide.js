// Answers five questions with the cooperatives that fit, from a small file for each regency. Nothing is sent or kept.
const guide = document.querySelector('[data-guide]');
const hits = document.querySelector('[data-hits]');
const MOST = 12;
const told = (text, words) => text.replace(/\{(\w+)\}/g, (whole, name) => words[name] ?? whole);
const labelOf = (word) => guide.querySelector(`[value="${word}"]`).parentNode.textContent.trim();
const chosen = (name) => guide.elements[name].selectedOptions[0];

const wanted = () => ({
  sector: chosen('sector').value,
  needs: [...guide.querySelectorAll('[name=need]:checked')].map((box) => box.value),
  monthly: Number(chosen('monthly').value) || Infinity,
  files: [
    ...(chosen('place').value ? [chosen('place').value] : []),
    ...(chosen('far').value ? chosen('place').dataset.near.split(' ').filter(Boolean).map((file) => hits.dataset.home + file) : []),
  ],
});

// What is asked for comes first, then what can be paid, then the own line of business; nearer ones win where all is
// alike, because their file is read first.
const judge = (line, wish) => {
  const helps = line.helps.filter((word) => wish.needs.includes(word));
  const same = wish.sector && line.sectors.includes(wish.sector);
  const over = (line.monthly ?? 0) > wish.monthly;
  return { line, helps, same, over, score: helps.length * 4 + (same ? 3 : 0) - (over ? 2 : 0) };
};

const why = (hit, data) => [
  hit.helps.length && told(data.helps, { list: hit.helps.map(labelOf).join(', ') }),
  hit.same && told(data.sector, { sector: chosen('sector').textContent }),
  hit.over && data.over,
].filter(Boolean);

const lines = (list, texts) => {
  list.replaceChildren(...texts.map((text) => Object.assign(document.createElement('li'), { textContent: text })));
  list.hidden = !texts.length;
};

const show = (hit, wish) => {
  const { line } = hit;
  const card = hits.querySelector('template').content.cloneNode(true);
  const part = (name) => card.querySelector(`[data-${name}]`);
  const put = (name, text) => Object.assign(part(name), { textContent: text ?? '', hidden: !text });
  Object.assign(part('name'), { textContent: line.label, href: below(line.href) });
  put('place', line.place);
  put('pay', line.pay);
  lines(part('why'), why(hit, hits.dataset));
  lines(part('terms'), line.terms);
  part('join').href = below(line.join);
  const needs = wish.needs.map(labelOf).join(', ');
  const words = { name: line.label, sector: wish.sector ? chosen('sector').textContent : '…', place: chosen('place').textContent, needs };
  const message = told(hits.dataset.message, words) + (needs ? ' ' + told(hits.dataset.messageNeed, words) : '');
  if (line.whatsapp) part('chat').href = `https://wa.me/${line.whatsapp}?text=${encodeURIComponent(message)}`;
  else part('chat').remove();
  return card;
};

// Addresses are seen from the language's root, but for those of other sites.
const below = (address) => (/^https:/.test(address) ? address : hits.dataset.home + address);

const search = async () => {
  const wish = wanted();
  const status = hits.querySelector('[role=status]');
  const list = hits.querySelector('ul');
  let found;
  try {
    const loaded = await Promise.all(wish.files.map((file) => fetch(file).then((answer) => (answer.ok ? answer.json() : Promise.reject(answer)))));
    found = loaded.flat().map((line) => judge(line, wish)).filter((hit) => !wish.needs.length || hit.helps.length);
  } catch {
    status.textContent = hits.dataset.failed;
    list.replaceChildren();
    return;
  }
  found.sort((a, b) => b.score - a.score);
  list.replaceChildren(...found.slice(0, MOST).map((hit) => show(hit, wish)));
  status.textContent = found.length ? told(hits.dataset.some, { n: Math.min(found.length, MOST), all: found.length }) : hits.dataset.none;
};

if (guide) {
  guide.hidden = false;
  guide.addEventListener('submit', (event) => {
    event.preventDefault();
    hits.hidden = false;
    search().then(() => hits.scrollIntoView({ block: 'start' }));
  });
}
