// Sorts the products by price, each category for itself or, where all stand in one grid, all of them; and back.
const sort = document.querySelector('.sort');
if (sort) {
  delete sort.dataset.idle;
  const flow = document.querySelector('.catalogue--flow');
  const grids = [...document.querySelectorAll('.category .grid')].map((grid) => [grid, [...grid.children]]);
  sort.addEventListener('change', (event) => {
    const way = { low: 1, high: -1 }[event.target.value];
    const sorted = (cards) => [...cards].sort((a, b) => way * (a.dataset.price - b.dataset.price));
    for (const [grid, cards] of grids) grid.append(...(way && !flow ? sorted(cards) : cards));
    if (way && flow) grids[0][0].append(...sorted(grids.flatMap(([, cards]) => cards)));
    // What is left without a card to show has no heading either.
    if (flow) for (const [grid] of grids) grid.closest('.category').hidden = !grid.querySelector('.product-card:not([hidden])');
  });
}
