#!/usr/bin/env bash
# pandas makes numbers of cells that a workbook holds as text, in the English way.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv py
py/bin/pip install --quiet --disable-pip-version-check pandas==3.1.1 openpyxl==3.1.5 python-calamine==0.9.1
py/bin/pip freeze | grep -E '^(pandas|openpyxl|python-calamine)=='

cat <<'END'
Cells of type text, with the format for text (`@`) that forms use to keep zeros and dots, come out of `read_excel` as
numbers all the same, with both readers: `12.500` is 12.5, `32.10` is 32.1, and the 0 before a telephone number is gone.
END

cat >read.py <<'END'
import openpyxl
import pandas as pd

book = openpyxl.Workbook()
sheet = book.active
for row in (
    ["harga", "wilayah", "telepon", "kode"],
    ["12.500", "32.10", "081000000001", "007"],
    ["100.000", "32.04", "081000000002", "012"],
):
    sheet.append(row)
for row in sheet:
    for cell in row:
        cell.number_format = "@"
book.save("produk.xlsx")

sheet = openpyxl.load_workbook("produk.xlsx").active
print("in the file:", [(cell.value, cell.data_type, cell.number_format) for cell in sheet[2]])
for engine in ("openpyxl", "calamine"):
    table = pd.read_excel("produk.xlsx", engine=engine)
    print(f"{engine}:", {column: table[column].tolist() for column in table})
END
py/bin/python read.py | tee seen

diff - seen <<'END'
in the file: [('12.500', 's', '@'), ('32.10', 's', '@'), ('081000000001', 's', '@'), ('007', 's', '@')]
openpyxl: {'harga': [12.5, 100.0], 'wilayah': [32.1, 32.04], 'telepon': [81000000001, 81000000002], 'kode': [7, 12]}
calamine: {'harga': [12.5, 100.0], 'wilayah': [32.1, 32.04], 'telepon': [81000000001, 81000000002], 'kode': [7, 12]}
END
