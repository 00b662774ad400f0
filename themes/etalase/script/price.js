// A promo that has ended since the page was made shows its ordinary price again.
const today = new Date().toLocaleDateString('sv');
for (const price of document.querySelectorAll('.price[data-until]')) {
  if (price.dataset.until < today) {
    price.querySelector('.price__amount').textContent = price.querySelector('s').textContent;
    for (const gone of price.querySelectorAll('.price__before, .price__until')) gone.remove();
  }
}
