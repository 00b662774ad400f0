#!/usr/bin/env bash
# The amount in words of a receipt is ten times the one in digits, when the digits bring a dot, a space or a comma.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @develoka/angka-terbilang-js@1.4.2
npm ls --depth 0 | sed -n 's/^.── //p'

cat <<'END'
Indonesian receipts repeat the sum in words (terbilang). The library counts each sign that is no digit as a place, one
without a word: `85.000`, with the comma set for decimals as its README shows, is 850 thousand, and so is `85000` with a
space behind it, as cells of sheets often have. `12.500` and `12 500` are 120,500. The words make a sum that nobody
would stop at.
END

cat >words.cjs <<'END'
const terbilang = require('@develoka/angka-terbilang-js');
const words = (...asked) => terbilang(...asked).trim().replace(/ +/g, ' ');
for (const sum of ['85000', '85.000', '12.500']) console.log(`${sum}: ${words(sum, { decimal: ',' })}`);
for (const sum of ['85000 ', '12 500', '85000,5']) console.log(`"${sum}": ${words(sum)}`);
END
node words.cjs | tee seen

diff - seen <<'END'
85000: delapan puluh lima ribu
85.000: delapan ratus lima puluh ribu
12.500: seratus dua puluh ribu lima ratus
"85000 ": delapan ratus lima puluh ribu
"12 500": seratus dua puluh ribu lima ratus
"85000,5": delapan juta lima ratus ribu puluh lima
END
