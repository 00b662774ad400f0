#!/usr/bin/env bash
# pyexcel-ods makes a text of every cell that LibreOffice holds as an amount of rupiah.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv py
py/bin/pip install --quiet --disable-pip-version-check pyexcel-ods==0.6.0 pyexcel-io==0.6.8 odfpy==1.4.1
py/bin/pip freeze | grep -E '^(pyexcel-ods|pyexcel-io|odfpy)=='

cat <<'END'
LibreOffice stores an amount with a currency as a cell of its own type. pyexcel-ods hands such a price over as the text
`12500 IDR`; the plain 7500 below it is a number. One column has two types, and a sum of it fails.
END

cat >read.py <<'END'
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P
import pyexcel_ods

PRICES = (
    ("kopi", {"valuetype": "currency", "currency": "IDR", "value": "12500"}, "Rp12.500"),
    ("teh", {"valuetype": "float", "value": "7500"}, "7.500"),
)
document = OpenDocumentSpreadsheet()
table = Table(name="produk")
for name, attributes, shown in PRICES:
    row = TableRow()
    for cell, text in ((TableCell(valuetype="string"), name), (TableCell(**attributes), shown)):
        cell.addElement(P(text=text))
        row.addElement(cell)
    table.addElement(row)
document.spreadsheet.addElement(table)
document.save("produk.ods")

rows = pyexcel_ods.get_data("produk.ods")["produk"]
print(rows)
try:
    print(sum(price for _, price in rows))
except TypeError as error:
    print(f"sum: TypeError: {error}")
END
py/bin/python read.py | tee seen

diff - seen <<'END'
[['kopi', '12500 IDR'], ['teh', 7500]]
sum: TypeError: unsupported operand type(s) for +: 'int' and 'str'
END
