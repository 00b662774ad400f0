#!/usr/bin/env bash
# qriskit leaves the merchant's fee out of a code when it puts the sum in; another library keeps it.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv py
py/bin/pip install --quiet --disable-pip-version-check qriskit==0.2.0
py/bin/pip freeze | grep -E '^qriskit=='
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @misterdevs/qris-static-to-dynamic@1.1.2
npm ls --depth 0 | sed -n 's/^.── //p'

cat <<'END'
The code printed by a shop asks for a fixed fee of Rp 500 (fields 55 and 56). Made a code of one sum, it has lost the
fee after qriskit, which reads it as valid before and after, and has kept it after the npm package.
END

cat >code.py <<'END'
def field(name, value):
    return f"{name}{len(value):02}{value}"


def checksum(text):
    crc = 0xFFFF
    for byte in text.encode():
        crc ^= byte << 8
        for _ in range(8):
            crc = (crc << 1 ^ 0x1021 if crc & 0x8000 else crc << 1) & 0xFFFF
    return f"{crc:04X}"


account = field("00", "ID.CO.CONTOH.WWW") + field("01", "936000000000000001") + field("03", "UMI")
national = field("00", "ID.CO.QRIS.WWW") + field("02", "ID1000000000001") + field("03", "UMI")
body = "".join(
    field(name, value)
    for name, value in (
        ("00", "01"), ("01", "11"), ("26", account), ("51", national), ("52", "5499"), ("53", "360"),
        ("55", "02"), ("56", "500"), ("58", "ID"), ("59", "KOPERASI CONTOH"), ("60", "KAB. CONTOH"), ("61", "40000"),
    )
) + "6304"
print(body + checksum(body))
END

cat >dynamic.py <<'END'
import sys

import qriskit

code = sys.argv[1]
print([str(issue) for issue in qriskit.validate(code)], file=sys.stderr)
print(qriskit.parse(code).to_dynamic(12500).dumps())
END

cat >fields.py <<'END'
import sys

who, code = sys.argv[1:]
fields = {}
while code:
    size = int(code[2:4])
    fields[code[:2]], code = code[4 : 4 + size], code[4 + size :]
print(f"{who}:", {name: fields.get(name) for name in ("01", "54", "55", "56")})
END

code=$(py/bin/python code.py)
from_qriskit=$(py/bin/python dynamic.py "$code" 2>issues)
py/bin/python dynamic.py "$from_qriskit" >/dev/null 2>>issues
from_npm=$(node -p 'require("@misterdevs/qris-static-to-dynamic").qrisdynamicgenerator(process.argv[1], 12500)' "$code")
{
  py/bin/python fields.py printed "$code"
  py/bin/python fields.py qriskit "$from_qriskit"
  py/bin/python fields.py misterdevs "$from_npm"
  sed 's/^/issues that qriskit sees: /' issues
} | tee seen

diff - seen <<'END'
printed: {'01': '11', '54': None, '55': '02', '56': '500'}
qriskit: {'01': '12', '54': '12500', '55': None, '56': None}
misterdevs: {'01': '12', '54': '12500', '55': '02', '56': '500'}
issues that qriskit sees: []
issues that qriskit sees: []
END
