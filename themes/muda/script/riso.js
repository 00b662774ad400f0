// Who saves data gets every photo that was not asked for yet in its smallest size: those two screens away.
if (navigator.connection?.saveData || matchMedia('(prefers-reduced-data: reduce)').matches) {
  for (const source of document.querySelectorAll('picture:has([loading=lazy]) source')) source.sizes = '1px';
}
