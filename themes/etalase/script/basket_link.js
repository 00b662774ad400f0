// Counts what is in the basket, and puts more into it. Where a phone keeps nothing, the basket's own address does.
const way = document.querySelector('.basket-link');
if (way) {
  const name = 'etalase:' + way.dataset.shop;
  const read = () => {
    try {
      const kept = JSON.parse(localStorage.getItem(name));
      return kept?.v === 1 && kept.items ? kept : { v: 1, items: {} };
    } catch {
      return { v: 1, items: {} };
    }
  };
  const show = () => {
    const count = Object.keys(read().items).length;
    way.querySelector('b').textContent = count || '';
  };
  for (const button of document.querySelectorAll('[data-add]')) {
    delete button.dataset.idle;
    button.addEventListener('click', () => {
      const { add, minimum, amount, name: label, added } = button.dataset;
      const kept = read();
      const n = (kept.items[add]?.n ?? 0) + (kept.items[add] ? 1 : +minimum);
      kept.items[add] = { n, p: +amount, t: label };
      try {
        localStorage.setItem(name, JSON.stringify(kept));
      } catch {
        location.href = way.href + '#' + add + '_' + n;
        return;
      }
      button.firstElementChild.textContent = added + ': ' + n;
      show();
    });
  }
  addEventListener('storage', show);
  addEventListener('pageshow', show);
  addEventListener('basket', show);
}
