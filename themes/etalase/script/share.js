// Shares the page through the phone's own sheet, where there is one.
const sharer = document.querySelector('[data-share]');
if (sharer && navigator.share) {
  sharer.parentElement.hidden = false;
  sharer.addEventListener('click', (event) => {
    event.preventDefault();
    navigator.share({ text: sharer.dataset.share, url: location.href.split('#')[0] }).catch(() => {});
  });
}
