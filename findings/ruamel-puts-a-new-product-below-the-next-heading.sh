#!/usr/bin/env bash
# ruamel.yaml keeps comments, but at the end of the item above: new items land below the next section's heading.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv py
py/bin/pip install --quiet --disable-pip-version-check ruamel.yaml==0.19.1
py/bin/pip freeze | grep -E '^ruamel.yaml=='

cat <<'END'
In a profile edited by round trip, a comment above a section belongs to the last item of the section before. A product
appended to `produk` comes out below the comment about `pengurus`, and removing the last product removes that comment.
END

cat >edit.py <<'END'
import io

from ruamel.yaml import YAML

TEXT = """\
produk:
- nama: Kopi bubuk
- nama: Gula aren

# Orang yang dapat ditanya
pengurus:
- nama: Contoh
"""
yaml = YAML()


def written(change):
    profile = yaml.load(TEXT)
    change(profile["produk"])
    text = io.StringIO()
    yaml.dump(profile, text)
    return text.getvalue()


print("unchanged is the same text:", written(lambda products: None) == TEXT)
print("\nappended:\n" + written(lambda products: products.append({"nama": "Teh"})))
print("removed the last:\n" + written(lambda products: products.pop()), end="")
END
py/bin/python edit.py | tee seen

diff - seen <<'END'
unchanged is the same text: True

appended:
produk:
- nama: Kopi bubuk
- nama: Gula aren

# Orang yang dapat ditanya
- nama: Teh
pengurus:
- nama: Contoh

removed the last:
produk:
- nama: Kopi bubuk
pengurus:
- nama: Contoh
END
