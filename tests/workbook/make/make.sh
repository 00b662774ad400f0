#!/usr/bin/env bash
# Makes the files beside this folder again, where LibreOffice, openpyxl, exceljs and SheetJS are installed.
set -euo pipefail
cd "$(dirname "$0")"
office() { soffice --headless -env:UserInstallation="file://$profile" "$@" >/dev/null; }
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT
# As typed into a sheet of each language: 1057 is Indonesian, 1033 American English.
for locale in id:1057 en:1033; do
  for kind in xlsx ods xls; do
    office --infilter="CSV:44,34,76,1,,${locale#*:},false,true" --convert-to "$kind" --outdir "$profile/out" typed.csv
    mv "$profile/out/typed.$kind" "../typed-${locale%:*}.$kind"
  done
done
python3 marks.py ../marks-openpyxl.xlsx
node marks.cjs ../marks-exceljs.xlsx
node sheetjs.cjs ../rows-sheetjs.xls
# Opened and saved: formulas have their results.
for kind in xlsx ods xls; do
  cp ../marks-openpyxl.xlsx "$profile/marks-libreoffice.xlsx"
  office --convert-to "$kind" --outdir "$profile/out" "$profile/marks-libreoffice.xlsx"
  mv "$profile/out/marks-libreoffice.$kind" ..
done
