// Takes away what is over on a page that nobody has built again, counts what is left, and says what now holds. Days and
// months are those of the visitor's own clock.
const now = new Date();
const today = new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
const all = (name, act) => document.querySelectorAll('[data-' + name + ']').forEach((part) => act(part, part.dataset));
// A part holds up to its last day; then it leaves, or says something else.
all('last-day', (part, { lastDay, then }) => {
  if (lastDay >= today) return;
  if (then === undefined) part.hidden = true;
  else part.textContent = then;
  part.classList.add('is-over');
});
// A number counts things by their last days: `2026-12-18:2 9:1`.
all('last-days', (part, { lastDays, one }) => {
  const ends = lastDays.split(' ').map((end) => end.split(':'));
  const sum = (some) => some.reduce((n, [, count]) => n + +count, 0);
  const left = sum(ends.filter(([day]) => day >= today));
  if (left === sum(ends)) return;
  part.textContent = left === 1 && one || part.textContent.replace(/\d[\d.,]*/, left);
  if (!left) (part.closest('[data-whole]') ?? part).hidden = true;
});
// A list of which nothing is left says so.
all('none-left', (list, { noneLeft }) => {
  if ([...list.children].some((part) => !part.hidden)) return;
  const line = document.createElement('p');
  line.textContent = noneLeft;
  list.replaceWith(line);
});
all('season', (part, data) => {
  part.textContent = data.season[now.getMonth()] === '1' ? data.in : data.out ?? part.textContent;
});
