// Sorts the products of each category by price, and back.
const sort = document.querySelector('.sort');
if (sort) {
  delete sort.dataset.idle;
  const grids = [...document.querySelectorAll('.category .grid')].map((grid) => [grid, [...grid.children]]);
  sort.addEventListener('change', (event) => {
    const way = { low: 1, high: -1 }[event.target.value];
    for (const [grid, cards] of grids) {
      grid.append(...(way ? [...cards].sort((a, b) => way * (a.dataset.price - b.dataset.price)) : cards));
    }
  });
}
