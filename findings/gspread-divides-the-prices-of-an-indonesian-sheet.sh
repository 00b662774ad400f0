#!/usr/bin/env bash
# gspread hands over a price of 12500 in an Indonesian Google sheet as 12.5.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv py
py/bin/pip install --quiet --disable-pip-version-check gspread==6.2.1
py/bin/pip freeze | grep -E '^gspread=='

cat <<'END'
`get_all_records` asks Google for cells as they are shown, which in a sheet with Indonesian settings is `12.500` for the
number 12500, and makes English numbers of them: 12.5, and 100.0 of `100.000`. `1.250.000` stays a text.
END

cat >read.py <<'END'
from gspread.http_client import HTTPClient
from gspread.worksheet import Worksheet

SHOWN = [["nama", "harga"], ["Kopi", "12.500"], ["Teh", "100.000"], ["Bambu", "1.250.000"]]


class Google(HTTPClient):
    """Answers as Google does for a sheet whose prices are 12500, 100000 and 1250000, shown with dots."""

    def __init__(self):
        pass

    def values_get(self, *request, params=None, **others):
        print("asked for cells as", (params or {}).get("valueRenderOption") or "shown, the default")
        return {"range": "produk!A1:B4", "majorDimension": "ROWS", "values": SHOWN}


google = Google()
properties = {"sheetId": 0, "title": "produk", "index": 0, "gridProperties": {"rowCount": 4, "columnCount": 2}}
for record in Worksheet(None, properties, "sheet", google).get_all_records():
    print(record)
END
py/bin/python read.py | tee seen

diff - seen <<'END'
asked for cells as shown, the default
{'nama': 'Kopi', 'harga': 12.5}
{'nama': 'Teh', 'harga': 100.0}
{'nama': 'Bambu', 'harga': '1.250.000'}
END
