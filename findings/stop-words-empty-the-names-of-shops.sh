#!/usr/bin/env bash
# Lists of Indonesian stop words hold words that shops and cooperatives are named after; nothing of some names is left.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts stopword@3.1.5 stopwords-iso@1.1.0
npm ls --depth 0 | sed -n 's/^.── //p'

cat <<'END'
Taste (rasa), new (baru), together (bersama), big (besar), time (masa) and old (lama) are stop words in both lists,
mother (ibu) in one. Of "Rasa Baru" and "Masa Lama" nothing is left to search for, of "Usaha Bersama" only "usaha".
END

cat >drop.mjs <<'END'
import { readFileSync } from 'node:fs';
import { removeStopwords, ind } from 'stopword';

const iso = JSON.parse(readFileSync('node_modules/stopwords-iso/stopwords-iso.json', 'utf8')).id;
for (const name of ['rasa baru', 'usaha bersama', 'bakso besar', 'dapur ibu', 'masa lama', 'kopi lereng']) {
  const left = [ind, iso].map((list) => removeStopwords(name.split(' '), list).join(' ') || '(nothing)');
  console.log(`${name}: stopword ${left[0]}, stopwords-iso ${left[1]}`);
}
END
node drop.mjs | tee seen

diff - seen <<'END'
rasa baru: stopword (nothing), stopwords-iso (nothing)
usaha bersama: stopword usaha, stopwords-iso usaha
bakso besar: stopword bakso, stopwords-iso bakso
dapur ibu: stopword dapur ibu, stopwords-iso dapur
masa lama: stopword (nothing), stopwords-iso (nothing)
kopi lereng: stopword kopi lereng, stopwords-iso kopi lereng
END
