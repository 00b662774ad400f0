// Changes on paths of a profile, `produk[3].harga`, items counted from 1: what stands there, and where they belong once
// somebody else has changed the same profile.
const steps = (path) => path.split(/\.|(?=\[)/).map((step) => (step.startsWith('[') ? Number(step.slice(1, -1)) - 1 : step));
const pathOf = (parts) => parts.reduce((path, part) => (typeof part === 'number' ? `${path}[${part + 1}]` : path ? `${path}.${part}` : part), '');
const at = (tree, parts) => parts.reduce((value, part) => value?.[part], tree);
/** A value as fields show it: a list of texts as lines. */
const asText = (value) => (value === undefined || value === null ? '' : Array.isArray(value) ? value.filter((item) => typeof item !== 'object').join('\n') : typeof value === 'object' ? '' : value);
const valueAt = (tree, path) => asText(at(tree, steps(path)));

const NAMES = ['id', 'kode', 'nama', 'judul', 'berkas', 'mulai', 'tahun', 't'];
/** By what an item is known again. */
const nameOf = (item) => (item && typeof item === 'object' ? NAMES.map((key) => item[key]).find((name) => typeof name === 'string' && name) : item);

/** Where a path of one tree leads in another: each item by its name. `null`: the item is gone, or two are called so. */
const moved = (path, was, now) => {
  const parts = [];
  let [before, after] = [was, now];
  for (const step of steps(path)) {
    let place = step;
    if (typeof step === 'number' && Array.isArray(before)) {
      const others = Array.isArray(after) ? after : [];
      if (step >= before.length) {
        place = others.length + step - before.length;
      } else {
        const name = nameOf(before[step]);
        const same = others.flatMap((item, index) => (nameOf(item) === name ? [index] : []));
        if (same.length !== 1) {
          if (!same.includes(step)) return null;
        } else [place] = same;
      }
    }
    parts.push(place);
    [before, after] = [before?.[step], after?.[place]];
  }
  return pathOf(parts);
};

/**
 * Changes of `was` on a profile that says `now`. `{ edits, removed, conflicts }`: a conflict is a change of what somebody
 * else has changed to something else meanwhile, `{ path, mine, theirs }`, or of what is gone, `{ path, mine, isLost }`.
 */
const rebase = (edits, removed, was, now) => {
  const moves = { edits: [], removed: [], conflicts: [] };
  for (const [path, mine] of edits) {
    const place = moved(path, was, now);
    if (place === null) {
      moves.conflicts.push({ path, mine, isLost: true });
      continue;
    }
    const [before, theirs] = [valueAt(was, path), valueAt(now, place)];
    if (theirs === mine) continue;
    if (theirs === before) moves.edits.push([place, mine]);
    else moves.conflicts.push({ path: place, mine, theirs });
  }
  for (const path of removed) {
    const place = moved(path, was, now);
    if (place !== null) moves.removed.push(place);
  }
  return moves;
};
