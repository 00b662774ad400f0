// A promo that has ended since the page was made shows its ordinary price again, also in the order beside it.
// Words for a language would have to be loaded for a date: ten times the work of the rest.
const now = new Date();
const today = new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
for (const price of document.querySelectorAll('.price[data-until]')) {
  if (price.dataset.until < today) {
    const amount = price.querySelector('.price__amount');
    const ordinary = price.querySelector('s').textContent;
    for (const link of price.closest('.variant, .product')?.querySelectorAll('.action') ?? []) {
      link.href = link.href.replace(encodeURIComponent(amount.textContent), encodeURIComponent(ordinary));
    }
    amount.textContent = ordinary;
    for (const gone of price.querySelectorAll('.price__before, .price__until')) gone.remove();
  }
}
