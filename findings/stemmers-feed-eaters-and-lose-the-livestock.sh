#!/usr/bin/env bash
# Both common stemmers for Indonesian join goods that have nothing in common and part words of one root.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv py
py/bin/pip install --quiet --disable-pip-version-check snowballstemmer==3.1.1 PySastrawi==1.2.1
py/bin/pip freeze | grep -E '^(snowballstemmer|PySastrawi)=='

cat <<'END'
Snowball, which search engines build on, joins curry with sugar (gulai, gula), eating with animal feed (memakan, pakan)
and shrimp paste with mother's milk (terasi, asi), and parts "to process" from its root (mengolah, olah). Sastrawi with
its dictionary is right there, but parts livestock farming from livestock (peternakan, ternak).
END

cat >stem.py <<'END'
from Sastrawi.Stemmer.StemmerFactory import StemmerFactory
from snowballstemmer import stemmer

snowball = stemmer("indonesian").stemWord
sastrawi = StemmerFactory().create_stemmer().stem
for pair in (
    ("gulai", "gula"),
    ("memakan", "pakan"),
    ("terasi", "asi"),
    ("mengolah", "olah"),
    ("peternakan", "ternak"),
):
    for name, stem in (("Snowball", snowball), ("Sastrawi", sastrawi)):
        one, other = (stem(word) for word in pair)
        print(f"{pair[0]}, {pair[1]}: {name} {one}, {other}: {'joined' if one == other else 'parted'}")
END
py/bin/python stem.py | tee seen

diff - seen <<'END'
gulai, gula: Snowball gula, gula: joined
gulai, gula: Sastrawi gulai, gula: parted
memakan, pakan: Snowball pakan, pakan: joined
memakan, pakan: Sastrawi makan, pakan: parted
terasi, asi: Snowball asi, asi: joined
terasi, asi: Sastrawi terasi, asi: parted
mengolah, olah: Snowball mengo, olah: parted
mengolah, olah: Sastrawi olah, olah: joined
peternakan, ternak: Snowball ternak, ternak: joined
peternakan, ternak: Sastrawi terna, ternak: parted
END
