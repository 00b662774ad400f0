#!/usr/bin/env bash
# python-stdnum refuses every citizen number of North Kalimantan and of four provinces of Papua.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv py
py/bin/pip install --quiet --disable-pip-version-check python-stdnum==2.2
py/bin/pip freeze | grep -E '^python-stdnum=='

cat <<'END'
The first two digits of an Indonesian citizen number (NIK) are the province in the list of the home ministry. stdnum
looks them up in another list, which has neither 65 (North Kalimantan) nor 92, 93, 95 and 96 (in Papua), and refuses
their citizens whatever the regency. The numbers here end in 0000, which nobody is given.
END

cat >check.py <<'END'
from stdnum.exceptions import ValidationError
from stdnum.id import nik

for province in ("32", "65", "91", "92", "93", "94", "95", "96"):
    known = 0
    for regency in range(1, 100):
        try:
            nik.validate(f"{province}{regency:02}01" + "010100" + "0000")
            known += 1
        except ValidationError:
            pass
    print(f"{province}: taken with {known} of 99 numbers of a regency")
END
py/bin/python check.py | tee seen

diff - seen <<'END'
32: taken with 99 of 99 numbers of a regency
65: taken with 0 of 99 numbers of a regency
91: taken with 99 of 99 numbers of a regency
92: taken with 0 of 99 numbers of a regency
93: taken with 0 of 99 numbers of a regency
94: taken with 99 of 99 numbers of a regency
95: taken with 0 of 99 numbers of a regency
96: taken with 0 of 99 numbers of a regency
END
