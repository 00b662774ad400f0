#!/usr/bin/env bash
# Two patches of Node.js 20 format the same price in rupiah differently, with cents and without.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
kind="node-$(node -p 'process.platform + "-" + process.arch')"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts "older@npm:$kind@20.18.1" "newer@npm:$kind@20.20.2"

cat <<'END'
Whether `Intl.NumberFormat` gives a rupiah price two decimals is decided by the tables of ICU that a build of Node.js
carries, not by its version of JavaScript: 20.18.1 writes `Rp 12.500,00`, 20.20.2 `Rp 12.500`. A page made on one
machine and tested on another differs in every price, unless `maximumFractionDigits` is given.
END

cat >price.cjs <<'END'
const price = (options) => new Intl.NumberFormat('id', { style: 'currency', currency: 'IDR', ...options }).format(12500);
const { node, icu } = process.versions;
const [usual, told] = [price({}), price({ maximumFractionDigits: 0 })];
console.log(`Node.js ${node}, ICU ${icu}: ${JSON.stringify(usual)}, told: ${JSON.stringify(told)}`);
END
{
  node_modules/older/bin/node price.cjs
  node_modules/newer/bin/node price.cjs
} | sed 's/\xc2\xa0/<nbsp>/g' | tee seen

diff - seen <<'END'
Node.js 20.18.1, ICU 75.1: "Rp<nbsp>12.500,00", told: "Rp<nbsp>12.500"
Node.js 20.20.2, ICU 78.2: "Rp<nbsp>12.500", told: "Rp<nbsp>12.500"
END
