// Lets the shop be read without a network. The page that is open now is kept too; from a memory stick there is
// nothing to keep. Only once the page is there: what the worker fetches would take the line from the photos.
const note = document.querySelector('[data-worker]');
const { serviceWorker } = navigator;
const keep = () => {
  const isFirst = !serviceWorker.controller;
  serviceWorker.register(note.dataset.worker, { updateViaCache: 'none' }).then(() => serviceWorker.ready).then(async ({ scope }) => {
    if (isFirst) await (await caches.open('etalase-halaman ' + new URL(scope).pathname)).add(location.href.split(/[#?]/)[0]);
  }).catch(() => {});
};
if (note && serviceWorker && location.protocol !== 'file:') {
  if (document.readyState === 'complete') keep();
  else addEventListener('load', keep);
}
