#!/usr/bin/env bash
# A package that puts a sum into payment codes breaks those that have fields with numbers above 63.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @misterdevs/qris-static-to-dynamic@1.1.2
npm ls --depth 0 | sed -n 's/^.── //p'

cat <<'END'
The checksum, field 63, is the last of a code although names in another language (64) and fields of the bank's own (80
to 99) have higher numbers. The package sorts by number: the old checksum comes before field 80, and the new one takes
the place of the last four letters of field 80. A code of fields below 63 comes out right.
END

cat >code.cjs <<'END'
const { qrisdynamicgenerator } = require('@misterdevs/qris-static-to-dynamic');

const field = (name, value) => name + String(value.length).padStart(2, '0') + value;

const checksum = (text) => {
  let crc = 0xffff;
  for (const byte of Buffer.from(text)) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1) & 0xffff;
  }
  return crc.toString(16).toUpperCase().padStart(4, '0');
};

const account = field('00', 'ID.CO.CONTOH.WWW') + field('01', '936000000000000001') + field('03', 'UMI');
const own = field('00', 'ID.CO.CONTOH.WWW') + field('01', 'CABANG');
const printed = (last) => {
  const body = `${field('00', '01')}${field('01', '11')}${field('26', account)}${field('52', '5499')}\
${field('53', '360')}${field('58', 'ID')}${field('59', 'KOPERASI CONTOH')}${field('60', 'KAB. CONTOH')}${last}6304`;
  return body + checksum(body);
};

const show = (what, code) => {
  const names = [];
  let own = '';
  for (let rest = code; rest.length >= 4; ) {
    const [name, size] = [rest.slice(0, 2), Number(rest.slice(2, 4))];
    names.push(name);
    if (name === '80') own = `, 80 is ${rest.slice(4, 4 + size)}`;
    rest = rest.slice(4 + size);
  }
  const isSound = /6304[0-9A-F]{4}$/.test(code) && checksum(code.slice(0, -4)) === code.slice(-4);
  console.log(`${what}: fields ${names.join(' ')}${own}; ends in a right checksum: ${isSound}`);
};

for (const [what, last] of [['without 80', ''], ['with 80', field('80', own)]]) {
  const code = printed(last);
  show(`${what}, printed`, code);
  show(`${what}, with a sum`, qrisdynamicgenerator(code, 12500));
}
END
node code.cjs | tee seen

diff - seen <<'END'
without 80, printed: fields 00 01 26 52 53 58 59 60 63; ends in a right checksum: true
without 80, with a sum: fields 00 01 26 52 53 54 58 59 60 63; ends in a right checksum: true
with 80, printed: fields 00 01 26 52 53 58 59 60 80 63, 80 is 0016ID.CO.CONTOH.WWW0106CABANG; ends in a right checksum: true
with 80, with a sum: fields 00 01 26 52 53 54 58 59 60 63 80, 80 is 0016ID.CO.CONTOH.WWW0106CA1DD2; ends in a right checksum: false
END
