// Takes openings away that have closed since the page was built. Days are those of the visitor's own clock.
const now = new Date();
const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
  .map((part) => String(part).padStart(2, '0'))
  .join('-');
for (const opening of document.querySelectorAll('[data-closes]')) {
  opening.hidden = opening.dataset.closes < today;
}
