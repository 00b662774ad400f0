// Who saves data gets every photo that was not asked for yet in its smallest size: those two screens away.
if (navigator.connection?.saveData || matchMedia('(prefers-reduced-data: reduce)').matches) {
  for (const image of document.querySelectorAll('picture > [loading=lazy]')) {
    for (const source of image.parentNode.querySelectorAll('source')) source.sizes = '1px';
  }
}
