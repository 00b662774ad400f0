#!/usr/bin/env bash
# One price written by Intl makes three short messages of one.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts sms-segments-calculator@1.3.0 split-sms@0.1.7
npm ls --depth 0 | sed -n 's/^.── //p'
node -p '`Node.js ${process.versions.node}, CLDR ${process.versions.cldr}`'

cat <<'END'
Members without WhatsApp are told of prices by SMS. Behind `Rp` Intl puts a space that does not break, which the
alphabet of SMS does not have. One such space puts the whole message into the wide alphabet, with 67 letters to a part
where one of 160 would do: it looks the same and counts as three.
END

cat >count.cjs <<'END'
const { SegmentedMessage } = require('sms-segments-calculator');
const { split } = require('split-sms');
const rupiah = new Intl.NumberFormat('id', { style: 'currency', currency: 'IDR', maximumFractionDigits: 0 });
const message = (price) =>
  `Koperasi Contoh: harga susu mulai Senin ${price} per liter. Rapat anggota hari Sabtu pukul 08.00 di balai desa, ` +
  'mohon bawa kartu anggota. Terima kasih.';
for (const [writer, price] of [['Intl', rupiah.format(12500)], ['by hand', 'Rp 12.500']]) {
  const text = message(price);
  const counted = new SegmentedMessage(text);
  const { parts, characterSet } = split(text);
  console.log(
    `${writer}: ${text.length} letters, ` +
      `sms-segments-calculator ${counted.segments.length} of ${counted.encodingName}, ` +
      `split-sms ${parts.length} of ${characterSet}`,
  );
}
END
node count.cjs | tee seen

diff - seen <<'END'
Intl: 152 letters, sms-segments-calculator 3 of UCS-2, split-sms 3 of Unicode
by hand: 152 letters, sms-segments-calculator 1 of GSM-7, split-sms 1 of GSM
END
