// Opens the phone's own print dialogue.
const printer = document.querySelector('[data-print]');
if (printer) {
  printer.parentElement.hidden = false;
  printer.addEventListener('click', () => window.print());
}
