// Filters the list of cooperatives while one types. The list is complete without it.
const finder = document.querySelector('[data-finder]');
const rows = finder ? [...document.querySelectorAll('[data-directory] > li')] : [];
const plain = (text) => text.toLowerCase().normalize('NFD').replace(/[\u0300-\u036f]/g, '');
const known = rows.map((row) => plain(row.textContent + ' ' + row.dataset.find));

const filter = () => {
  const words = plain(finder.querySelector('input').value).split(/\s+/).filter(Boolean);
  const kind = finder.elements.kind?.value ?? '';
  const regency = finder.elements.regency?.value ?? '';
  let count = 0;
  rows.forEach((row, index) => {
    const fits = words.every((word) => known[index].includes(word))
      && (!kind || row.dataset.kind === kind)
      && (!regency || row.dataset.regency === regency);
    row.hidden = !fits;
    count += fits;
  });
  const status = finder.querySelector('[role=status]');
  status.textContent = count ? status.dataset.some.replace('{n}', count) : status.dataset.none;
};

if (finder) {
  finder.hidden = false;
  finder.addEventListener('input', filter);
  finder.addEventListener('submit', (event) => event.preventDefault());
}
