#!/usr/bin/env bash
# promptparse refuses a right payment code that has a letter outside ASCII; two other libraries take it.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts promptparse@1.6.0 emvqr@0.0.5 @walletfactory/emvqr@0.1.1
npm ls --depth 0 | sed -n 's/^.── //p'

cat <<'END'
A payment code may carry the merchant's name in another language (field 64) in any script; its checksum is counted over
the bytes of UTF-8, its lengths in characters. In strict mode promptparse refuses the code with `LÉRÉNG` and takes the
one with `LERENG`; the two others, which do look at the checksum, take both.
END

cat >read.cjs <<'END'
const promptparse = require('promptparse');
const emvqr = require('emvqr');
const walletfactory = require('@walletfactory/emvqr');

const attempt = (decode) => (code) => {
  try {
    return Boolean(decode(code));
  } catch {
    return false;
  }
};
const libraries = {
  promptparse: (code) => Boolean(promptparse.parse(code, true)),
  emvqr: attempt(emvqr.decode),
  walletfactory: attempt(walletfactory.decode),
};

const field = (name, value) => name + String([...value].length).padStart(2, '0') + value;

const checksum = (text) => {
  let crc = 0xffff;
  for (const byte of Buffer.from(text)) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1) & 0xffff;
  }
  return crc.toString(16).toUpperCase().padStart(4, '0');
};

const account = field('00', 'ID.CO.CONTOH.WWW') + field('01', '936000000000000001') + field('03', 'UMI');
for (const name of ['KOPI LERENG', 'KOPI LÉRÉNG']) {
  const language = field('00', 'su') + field('01', name);
  const body = `${field('00', '01')}${field('01', '11')}${field('26', account)}${field('52', '5499')}\
${field('53', '360')}${field('58', 'ID')}${field('59', 'KOPI LERENG')}${field('60', 'KAB. CONTOH')}\
${field('64', language)}6304`;
  const code = body + checksum(body);
  const wrong = code.slice(0, -4) + '0000';
  for (const [library, takes] of Object.entries(libraries)) {
    console.log(`${name}, ${library}: ${takes(code)}; with a wrong checksum: ${takes(wrong)}`);
  }
}
END
node read.cjs | tee seen

diff - seen <<'END'
KOPI LERENG, promptparse: true; with a wrong checksum: false
KOPI LERENG, emvqr: true; with a wrong checksum: false
KOPI LERENG, walletfactory: true; with a wrong checksum: false
KOPI LÉRÉNG, promptparse: false; with a wrong checksum: false
KOPI LÉRÉNG, emvqr: true; with a wrong checksum: false
KOPI LÉRÉNG, walletfactory: true; with a wrong checksum: false
END
