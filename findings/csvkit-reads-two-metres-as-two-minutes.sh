#!/usr/bin/env bash
# csvkit reads a column of lengths in metres as minutes.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv py
py/bin/pip install --quiet --disable-pip-version-check csvkit==2.2.0 agate==1.14.2 pytimeparse==1.1.10
py/bin/pip freeze | grep -E '^(csvkit|agate|pytimeparse)=='

cat <<'END'
A column whose every value is a number and `m` is a column of durations: bamboo of 2 m becomes `0:02:00` in JSON, cloth
of 2.5 m `0:02:30`.
END

cat >produk.csv <<'END'
nama,panjang
Bambu apus,2 m
Kain batik,2.5 m
END
py/bin/csvjson --indent 1 produk.csv | tee seen
echo >>seen
echo

diff - seen <<'END'
[
 {
  "nama": "Bambu apus",
  "panjang": "0:02:00"
 },
 {
  "nama": "Kain batik",
  "panjang": "0:02:30"
 }
]
END
