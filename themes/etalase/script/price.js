// A promo that has ended since the page was made shows its ordinary price again, also in what orders, shares or adds it.
// Words for a language would have to be loaded for a date: ten times the work of the rest.
const now = new Date();
const today = new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
const own = '.variant, .product-card, .product';
for (const price of document.querySelectorAll('.price[data-until]')) {
  if (price.dataset.until >= today) continue;
  const amount = price.querySelector('.price__amount');
  const [before, after] = [amount.textContent, price.querySelector('s').textContent];
  const until = ' ' + price.querySelector('.price__until').textContent.trim();
  const place = price.closest(own);
  for (const part of place?.querySelectorAll('.action, .add, [data-share], .variant__cost') ?? []) {
    if (part.closest(own) !== place) continue;
    if (part.href) part.href = part.href.replace(encodeURIComponent(before), encodeURIComponent(after)).replace(encodeURIComponent(until), '');
    if (part.dataset.share) part.dataset.share = part.dataset.share.replace(before, after).replace(until, '');
    if (part.dataset.amount) part.dataset.amount = after.replace(/\D/g, '');
    if (part.matches('strong')) part.textContent = after;
  }
  amount.textContent = after;
  for (const gone of price.querySelectorAll('.price__before, .price__until')) gone.remove();
}
