// Lets the shop be read without a network. The page that is open now is kept too; from a memory stick there is
// nothing to keep.
const note = document.querySelector('[data-worker]');
const { serviceWorker } = navigator;
if (note && serviceWorker && location.protocol !== 'file:') {
  const isFirst = !serviceWorker.controller;
  serviceWorker.register(note.dataset.worker, { updateViaCache: 'none' }).then(() => serviceWorker.ready).then(async ({ scope }) => {
    if (isFirst) await (await caches.open('etalase-halaman ' + new URL(scope).pathname)).add(location.href.split(/[#?]/)[0]);
  }).catch(() => {});
}
