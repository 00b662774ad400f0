#!/usr/bin/env bash
# markitdown rounds the telephone numbers of a workbook to seven digits when one member has none.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv py
py/bin/pip install --quiet --disable-pip-version-check 'markitdown[xlsx]==0.1.9' pandas==3.1.1 openpyxl==3.1.5
py/bin/pip freeze | grep -E '^(markitdown|pandas|openpyxl)=='

cat <<'END'
A workbook holds the members' telephones as numbers, without their first 0. While each has one, the table is right. Once
one cell is empty every number of the column is written as `8.100000e+10`: two members share a number, and nobody can be
rung. The amounts beside them gain a `.0`.
END

cat >convert.py <<'END'
from markitdown import MarkItDown
from openpyxl import Workbook

MEMBERS = (("Satu", 81000000001, 12500), ("Dua", 81000000002, 9000))
for name, rows in (("all have one", MEMBERS), ("one has none", (*MEMBERS, ("Tiga", None, None)))):
    book = Workbook()
    for row in (("nama", "telepon", "iuran"), *rows):
        book.active.append(row)
    book.save("anggota.xlsx")
    print(name)
    print(MarkItDown().convert("anggota.xlsx").text_content)
END
py/bin/python convert.py | tee seen

diff - seen <<'END'
all have one
## Sheet
| nama | telepon | iuran |
| --- | --- | --- |
| Satu | 81000000001 | 12500 |
| Dua | 81000000002 | 9000 |
one has none
## Sheet
| nama | telepon | iuran |
| --- | --- | --- |
| Satu | 8.100000e+10 | 12500.0 |
| Dua | 8.100000e+10 | 9000.0 |
| Tiga | NaN | NaN |
END
