#!/usr/bin/env bash
# numbro in Indonesian reads `1,5jt`, one and a half million, a thousand billion times too large.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts numbro@2.5.0
npm ls --depth 0 | sed -n 's/^.── //p'

cat <<'END'
Indonesians write `jt` for a million. numbro's Indonesian has `j` for a million and `t` for a million millions, finds
both in `1,5jt`, and multiplies by both: 1.5 × 10^18. `35rb`, thirty-five thousand, is NaN; written back by numbro,
thousands are `r`, and `Rp` stands behind the amount.
END

cat >read.cjs <<'END'
const numbro = require('numbro');
numbro.registerLanguage(require('numbro/dist/languages.min.js').id, true);
for (const written of ['1,5jt', '1,5j', '35rb', '35r']) {
  console.log(`${written}: ${numbro.unformat(written)}`);
}
console.log(`1500000: ${numbro(1500000).format({ average: true, mantissa: 1 })}`);
console.log(`12500: ${numbro(12500).formatCurrency()}`);
END
node read.cjs | tee seen

diff - seen <<'END'
1,5jt: 1500000000000000000
1,5j: 1500000
35rb: NaN
35r: 35000
1500000: 1,5j
12500: 12500Rp
END
