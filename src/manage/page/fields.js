// Parts of the page. Every text is set as text: nothing that stands in a profile can become markup.
const make = (tag, options = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'value' || name === 'checked') element[name] = value;
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
};
const button = (text, action, options = {}) => make('button', { type: 'button', onclick: action, ...options }, text);

let ids = 0;
/** A label, its field, and what is wrong with it; `control` gets the id. */
const labelled = (label, path, control, hint) => {
  ids += 1;
  control.id = `f${ids}`;
  const told = make('div', { class: 'told', id: `t${ids}`, 'data-told': path, 'aria-live': 'polite' });
  control.setAttribute('aria-describedby', told.id);
  return make('div', { class: 'field' }, make('label', { for: control.id }, label), hint ? make('small', {}, hint) : null, control, told);
};

const INPUT = {
  rupiah: { inputmode: 'decimal' }, number: { inputmode: 'numeric' }, phone: { inputmode: 'tel' }, email: { inputmode: 'email', type: 'email' },
  link: { inputmode: 'url' }, date: {}, line: {}, other: {},
};
/** The field of a key. Text only: a number of the browser's own would lose what was typed. */
const control = (field, path, value) => {
  const changed = (event) => change(path, event.target.value);
  if (field.kind === 'choice' || field.kind === 'flag') {
    const words = field.kind === 'flag' ? ['ya', 'tidak'] : field.words;
    const isKnown = value === '' || words.includes(value);
    const options = ['', ...(isKnown ? [] : [value]), ...words].map((word) => make('option', { value: word, selected: word === value }, word || t('unset')));
    return make('select', { onchange: changed }, options);
  }
  if (field.kind === 'text' || field.kind === 'lines' || field.kind === 'choices') {
    return make('textarea', { rows: field.kind === 'text' ? 5 : 3, value, oninput: changed });
  }
  return make('input', { type: 'text', autocomplete: 'off', maxlength: field.most, placeholder: field.example ? t('such', { value: field.example }) : undefined, value, oninput: changed, ...INPUT[field.kind] });
};

/** Takes a photo in, shrunk, and names it in the profile. */
const photoField = (path, value, hint) => {
  const note = make('small', { role: 'status' }, value || '');
  const input = make('input', {
    type: 'file', accept: 'image/jpeg,image/png,image/webp',
    onchange: async () => {
      const [file] = input.files;
      if (!file) return;
      try {
        const { content, kb } = await shrink(file);
        const name = photoName(hint);
        await drafts.keepPhoto(photoPath(name), content);
        state.photos.push(photoPath(name));
        change(path, name);
        note.textContent = t('photoReady', { kb });
      } catch (fault) {
        note.textContent = fault.told ?? t('photoBad');
      }
    },
  });
  return make('div', {}, labelled(t('takePhoto'), path, input), note);
};

const finding = (one) => make('p', { class: one.level }, make('strong', {}, `${t(one.level)}: `), `${one.found}. ${one.help}.`);
