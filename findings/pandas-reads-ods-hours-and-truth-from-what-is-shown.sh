#!/usr/bin/env bash
# pandas reads hours and truth values of an ODS file from the text shown, not from the value stored beside it.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv py
py/bin/pip install --quiet --disable-pip-version-check pandas==3.1.1 odfpy==1.4.1 python-calamine==0.9.1
py/bin/pip freeze | grep -E '^(pandas|odfpy|python-calamine)=='

cat <<'END'
An ODS cell holds its value and the text shown. Where the text is Indonesian, the engine `odf` reads another value: true
shown as BENAR is False, 08:00 shown as 08.00 is midnight, and 16:00 shown as 16.00 is a ValueError. The engine
`calamine` reads the values.
END

cat >read.py <<'END'
import zipfile

import pandas as pd

KIND = "application/vnd.oasis.opendocument.spreadsheet"
OASIS = "urn:oasis:names:tc:opendocument:xmlns:"


def cell(attributes, shown):
    return f"<table:table-cell {attributes}><text:p>{shown}</text:p></table:table-cell>"


def text(shown):
    return cell('office:value-type="string"', shown)


def write(path, hour):
    heads = "".join(text(head) for head in ("hari", "buka", "tunai"))
    values = (
        text("Senin")
        + cell(f'office:value-type="time" office:time-value="PT{hour}H00M00S"', f"{hour}.00")
        + cell('office:value-type="boolean" office:boolean-value="true"', "BENAR")
    )
    rows = "".join(f"<table:table-row>{cells}</table:table-row>" for cells in (heads, values))
    names = "".join(f' xmlns:{name}="{OASIS}{name}:1.0"' for name in ("office", "table", "text"))
    content = (
        f'<office:document-content{names} office:version="1.2"><office:body><office:spreadsheet>'
        f'<table:table table:name="buka">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = (
        f'<manifest:manifest xmlns:manifest="{OASIS}manifest:1.0" manifest:version="1.2">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{KIND}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
        "</manifest:manifest>"
    )
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("mimetype", KIND)
        file.writestr("META-INF/manifest.xml", manifest)
        file.writestr("content.xml", content)


for hour in ("08", "16"):
    write(f"{hour}.ods", hour)
    for engine in ("odf", "calamine"):
        try:
            table = pd.read_excel(f"{hour}.ods", engine=engine)
            read = [str(value) for value in table.iloc[0]]
        except ValueError as error:
            read = f"ValueError: {error}"
        print(f"{hour}:00 and true, {engine}: {read}")
END
py/bin/python read.py | tee seen

diff - seen <<'END'
08:00 and true, odf: ['Senin', '00:00:00', 'False']
08:00 and true, calamine: ['Senin', '08:00:00', 'True']
16:00 and true, odf: ValueError: Given date string "16.00" not likely a datetime
16:00 and true, calamine: ['Senin', '16:00:00', 'True']
END
