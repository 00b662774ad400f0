#!/usr/bin/env bash
# opening_hours takes the Indonesian `Sb` (Saturday) for Tuesday and `Mg` (Sunday) for Saturday.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts opening_hours@3.15.0
npm ls --depth 0 | sed -n 's/^.── //p'

cat <<'END'
opening_hours understands days in many languages at once, the Indonesian names among them. But the two letters that
stand on Indonesian calendars and shop doors belong to others: a shop open at the weekend, `Sb-Mg`, is open from Tuesday
to Saturday. The locale `id` changes nothing. There is a warning, of the same kind as for days that are understood
rightly.
END

cat >read.mjs <<'END'
import opening_hours from 'opening_hours';
for (const locale of ['en', 'id']) {
  for (const days of ['Senin-Jumat', 'Sabtu-Minggu', 'Sb-Mg', 'Mg']) {
    const read = new opening_hours(`${days} 08:00-12:00`, null, { locale, mode: 0 });
    console.log(`${locale}: ${days} is ${read.prettifyValue()}`);
  }
}
const saturday = new Date(2026, 11, 5, 10);
for (const day of ['Sabtu', 'Sb']) {
  const read = new opening_hours(`${day} 08:00-12:00`);
  console.log(`${day}: ${read.getState(saturday) ? 'open' : 'closed'} on Saturday; ${read.getWarnings().join(' ')}`);
}
END
node read.mjs | tee seen

diff - seen <<'END'
en: Senin-Jumat is Mo-Fr 08:00-12:00
en: Sabtu-Minggu is Sa-Su 08:00-12:00
en: Sb-Mg is Tu-Sa 08:00-12:00
en: Mg is Sa 08:00-12:00
id: Senin-Jumat is Mo-Fr 08:00-12:00
id: Sabtu-Minggu is Sa-Su 08:00-12:00
id: Sb-Mg is Tu-Sa 08:00-12:00
id: Mg is Sa 08:00-12:00
Sabtu: open on Saturday; Sabtu <--- (Please use the English abbreviation "Sa" for "sabtu".)
Sb: closed on Saturday; Sb <--- (Please use the English abbreviation "Tu" for "sb".)
END
