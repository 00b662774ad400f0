#!/usr/bin/env bash
# price-parser takes the first number of a text for the price, a weight as well, and drops the words for thousands.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv py
py/bin/pip install --quiet --disable-pip-version-check price-parser==0.5.1
py/bin/pip freeze | grep -E '^price-parser=='

cat <<'END'
Of `250 g Rp 12.500` the price is 250 with the currency Rp, although Rp stands before another number. `rb` and `jt`,
Indonesian for thousand and million behind a price, are dropped without a word: `Rp 35rb` costs 35.
END

cat >read.py <<'END'
from price_parser import Price

for text in ("Rp 12.500", "250 g Rp 12.500", "kopi Rp 12.500 per 250 g", "Rp 35rb", "Rp 1,5 jt"):
    price = Price.fromstring(text)
    print(f"{text}: {price.amount} {price.currency}")
END
py/bin/python read.py | tee seen

diff - seen <<'END'
Rp 12.500: 12500 Rp
250 g Rp 12.500: 250 Rp
kopi Rp 12.500 per 250 g: 12500 Rp
Rp 35rb: 35 Rp
Rp 1,5 jt: 1.5 Rp
END
