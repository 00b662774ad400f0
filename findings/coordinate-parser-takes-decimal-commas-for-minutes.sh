#!/usr/bin/env bash
# coordinate-parser takes decimal commas for minutes and seconds and moves a village out of the map without an error.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts coordinate-parser@1.0.7 geo-coordinates-parser@1.7.4
npm ls --depth 0 | sed -n 's/^.── //p'

cat <<'END'
`-7,1234, 107,5678` is how Indonesians write a place in West Java. coordinate-parser reads 1234 and 5678 as minutes and
answers with 27.6 degrees south and a longitude above 180; geo-coordinates-parser reads the place that is meant.
END

cat >read.cjs <<'END'
const Coordinates = require('coordinate-parser');
const { convert } = require('geo-coordinates-parser');
for (const written of ['-7.1234, 107.5678', '-7,1234, 107,5678']) {
  const place = new Coordinates(written);
  const shown = [place.getLatitude(), place.getLongitude()].map((degrees) => degrees.toFixed(4));
  console.log(`${written}: coordinate-parser ${shown.join(' ')}`);
  const { decimalLatitude, decimalLongitude } = convert(written);
  console.log(`${written}: geo-coordinates-parser ${decimalLatitude} ${decimalLongitude}`);
}
END
node read.cjs | tee seen

diff - seen <<'END'
-7.1234, 107.5678: coordinate-parser -7.1234 107.5678
-7.1234, 107.5678: geo-coordinates-parser -7.1234 107.5678
-7,1234, 107,5678: coordinate-parser -27.5667 201.6333
-7,1234, 107,5678: geo-coordinates-parser -7.1234 107.5678
END
