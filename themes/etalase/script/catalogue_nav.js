// Shows one category alone, and sorts by price. Without it the same links jump to the headings.
const bar = document.querySelector('.catalogue-nav');
if (bar) {
  const links = [...bar.querySelectorAll('a')];
  const parts = [...document.querySelectorAll('.category')];
  const show = () => {
    const wanted = parts.some((part) => '#' + part.id === location.hash) ? location.hash : '';
    for (const part of parts) part.hidden = wanted && '#' + part.id !== wanted;
    for (const link of links) {
      if (wanted ? link.hash === wanted : 'all' in link.dataset) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
  };
  bar.addEventListener('click', (event) => {
    const link = event.target.closest('a');
    if (!link) return;
    event.preventDefault();
    history.replaceState(null, '', link.hash);
    show();
  });
  addEventListener('hashchange', show);
  show();
  const sort = bar.querySelector('label');
  sort.hidden = false;
  const orders = parts.map((part) => [...part.querySelectorAll('.product-card')]);
  sort.addEventListener('change', (event) => {
    const way = { low: 1, high: -1 }[event.target.value];
    orders.forEach((cards, index) => {
      const sorted = way ? [...cards].sort((a, b) => way * (a.dataset.price - b.dataset.price)) : cards;
      parts[index].querySelector('.grid').append(...sorted);
    });
  });
}
