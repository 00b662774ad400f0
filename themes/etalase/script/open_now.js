// Says whether the shop is open now, by the shop's own clock, and marks the row of the day whose hours count. A night
// belongs to the day on which it began: at one o'clock, yesterday's hours may still run.
const line = document.querySelector('.open-now');
if (line) {
  const at = Date.now() + line.dataset.offset * 36e5;
  const dayOf = (ago) => new Date(at - ago * 864e5);
  const weekday = (ago) => (dayOf(ago).getUTCDay() + 6) % 7;
  const isOpen = (ago) => {
    if (line.dataset.closed.split(' ').includes(dayOf(ago).toISOString().slice(0, 10))) return false;
    const minute = dayOf(0).getUTCHours() * 60 + dayOf(0).getUTCMinutes() + ago * 1440;
    return line.dataset.week.split('|')[weekday(ago)].split(',').some((span) => {
      const [from, to] = span.split('-').map(Number);
      return span && minute >= from && minute < to;
    });
  };
  const night = !isOpen(0) && isOpen(1);
  const open = night || isOpen(0);
  const day = weekday(night ? 1 : 0);
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
