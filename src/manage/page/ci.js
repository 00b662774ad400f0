// What became of a change, in words: how far CI is, and what it found. Findings are strangers' texts, set as text.
const MOST_SHOWN = 20;
const MOST_LETTERS = 600;
const LEVELS = ['error', 'warning', 'advice'];
/** Where the host says nothing of what was found. */
const UNSEEN = { findings: [], steps: [], isHidden: true };

const ciLine = (sent) => [`${t('ci')}: ${t(sent.state)}. `, sent.ci ? make('a', { href: sent.ci, rel: 'noreferrer' }, t('seeCi', { host: hostName() })) : ''];

/** All of this cooperative's; of others only what stops a run that failed. Errors first, and of them one's own. */
const concerning = ({ found, state: word }) => {
  const isOwn = ({ file }) => file.startsWith(`${SITE.folder}content/${state.folder}/`);
  const rank = (one) => LEVELS.indexOf(one.level) * 2 + (isOwn(one) ? 0 : 1);
  return found.findings.filter((one) => one.text && (isOwn(one) || (word === 'failed' && one.level === 'error'))).sort((a, b) => rank(a) - rank(b));
};

/** One finding: the sentence, its place, and of the profile that was sent the line itself, with the way to its field. */
const foundItem = ({ level, file, line, text }) => {
  const isProfile = file === profilePath(state.folder);
  const shown = isProfile ? state.base.text.split('\n')[line - 1]?.trim() : null;
  const place = file.replace(`${SITE.folder}content/`, '') + (line ? `, ${t('line', { n: line })}` : '');
  const path = isProfile ? findings().find((one) => one.line === line && one.path)?.path : null;
  return make('li', {}, make('p', { class: level }, make('strong', {}, `${t(level)}: `), text.slice(0, MOST_LETTERS)),
    file ? make('small', {}, path ? make('a', { href: hashOf(fieldHome(path)) }, place) : place) : null,
    shown ? make('code', {}, short(shown)) : null);
};

const foundList = (sent) => {
  if (!sent.found) return [];
  const all = concerning(sent);
  const rest = all.length - MOST_SHOWN;
  const hasFailed = sent.state === 'failed';
  const isTold = all.some(({ level }) => level === 'error');
  return [
    all.length ? make('h3', {}, t('found')) : '',
    all.length ? make('ul', { class: 'changes' }, all.slice(0, MOST_SHOWN).map(foundItem)) : '',
    rest > 0 ? make('p', {}, t('moreFound', { n: rest })) : '',
    hasFailed && !isTold ? [...new Set(sent.found.steps)].slice(0, 5).map((name) => make('p', {}, t('step', { name: name.slice(0, MOST_LETTERS) }))) : '',
    hasFailed && !isTold && sent.found.isHidden ? make('p', { class: 'note' }, t('hidden', { host: hostName() })) : '',
  ].flat().filter(Boolean);
};
