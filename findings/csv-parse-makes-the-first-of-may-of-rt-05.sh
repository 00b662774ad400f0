#!/usr/bin/env bash
# With `cast_date`, csv-parse makes days of texts that end with a small number: of `RT 05` the first of May 2001.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts csv-parse@7.0.3
npm ls --depth 0 | sed -n 's/^.── //p'

cat <<'END'
`cast_date` does not look for dates in the field but for texts of which JavaScript can make one. The neighbourhood
`RT 05`, the variant `Kopi 12` and the region code `32.04.15` all become days; the Indonesian day `17/8/2026` does not.
END

cat >read.mjs <<'END'
import { parse } from 'csv-parse/sync';

process.env.TZ = 'Asia/Jakarta';
const text = 'alamat,barang,wilayah,sampai\nRT 05,Kopi 12,32.04.15,17/8/2026\n';
const [row] = parse(text, { columns: true, cast: true, cast_date: true });
for (const [name, value] of Object.entries(row)) {
  const day = value instanceof Date && value.toLocaleDateString('sv');
  console.log(`${name}: ${day ? `a date, ${day}` : JSON.stringify(value)}`);
}
END
node read.mjs | tee seen

diff - seen <<'END'
alamat: a date, 2001-05-01
barang: a date, 2001-12-01
wilayah: a date, 2032-04-15
sampai: "17/8/2026"
END
