#!/usr/bin/env bash
# currency.js makes NaN of a price that ends in `,-`, and does not throw when it is told to throw on invalid values.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts currency.js@2.0.4 accounting@0.4.1
npm ls --depth 0 | sed -n 's/^.── //p'

cat <<'END'
`Rp 12.500,-` is how Indonesian price lists say that there are no cents. With the Indonesian separators currency.js
makes NaN of it, and one such price makes the whole sum NaN. `errorOnInvalid`, which throws on a missing price, lets it
pass. accounting reads 12500.
END

cat >read.cjs <<'END'
const currency = require('currency.js');
const accounting = require('accounting');
const rupiah = { separator: '.', decimal: ',', precision: 0, errorOnInvalid: true };
for (const price of ['Rp 12.500', 'Rp 12.500,00', 'Rp 12.500,-']) {
  console.log(`${price}: currency.js ${currency(price, rupiah).value}, accounting ${accounting.unformat(price, ',')}`);
}
console.log(`sum with 7.500: ${currency('Rp 12.500,-', rupiah).add('Rp 7.500').value}`);
try {
  currency(null, rupiah);
} catch (error) {
  console.log(`nothing: ${error.message}`);
}
END
node read.cjs | tee seen

diff - seen <<'END'
Rp 12.500: currency.js 12500, accounting 12500
Rp 12.500,00: currency.js 12500, accounting 12500
Rp 12.500,-: currency.js NaN, accounting 12500
sum with 7.500: NaN
nothing: Invalid Input
END
