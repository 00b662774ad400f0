#!/usr/bin/env bash
# SheetJS makes the code of an Indonesian district in a CSV file a day of 2032, and leaves its neighbour a text.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts xlsx@0.18.5
npm ls --depth 0 | sed -n 's/^.── //p'

cat <<'END'
`32.04.15`, a district's code, becomes the number of 15 April 2032, and `32.04.31` that of 1 May. Where the middle is no
month the code stays a text: `32.13.07`. So one column of codes holds numbers and texts.
END

cat >wilayah.csv <<'END'
kode,kecamatan
32.04.15,Contoh Satu
32.13.07,Contoh Dua
32.04.31,Contoh Tiga
32.10.12,Contoh Empat
END

cat >read.cjs <<'END'
const XLSX = require('xlsx');
const book = XLSX.readFile('wilayah.csv');
const rows = XLSX.utils.sheet_to_json(book.Sheets[book.SheetNames[0]]);
for (const { kode, kecamatan } of rows) {
  const day = typeof kode === 'number' ? XLSX.SSF.format('yyyy-mm-dd', kode) : 'no day';
  console.log(`${kecamatan}: ${JSON.stringify(kode)}, ${day}`);
}
END
node read.cjs | tee seen

diff - seen <<'END'
Contoh Satu: 48319, 2032-04-15
Contoh Dua: "32.13.07", no day
Contoh Tiga: 48335, 2032-05-01
Contoh Empat: 48499, 2032-10-12
END
