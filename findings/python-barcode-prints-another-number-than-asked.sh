#!/usr/bin/env bash
# python-barcode draws another number than it is given, if the last digit is wrong, without an error or a warning.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv py
py/bin/pip install --quiet --disable-pip-version-check python-barcode==0.16.1
py/bin/pip freeze | grep -E '^python-barcode=='
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts bwip-js@4.11.4
npm ls --depth 0 | sed -n 's/^.── //p'

cat <<'END'
Of thirteen digits with a slip of the pen it replaces the last by the check digit of the others: the label carries a
right code of a number that is on no package. bwip-js refuses such a number.
END

cat >draw.py <<'END'
import warnings

import barcode

with warnings.catch_warnings(record=True) as warned:
    warnings.simplefilter("always")
    for kind, number in (("ean13", "9521234567899"), ("ean13", "9521234567809"), ("ean8", "95201239")):
        print(f"python-barcode: {kind} {number} is drawn as {barcode.get(kind, number).get_fullcode()}")
print("warnings:", len(warned))
END
cat >draw.cjs <<'END'
const bwip = require('bwip-js');
for (const [bcid, text] of [['ean13', '9521234567899'], ['ean13', '9521234567809'], ['ean8', '95201239']]) {
  try {
    bwip.toSVG({ bcid, text });
    console.log(`bwip-js: ${bcid} ${text} is drawn`);
  } catch (error) {
    console.log(`bwip-js: ${bcid} ${text} is refused: ${error.message.replace(/^.*: /, '')}`);
  }
}
END
{
  py/bin/python draw.py
  node draw.cjs
} | tee seen

diff - seen <<'END'
python-barcode: ean13 9521234567899 is drawn as 9521234567899
python-barcode: ean13 9521234567809 is drawn as 9521234567806
python-barcode: ean8 95201239 is drawn as 95201238
warnings: 0
bwip-js: ean13 9521234567899 is drawn
bwip-js: ean13 9521234567809 is refused: Incorrect EAN-13 check digit provided
bwip-js: ean8 95201239 is refused: Incorrect EAN-8 check digit provided
END
