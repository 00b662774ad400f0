#!/usr/bin/env bash
# Libraries of units read `250 gr`, the Indonesian gram, as grains or dozens of dozens, and `1 pcs` as a parsec.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts mathjs@15.2.0 js-quantities@1.8.0
npm ls --depth 0 | sed -n 's/^.── //p'
python3 -m venv py
py/bin/pip install --quiet --disable-pip-version-check pint==0.25.3
py/bin/pip freeze | grep -iE '^pint=='

cat <<'END'
Indonesian packets say `250 gr` for 250 grams, and a `ton` is 1000 kg. pint and mathjs take `gr` for the grain, so that
the packet weighs 16 grams; js-quantities takes it for the gross and counts 36,000 without a unit. The ton is the
American one of 907 kg for all three. `pcs`, behind what is sold by the piece, is the parsec for pint, three light
years. None of them says a word.
END

cat >read.cjs <<'END'
const { unit } = require('mathjs');
const Qty = require('js-quantities');
for (const amount of ['250 gram', '250 gr', '2 ton']) {
  console.log(`${amount}: mathjs ${unit(amount).to('kg').format(5)}`);
  const read = Qty(amount);
  const weight = read.isCompatible('kg') ? read.to('kg').toPrec('0.001 kg') : `${read.baseScalar} (${read.kind()})`;
  console.log(`${amount}: js-quantities ${weight}`);
}
END
cat >read.py <<'END'
import pint

units = pint.UnitRegistry()
for amount in ("250 gram", "250 gr", "2 ton", "1 pcs"):
    read = units.Quantity(amount).to_base_units()
    print(f"{amount}: pint {read.magnitude:.5g} {read.units}")
END
{
  node read.cjs
  py/bin/python read.py
} | tee seen

diff - seen <<'END'
250 gram: mathjs 0.25 kg
250 gram: js-quantities 0.25 kg
250 gr: mathjs 0.0162 kg
250 gr: js-quantities 36000 (unitless)
2 ton: mathjs 1814.4 kg
2 ton: js-quantities 1814.369 kg
250 gram: pint 0.25 kilogram
250 gr: pint 0.0162 kilogram
2 ton: pint 1814.4 kilogram
1 pcs: pint 3.0857e+16 meter
END
