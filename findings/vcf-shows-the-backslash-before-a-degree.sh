#!/usr/bin/env bash
# npm's vcf hands over names with the backslash that the format puts before the comma of a degree.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts vcf@2.1.2 vcard4@4.0.5
npm ls --depth 0 | sed -n 's/^.── //p'

cat <<'END'
A contact's shown name with a degree is `Contoh\, S.Pd.` in a vCard. `valueOf()` of vcf returns the backslash with it;
vcard4 returns the name.
END

cat >read.cjs <<'END'
const Vcf = require('vcf');
const { parse } = require('vcard4');
const card = 'BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Contoh\\, S.Pd.\r\nTEL;TYPE=cell:0810-0000-0001\r\nEND:VCARD\r\n';
console.log('vcf:', new Vcf().parse(card).get('fn').valueOf());
console.log('vcard4:', parse(card).getProperty('FN')[0].value);
END
node read.cjs | tee seen

diff - seen <<'END'
vcf: Contoh\, S.Pd.
vcard4: Contoh, S.Pd.
END
