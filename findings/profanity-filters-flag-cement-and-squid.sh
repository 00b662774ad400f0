#!/usr/bin/env bash
# obscenity finds cement, squid and "closed for now" obscene in Indonesian; bad-words stars out cement and "also".
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts obscenity@0.4.6 bad-words@4.1.5
npm ls --depth 0 | sed -n 's/^.── //p'

cat <<'END'
With its recommended settings obscenity flags a word for its English beginning: `sementara`, for now, and `cuma`, only,
are among the commonest words of the language. bad-words compares whole words, but its one list mixes languages: of
`pula`, also, four stars are left. The cement of a building cooperative, `semen`, passes neither.
END

cat >filter.mjs <<'END'
import { Filter } from 'bad-words';
import { RegExpMatcher, englishDataset, englishRecommendedTransformers } from 'obscenity';
const matcher = new RegExpMatcher({ ...englishDataset.build(), ...englishRecommendedTransformers });
const filter = new Filter();
for (const text of [
  'Semen 40 kg',
  'Tutup sementara',
  'Cumi kering 250 g',
  'Stok cuma sedikit',
  'Analisis usaha tani',
  'Tehnya enak pula',
  'Kopi bubuk 250 g',
]) {
  console.log(`${text}: obscenity ${matcher.hasMatch(text) ? 'flags' : 'passes'}, bad-words ${filter.clean(text)}`);
}
END
node filter.mjs | tee seen

diff - seen <<'END'
Semen 40 kg: obscenity flags, bad-words ***** 40 kg
Tutup sementara: obscenity flags, bad-words Tutup sementara
Cumi kering 250 g: obscenity flags, bad-words Cumi kering 250 g
Stok cuma sedikit: obscenity flags, bad-words Stok cuma sedikit
Analisis usaha tani: obscenity flags, bad-words Analisis usaha tani
Tehnya enak pula: obscenity passes, bad-words Tehnya enak ****
Kopi bubuk 250 g: obscenity passes, bad-words Kopi bubuk 250 g
END
