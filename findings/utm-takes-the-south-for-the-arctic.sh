#!/usr/bin/env bash
# proj4 and two libraries called utm put a village of zone 48S, as Indonesian maps write it, beside the North Pole.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts proj4@2.22.0 utm@1.1.1
npm ls --depth 0 | sed -n 's/^.── //p'
python3 -m venv py
py/bin/pip install --quiet --disable-pip-version-check utm==0.9.0 pyproj==3.7.2
py/bin/pip freeze | grep -E '^(utm|pyproj)=='

cat <<'END'
Village maps and hand-held receivers in West Java give `48S`, the southern half of zone 48. Both libraries called utm
take the letter for a band of latitude: S is a northern one, and the southern ones end at M. proj4 reads `+zone=48S` as
48 and forgets the letter. All three answer 82 degrees north without an error; PROJ itself refuses such a zone.
END

cat >read.cjs <<'END'
const proj4 = require('proj4');
const utm = require('utm');
const shown = (latitude, longitude) => `${latitude.toFixed(2)}, ${longitude.toFixed(2)}`;
const [east, north] = [782000, 9205000];
for (const zone of ['+zone=48 +south', '+zone=48S']) {
  const [longitude, latitude] = proj4(`+proj=utm ${zone} +datum=WGS84`, 'WGS84', [east, north]);
  console.log(`proj4, ${zone}: ${shown(latitude, longitude)}`);
}
for (const letter of ['M', 'S']) {
  const { latitude, longitude } = utm.toLatLon(east, north, 48, letter);
  console.log(`utm of npm, 48${letter}: ${shown(latitude, longitude)}`);
}
END
cat >read.py <<'END'
import pyproj
import utm

for letter in "MS":
    latitude, longitude = utm.to_latlon(782000, 9205000, 48, letter)
    print(f"utm of PyPI, 48{letter}: {latitude:.2f}, {longitude:.2f}")
try:
    pyproj.Proj("+proj=utm +zone=48S +datum=WGS84")
except pyproj.exceptions.CRSError:
    print("PROJ, +zone=48S: refused")
END
{
  node read.cjs
  py/bin/python read.py
} | tee seen

diff - seen <<'END'
proj4, +zone=48 +south: -7.19, 107.55
proj4, +zone=48S: 82.46, 124.63
utm of npm, 48M: -7.19, 107.55
utm of npm, 48S: 82.46, 124.63
utm of PyPI, 48M: -7.19, 107.55
utm of PyPI, 48S: 82.46, 124.63
PROJ, +zone=48S: refused
END
