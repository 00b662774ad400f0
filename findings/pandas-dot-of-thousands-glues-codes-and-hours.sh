#!/usr/bin/env bash
# Told that a dot parts thousands, pandas drops the dots of region codes, dates, hours and telephone numbers too.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv py
py/bin/pip install --quiet --disable-pip-version-check pandas==3.1.1
py/bin/pip freeze | grep -E '^pandas=='

cat <<'END'
`thousands="."`, which Indonesian prices need, is not held to groups of three digits. `32.04.15` is read as 320415,
`08.00` as 800, the day `17.08.2026` as 17082026, and `0810.0000.0001` as a number without its first 0.
END

cat >produk.csv <<'END'
wilayah;buka;diperiksa;telepon;harga
32.04.15;08.00;17.08.2026;0810.0000.0001;12.500
32.04.16;16.30;05.12.2026;0810.0000.0002;1.250.000
END

cat >read.py <<'END'
import pandas as pd

table = pd.read_csv("produk.csv", sep=";", thousands=".", decimal=",")
for column in table:
    print(f"{column}: {table[column].dtype}, {table[column].tolist()}")
END
py/bin/python read.py | tee seen

diff - seen <<'END'
wilayah: int64, [320415, 320416]
buka: int64, [800, 1630]
diperiksa: int64, [17082026, 5122026]
telepon: int64, [81000000001, 81000000002]
harga: int64, [12500, 1250000]
END
