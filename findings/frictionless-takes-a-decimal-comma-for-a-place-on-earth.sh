#!/usr/bin/env bash
# frictionless takes a column of decimal commas for places on the globe: 0,5 kg lies in the Gulf of Guinea.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv py
py/bin/pip install --quiet --disable-pip-version-check frictionless==5.21.0
py/bin/pip freeze | grep -E '^frictionless=='

cat <<'END'
`0,5` and `2,5` could be longitude and latitude, so a column of weights with decimal commas is described as type
`geopoint` and read as pairs of whole degrees. Validation by frictionless itself finds the table valid.
END

cat >gudang.csv <<'END'
barang;berat
gula aren;0,5
kopi bubuk;2,5
END

cat >read.py <<'END'
from frictionless import Dialect, Resource, formats, validate

dialect = Dialect(controls=[formats.CsvControl(delimiter=";")])
with Resource("gudang.csv", dialect=dialect) as resource:
    rows = [row["berat"] for row in resource.row_stream]
    print("type:", resource.schema.get_field("berat").type)
    print("rows:", [[float(part) for part in row] for row in rows])
print("valid:", validate(Resource("gudang.csv", dialect=dialect)).valid)
END
py/bin/python read.py | tee seen

diff - seen <<'END'
type: geopoint
rows: [[0.0, 5.0], [2.0, 5.0]]
valid: True
END
