// Counts the points of the chosen answers and shows the role that has most. Keeps everything in the page:
// nothing is stored, nothing is sent, a reload forgets it all.
const quiz = document.querySelector('[data-quiz]');
const verdict = document.getElementById('putusan');
const roles = [...document.querySelectorAll('[data-role]')];
const tie = document.getElementById('seri');
const again = document.querySelector('[data-again]');

const show = (best) => {
  for (const role of roles) role.hidden = best !== null && !best.includes(Number(role.dataset.role));
  tie.hidden = best !== null && best.length < 2;
  again.hidden = best === null;
};

document.querySelector('[data-score]').addEventListener('click', (event) => {
  const questions = [...quiz.children];
  const open = questions.filter((question) => !question.querySelector(':checked'));
  if (open.length) {
    event.preventDefault();
    verdict.textContent = verdict.dataset.incomplete.replace('{n}', open.length);
    show(null);
    open[0].querySelector('input').focus();
    open[0].scrollIntoView();
    return;
  }
  const points = roles.map(() => 0);
  for (const chosen of quiz.querySelectorAll(':checked')) {
    for (const pair of chosen.dataset.points.split(' ')) {
      const [role, value] = pair.split(':').map(Number);
      points[role] += value;
    }
  }
  const most = Math.max(...points);
  const best = points.flatMap((value, role) => (value === most ? [role] : []));
  show(best);
  const names = best.map((role) => roles[role].querySelector('h3').lastChild.textContent.trim());
  verdict.textContent = `${verdict.dataset.result}: ${names.join(' + ')}`;
});

again.addEventListener('click', () => {
  for (const chosen of quiz.querySelectorAll(':checked')) chosen.checked = false;
  verdict.textContent = '';
  show(null);
  quiz.querySelector('input').focus();
});

document.documentElement.classList.add('counts');
