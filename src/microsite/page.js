// Copies a field; where the browser lets no page do so, the field is selected for the keys that copy.
for (const button of document.querySelectorAll('[data-copy]')) {
  const word = button.firstChild;
  button.hidden = false;
  button.addEventListener('click', async () => {
    const field = document.getElementById(button.dataset.copy);
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      document.execCommand('copy');
    }
    word.data = 'Tersalin ✓';
    setTimeout(() => { word.data = 'Salin'; }, 2000);
  });
}
