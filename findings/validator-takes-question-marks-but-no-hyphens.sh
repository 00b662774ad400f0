#!/usr/bin/env bash
# validator's test for Indonesian mobile numbers refuses hyphens, the usual way to write them, and takes `?` and `|`.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts validator@13.15.35 libphonenumber-js@1.13.16
npm ls --depth 0 | sed -n 's/^.── //p'

cat <<'END'
`isMobilePhone(…, 'id-ID')` refuses `0812-0000-0000` and takes the same digits with spaces, question marks or vertical
bars between them. It does not know the prefix 0810 at all, which libphonenumber does.
END

cat >check.cjs <<'END'
const validator = require('validator');
const { isValidPhoneNumber } = require('libphonenumber-js/max');
const numbers = ['081200000000', '0812-0000-0000', '0812 0000 0000', '0812?0000|0000', '081000000001'];
for (const number of numbers) {
  const [here, there] = [validator.isMobilePhone(number, 'id-ID'), isValidPhoneNumber(number, 'ID')];
  console.log(`${number}: validator ${here}, libphonenumber ${there}`);
}
END
node check.cjs | tee seen

diff - seen <<'END'
081200000000: validator true, libphonenumber true
0812-0000-0000: validator false, libphonenumber true
0812 0000 0000: validator true, libphonenumber true
0812?0000|0000: validator true, libphonenumber false
081000000001: validator false, libphonenumber true
END
