#!/usr/bin/env bash
# libphonenumber reads two lines written `…0001/2` as one number with a digit more, and calls it valid.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts libphonenumber-js@1.13.16
npm ls --depth 0 | sed -n 's/^.── //p'
python3 -m venv py
py/bin/pip install --quiet --disable-pip-version-check phonenumbers==9.0.43
py/bin/pip freeze | grep -E '^phonenumbers=='

cat <<'END'
Indonesian offices write two lines as `0810-0000-0001/2`: …0001 and …0002. Both ports of libphonenumber read one number,
0810-0000-00012, and call it valid, since mobile numbers may have ten to thirteen digits. Two whole numbers with a comma
between them are refused.
END

cat >read.cjs <<'END'
const { parsePhoneNumberFromString } = require('libphonenumber-js/max');
for (const written of ['0810-0000-0001', '0810-0000-0001/2', '0810-0000-0001, 0810-0000-0002']) {
  const read = parsePhoneNumberFromString(written, 'ID');
  console.log(`js: ${written}: ${read ? `${read.number}, valid: ${read.isValid()}` : 'refused'}`);
}
END
cat >read.py <<'END'
import phonenumbers

for written in ("0810-0000-0001", "0810-0000-0001/2", "0810-0000-0001, 0810-0000-0002"):
    try:
        read = phonenumbers.parse(written, "ID")
        number = phonenumbers.format_number(read, phonenumbers.PhoneNumberFormat.E164)
        print(f"python: {written}: {number}, valid: {str(phonenumbers.is_valid_number(read)).lower()}")
    except phonenumbers.NumberParseException:
        print(f"python: {written}: refused")
END
{
  node read.cjs
  py/bin/python read.py
} | tee seen

diff - seen <<'END'
js: 0810-0000-0001: +6281000000001, valid: true
js: 0810-0000-0001/2: +62810000000012, valid: true
js: 0810-0000-0001, 0810-0000-0002: refused
python: 0810-0000-0001: +6281000000001, valid: true
python: 0810-0000-0001/2: +62810000000012, valid: true
python: 0810-0000-0001, 0810-0000-0002: refused
END
