#!/usr/bin/env bash
# Without its plus, libphonenumber takes the country code of an Indonesian landline for an area code in Sumatra.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv py
py/bin/pip install --quiet --disable-pip-version-check phonenumbers==9.0.43
py/bin/pip freeze | grep -E '^phonenumbers=='

cat <<'END'
`62 22 2000000`, Bandung with the country code but no plus, is read as a valid landline in the area 0622, around
Pematangsiantar. A mobile number written the same way is read rightly, so that a test with mobile numbers shows nothing.
END

cat >read.py <<'END'
import phonenumbers
from phonenumbers import geocoder

for written in ("+62 22 2000000", "62 22 2000000", "+62 810 0000 0001", "62 810 0000 0001"):
    read = phonenumbers.parse(written, "ID")
    number = phonenumbers.format_number(read, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    place = geocoder.description_for_number(read, "en")
    print(f"{written}: {number}, valid: {phonenumbers.is_valid_number(read)}, {place}")
END
py/bin/python read.py | tee seen

diff - seen <<'END'
+62 22 2000000: +62 22 2000000, valid: True, Bandung/Cimahi
62 22 2000000: +62 622 22000000, valid: True, Pematangsiantar/Pematang Raya/Limapuluh
+62 810 0000 0001: +62 810-0000-0001, valid: True, Indonesia
62 810 0000 0001: +62 810-0000-0001, valid: True, Indonesia
END
