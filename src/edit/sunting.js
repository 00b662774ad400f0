// What a browser adds to forms that are whole without it: findings while somebody types, the page of the site anew
// after each change, and Enter from price to price.
(() => {
  const WAIT_MS = 350;
  const idOf = (place) => 'f-' + place.replace(/[^A-Za-z0-9_-]/g, '-');

  // ---- findings while typing ----

  const say = (form, all) => {
    const byField = new Map();
    for (const { tempat, temuan } of all) {
      const id = idOf(tempat);
      byField.set(id, [...(byField.get(id) ?? []), temuan]);
    }
    for (const box of form.querySelectorAll('.kata')) {
      const id = box.id.replace(/^t-/, '');
      const field = document.getElementById(id);
      const found = byField.get(id) ?? [];
      box.replaceChildren(...found.map(({ galat, kata }) => {
        const one = document.createElement('div');
        one.className = galat ? 'temuan galat' : 'temuan';
        one.append(...kata.map((line) => Object.assign(document.createElement('p'), { textContent: line })));
        return one;
      }));
      if (!field) continue;
      const others = (field.getAttribute('aria-describedby') ?? '').split(' ').filter((other) => other && other !== box.id);
      if (found.length) {
        field.setAttribute('aria-invalid', 'true');
        others.push(box.id);
      } else {
        field.removeAttribute('aria-invalid');
      }
      if (others.length) field.setAttribute('aria-describedby', others.join(' '));
      else field.removeAttribute('aria-describedby');
    }
  };

  for (const form of document.querySelectorAll('form[data-periksa]')) {
    let timer;
    let number = 0;
    const check = async () => {
      const own = ++number;
      const body = new URLSearchParams(new FormData(form));
      const answer = await fetch(form.action + '?periksa=ya', { method: 'POST', body }).catch(() => null);
      if (!answer || !answer.ok || own !== number) return;
      say(form, await answer.json());
    };
    form.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(check, WAIT_MS);
    });
    form.addEventListener('submit', () => {
      number += 1;
      clearTimeout(timer);
    });
  }

  // ---- from price to price ----

  for (const table of document.querySelectorAll('table[data-harga]')) {
    table.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.isComposing || event.target.tagName !== 'INPUT') return;
      const column = event.target.closest('td').cellIndex;
      const all = [...table.querySelectorAll('td input')].filter((input) => input.closest('td').cellIndex === column);
      const next = all[all.indexOf(event.target) + (event.shiftKey ? -1 : 1)];
      event.preventDefault();
      if (next) {
        next.focus();
        next.select();
      } else {
        table.closest('form').querySelector('.simpan button').focus();
      }
    });
  }

  // ---- the page of the site ----

  const frames = document.querySelectorAll('iframe[data-lihat]');
  if (frames.length) {
    let first = true;
    const changes = new EventSource('/kabar');
    changes.addEventListener('ubah', () => {
      if (!first) for (const frame of frames) frame.src = frame.getAttribute('src');
      first = false;
    });
  }

  document.getElementById('temuan')?.focus();
})();
