// Shows one category alone. Without it the same links jump to the headings.
const bar = document.querySelector('.catalogue-nav');
if (bar) {
  const links = [...bar.querySelectorAll('a')];
  const parts = [...document.querySelectorAll('.category')];
  // In one grid a sorted card stands no longer in its own part.
  const flow = document.querySelector('.catalogue--flow') && parts.map((part) => [part.id, [...part.querySelectorAll('.product-card')]]);
  const show = () => {
    const wanted = parts.some((part) => '#' + part.id === location.hash) ? location.hash : '';
    if (flow) for (const [id, cards] of flow) for (const card of cards) card.hidden = wanted && '#' + id !== wanted;
    for (const part of parts) part.hidden = flow ? !part.querySelector('.product-card:not([hidden])') : wanted && '#' + part.id !== wanted;
    for (const link of links) {
      if (wanted ? link.hash === wanted : 'all' in link.dataset) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
  };
  bar.addEventListener('click', (event) => {
    const link = event.target.closest('a');
    // A way to another part of the page is an ordinary link.
    if (!link || !('all' in link.dataset || parts.some((part) => '#' + part.id === link.hash))) return;
    event.preventDefault();
    history.replaceState(null, '', link.hash);
    show();
  });
  const arrive = () => {
    show();
    if (flow && location.hash.startsWith('#k-')) bar.scrollIntoView();
  };
  addEventListener('hashchange', arrive);
  arrive();
}
