// Filters the goods of a large shop while one types, with the words of the portal's search: spellings, stems, synonyms,
// beginnings, and the nearest word where none fits. What folds words is loaded when somebody comes to the field.
const seek = document.querySelector('.goods-seek');
if (seek) {
  const field = seek.querySelector('input');
  const told = seek.querySelector('[role=status]');
  const cards = [...document.querySelectorAll('.category .product-card')];
  const also = seek.dataset.also.split(' ').map((pair) => pair.split(':'));
  let known;
  const fold = (text) => self.searchWords.wordsOf(text).map(self.searchWords.formsOf).filter((forms) => forms.length);
  const meant = (forms, terms) => {
    const [term] = forms;
    const found = terms.filter((one) => forms.includes(one) || one.startsWith(term));
    for (const [other, one] of also) if (forms.includes(other)) found.push(one);
    if (found.length) return found;
    const away = terms.map((one) => self.searchWords.distance(term, one, self.searchWords.slips(term)));
    const nearest = Math.min(...away);
    return terms.filter((_, at) => away[at] === nearest && nearest <= self.searchWords.slips(term));
  };
  const filter = () => {
    if (!self.searchWords) return;
    known ??= cards.map((card) => fold(card.querySelector('.product-card__name').textContent + ' ' + (card.closest('.category').querySelector('.category__name')?.textContent ?? '')).flat());
    const terms = [...new Set(known.flat())];
    const asked = fold(field.value).map((forms) => meant(forms, terms));
    let count = 0;
    cards.forEach((card, at) => {
      card.hidden = !asked.every((any) => any.some((term) => known[at].includes(term)));
      count += !card.hidden;
    });
    told.textContent = asked.length ? count ? told.dataset.some.replace('{n}', count) : told.dataset.none : '';
  };
  const load = () => {
    if (self.searchWords || seek.querySelector('script')) return;
    const script = document.createElement('script');
    script.src = seek.dataset.words;
    script.onload = filter;
    script.onerror = () => {
      script.remove();
      told.textContent = told.dataset.failed;
    };
    seek.append(script);
  };
  seek.hidden = false;
  field.addEventListener('focus', load);
  field.addEventListener('input', () => {
    load();
    filter();
  });
  seek.addEventListener('submit', (event) => event.preventDefault());
}
