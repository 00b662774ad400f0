// Searches the guides while one types: headings first, then the words below them, with the words of the portal's search.
// What is searched is loaded when somebody comes to the field. The list is complete without it.
const form = document.querySelector('.seek--guides');
if (form) {
  const field = form.querySelector('input');
  const found = document.querySelector('.found');
  const told = found.querySelector('[role=status]');
  const list = found.querySelector('ol');
  const SHOWN = 20;
  let passages;
  let loading;
  const fold = (text) => self.searchWords.wordsOf(text).map(self.searchWords.formsOf).filter((forms) => forms.length);
  const loadWords = () => self.searchWords ? true : new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = form.dataset.words;
    script.onload = resolve;
    script.onerror = () => {
      script.remove();
      reject(script.src);
    };
    form.append(script);
  });
  const load = () => loading ??= Promise.all([
    fetch('indeks.json', { cache: 'no-cache' }).then((answer) => answer.ok ? answer.json() : Promise.reject(answer.status)),
    loadWords(),
  ]).then(([guides]) => {
    passages = guides.flatMap(({ title, passages }) => passages.map(([href, heading, shown, others]) => ({
      href, title, heading, shown, parts: [title, heading, shown + ' ' + others].map((text) => new Set(fold(text).flat())),
    })));
  }).catch((error) => {
    loading = undefined;
    throw error;
  });
  // How well a passage fits a word: by what its guide is called, by its heading, or by its words.
  const WORTH = [3, 4, 1];
  const worthOf = (passage, terms) => Math.max(...passage.parts.map((words, part) => {
    for (const [term, worth] of terms) if (words.has(term)) return worth * WORTH[part];
    return 0;
  }));
  const meant = (forms, all) => {
    const [term] = forms;
    const terms = all.filter((one) => forms.includes(one)).map((one) => [one, 1]);
    terms.push(...all.filter((one) => !forms.includes(one) && one.startsWith(term)).map((one) => [one, 0.7]));
    if (terms.length) return terms;
    const away = all.map((one) => self.searchWords.distance(term, one, self.searchWords.slips(term)));
    const nearest = Math.min(...away);
    return all.filter((_, at) => away[at] === nearest && nearest <= self.searchWords.slips(term)).map((one) => [one, 0.5]);
  };
  const line = ({ href, title, heading, shown }) => {
    const item = document.createElement('li');
    const link = document.createElement('a');
    link.href = href;
    link.textContent = heading ? title + ': ' + heading : title;
    const text = document.createElement('span');
    text.textContent = shown;
    item.append(link, text);
    return item;
  };
  const search = async () => {
    const typed = field.value.trim();
    found.hidden = !typed;
    if (!typed) return;
    try {
      await load();
    } catch {
      told.textContent = told.dataset.failed;
      return;
    }
    if (field.value.trim() !== typed) return;
    const all = [...new Set(passages.flatMap(({ parts }) => parts.flatMap((words) => [...words])))];
    const asked = fold(typed).map((forms) => meant(forms, all));
    const hits = asked.length ? passages.map((passage) => {
      const worths = asked.map((terms) => worthOf(passage, terms));
      return { passage, worth: Math.min(...worths) && worths.reduce((sum, worth) => sum + worth, 0) };
    }).filter(({ worth }) => worth).sort((one, other) => other.worth - one.worth) : [];
    list.replaceChildren(...hits.slice(0, SHOWN).map(({ passage }) => line(passage)));
    told.textContent = hits.length ? told.dataset.some.replace('{n}', hits.length) : told.dataset.none;
  };
  form.hidden = false;
  field.addEventListener('focus', () => load().catch(() => {}));
  field.addEventListener('input', search);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    search();
  });
}
