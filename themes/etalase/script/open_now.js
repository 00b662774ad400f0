// Says whether the shop is open now, by the shop's own clock, and marks today's row.
const line = document.querySelector('.open-now');
if (line) {
  const at = new Date(Date.now() + line.dataset.offset * 36e5);
  const day = (at.getUTCDay() + 6) % 7;
  const minute = at.getUTCHours() * 60 + at.getUTCMinutes();
  const closed = line.dataset.closed.split(' ').includes(at.toISOString().slice(0, 10));
  const spans = closed ? '' : line.dataset.week.split('|')[day];
  const open = spans.split(',').some((span) => {
    const [from, to] = span.split('-').map(Number);
    return span && minute >= from && minute < to;
  });
  const word = document.createElement('strong');
  word.textContent = open ? line.dataset.open : line.dataset.shut;
  line.classList.add(open ? 'is-open' : 'is-shut');
  // Behind the hours, so that nothing that is already there moves.
  line.append(' ', word);
  const link = line.querySelector('a');
  for (const row of document.querySelectorAll('.hours tr')) {
    if (day >= row.dataset.first && day <= row.dataset.last) {
      row.classList.add('is-today');
      link.textContent = [...row.cells].map((cell) => cell.textContent).join(' ');
    }
  }
}
