#!/usr/bin/env bash
# SheetJS takes every comma of a CSV file for a mark of thousands, wherever it stands: `0,5` is 5, `12,5` is 125.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts xlsx@0.18.5
npm ls --depth 0 | sed -n 's/^.── //p'

cat <<'END'
A decimal comma in a CSV file is not kept as text and not read as a decimal: SheetJS leaves the comma out and hands over
a number ten or a hundred times too large. Only the text shown beside the number (`w`) still has the comma.
END

cat >gudang.csv <<'END'
barang;berat
gula aren;0,5
kopi bubuk;12,5
teh;1,25
END

cat >read.cjs <<'END'
const XLSX = require('xlsx');
const book = XLSX.readFile('gudang.csv', { FS: ';' });
const sheet = book.Sheets[book.SheetNames[0]];
for (const cell of ['B2', 'B3', 'B4']) {
  const { t: type, v: value, w: shown } = sheet[cell];
  console.log(`${cell}: type ${type}, value ${value}, shown ${shown}`);
}
END
node read.cjs | tee seen

diff - seen <<'END'
B2: type n, value 5, shown 0,5
B3: type n, value 125, shown 12,5
B4: type n, value 125, shown 1,25
END
