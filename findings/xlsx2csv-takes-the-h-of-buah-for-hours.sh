#!/usr/bin/env bash
# xlsx2csv takes letters of a unit in a cell's number format for a clock: `40 buah` comes out without its 40.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv py
py/bin/pip install --quiet --disable-pip-version-check xlsx2csv==0.8.6 openpyxl==3.1.5
py/bin/pip freeze | grep -E '^(xlsx2csv|openpyxl)=='

cat <<'END'
The unit stands in quotes in the number format, which makes it a text for every spreadsheet program. xlsx2csv looks for
letters of dates inside the quotes all the same: of `40 buah` and `3 hari` the number is lost, and a midnight hour, 12,
stands in the place of the `h`. `40 kg` and `40 ikat` come out as 40.
END

cat >write.py <<'END'
import openpyxl

book = openpyxl.Workbook()
sheet = book.active
for row, (unit, amount) in enumerate((("kg", 40), ("ikat", 40), ("buah", 40), ("hari", 3)), start=1):
    sheet.cell(row, 1, unit)
    sheet.cell(row, 2, amount).number_format = f'0" {unit}"'
book.save("stok.xlsx")
END
py/bin/python write.py
py/bin/xlsx2csv stok.xlsx | tee seen

diff - seen <<'END'
kg,40
ikat,40
buah,"0"" bua12"""
hari,"0"" 12ari"""
END
