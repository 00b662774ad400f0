// Words as search compares them, the same as src/search/words.rs has them: tests/browser/search-words.json is held against
// both. Loaded when somebody searches, in the portal and in a shop.
const EMPTY = new Set('and atau dan dari dengan di dr por prom gr in jeung ka kab kabupaten ke kec kecamatan kg kop koperasi kota ml nu op sareng ti untuk yang'.split(' '));
const SOUNDS = { oe: 'u', dj: 'j', tj: 'c', kh: 'h', sy: 's', th: 't', ph: 'p', sh: 's', ch: 'c', ck: 'k' };
const SHORTEST = 4;

const wordsOf = (text) => text.replace(/['’`]/g, '').toLowerCase().normalize('NFD').replace(/[\u0300-\u036f]/g, '').split(/[^a-z0-9]+/).filter(Boolean);

const soundsOf = (word) => word.replace(/oe|dj|tj|kh|sy|th|ph|sh|ch|ck/g, (pair) => SOUNDS[pair])
  .replace(/c(?=[bdgklmnpqrst]|$)/g, 'k').replace(/q/g, 'k').replace(/x/g, 'ks').replace(/[fv]/g, 'p').replace(/z/g, 'j')
  .replace(/([a-z])\1+/g, '$1');

const withoutMurmur = (sounds) => sounds.replace(/^([b-df-hj-np-tv-z])e([rl][aeiou])/, '$1$2');

const withoutPrefix = (word, allowed) => {
  const prefix = allowed.find((one) => word.startsWith(one));
  if (!prefix) return '';
  const rest = word.slice(2);
  if (prefix === 'ke') return rest;
  if (rest.startsWith('ng')) return rest.slice(2);
  if (rest.startsWith('ny')) return 's' + rest.slice(2);
  const restored = { m: 'p', n: 't' }[rest[0]];
  if (restored) return (/[aeiou]/.test(rest[1]) ? restored : '') + rest.slice(1);
  if (rest[0] === 'r' && rest.length > SHORTEST) return rest.slice(1);
  return /^.?[aeiou]/.test(rest) && (prefix === 'pe' || /^[rlw]/.test(rest)) ? rest : '';
};

const stemOf = (sounds) => {
  const isLong = (stem) => stem.length >= SHORTEST;
  const bare = sounds.endsWith('nya') && isLong(sounds.slice(0, -3)) ? sounds.slice(0, -3) : '';
  const word = bare || sounds;
  const inner = word.endsWith('an') ? word.slice(0, -2) : '';
  return [withoutPrefix(inner, ['pe', 'ke', 'be']), inner, withoutPrefix(word, ['pe', 'be', 'me'])].find(isLong) || bare;
};

self.searchWords = {
  wordsOf,

  // The folded word and its stem, if it has one; nothing for what tells nothing apart.
  formsOf(word) {
    const sounds = soundsOf(word);
    const term = withoutMurmur(sounds);
    if (term.length < 2 || /^\d+$/.test(term) || EMPTY.has(term)) return [];
    const stem = withoutMurmur(stemOf(sounds));
    return stem && stem !== term ? [term, stem] : [term];
  },

  // How many letters may be wrong in a word.
  slips: (term) => term.length < 4 ? 0 : term.length < 7 ? 1 : 2,

  // Letters that are wrong, missing, too many or changed about between two words; more than `most` is `most + 1`.
  distance(one, other, most) {
    if (Math.abs(one.length - other.length) > most) return most + 1;
    let before = [];
    let row = Array.from({ length: other.length + 1 }, (_, index) => index);
    for (let i = 1; i <= one.length; i++) {
      const next = [i];
      for (let j = 1; j <= other.length; j++) {
        const same = one[i - 1] === other[j - 1];
        next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + !same);
        if (one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
      }
      if (Math.min(...next) > most) return most + 1;
      [before, row] = [row, next];
    }
    return row[other.length];
  },
};
