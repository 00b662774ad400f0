#!/usr/bin/env bash
# A workbook whose telephone numbers xlsx-populate formatted as text cannot be opened by openpyxl and pandas.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts xlsx-populate@1.21.0 exceljs@4.4.0
npm ls --depth 0 | sed -n 's/^.── //p'
python3 -m venv py
py/bin/pip install --quiet --disable-pip-version-check openpyxl==3.1.5 pandas==3.1.1 python-calamine==0.9.1
py/bin/pip freeze | grep -E '^(openpyxl|pandas|python-calamine)=='

cat <<'END'
The format `@` is what keeps the first 0 of a telephone number. For a cell with a format or a font but no fill,
xlsx-populate writes an empty fill into the workbook. openpyxl, and `pandas.read_excel` with it, refuses the whole file
for that. Without styles, or with a fill on each cell that has one, it opens; exceljs and calamine read all four.
END

cat >write.cjs <<'END'
const XlsxPopulate = require('xlsx-populate');
const ExcelJS = require('exceljs');
const styles = {
  plain: null,
  text: { numberFormat: '@' },
  bold: { bold: true },
  filled: { numberFormat: '@', fill: 'ffffcc' },
};
(async () => {
  for (const [name, style] of Object.entries(styles)) {
    const book = await XlsxPopulate.fromBlankAsync();
    const cell = book.sheet(0).cell('A1').value('081000000001');
    if (style) cell.style(style);
    await book.toFileAsync(`${name}.xlsx`);
    const read = new ExcelJS.Workbook();
    await read.xlsx.readFile(`${name}.xlsx`);
    console.log(`exceljs, ${name}: ${read.worksheets[0].getCell('A1').value}`);
  }
})();
END
cat >read.py <<'END'
import pandas

for name in ("plain", "text", "bold", "filled"):
    for engine in ("openpyxl", "calamine"):
        try:
            cell = pandas.read_excel(f"{name}.xlsx", header=None, dtype=str, engine=engine).iat[0, 0]
        except TypeError as error:
            cell = f"TypeError: {error}"
        print(f"{engine}, {name}: {cell}")
END
{
  node write.cjs
  py/bin/python read.py
} | tee seen

diff - seen <<'END'
exceljs, plain: 081000000001
exceljs, text: 081000000001
exceljs, bold: 081000000001
exceljs, filled: 081000000001
openpyxl, plain: 081000000001
calamine, plain: 081000000001
openpyxl, text: TypeError: expected <class 'openpyxl.styles.fills.Fill'>
calamine, text: 081000000001
openpyxl, bold: TypeError: expected <class 'openpyxl.styles.fills.Fill'>
calamine, bold: 081000000001
openpyxl, filled: 081000000001
calamine, filled: 081000000001
END
