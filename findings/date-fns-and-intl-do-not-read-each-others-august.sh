#!/usr/bin/env bash
# date-fns shortens the Indonesian August to `Agt`, Intl to `Agu`, and date-fns reads only its own.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts date-fns@4.4.0 dayjs@1.11.23
npm ls --depth 0 | sed -n 's/^.── //p'
node -p '`Node.js ${process.versions.node}, CLDR ${process.versions.cldr}`'

cat <<'END'
A day that `Intl` writes as `17 Agu 2026` is an invalid date for date-fns, which writes `17 Agt 2026`, and for strict
dayjs; the eleven other months are read. Whoever tests in another month sees nothing.
END

cat >months.cjs <<'END'
const { format, parse, isValid } = require('date-fns');
const { id } = require('date-fns/locale');
const dayjs = require('dayjs');
dayjs.extend(require('dayjs/plugin/customParseFormat'));
require('dayjs/locale/id');

const missed = { 'date-fns': [], dayjs: [] };
for (let month = 0; month < 12; month += 1) {
  const day = new Date(2026, month, 17);
  const written = new Intl.DateTimeFormat('id', { dateStyle: 'medium' }).format(day);
  if (!isValid(parse(written, 'd MMM yyyy', day, { locale: id }))) {
    missed['date-fns'].push(`${written} (writes ${format(day, 'd MMM yyyy', { locale: id })})`);
  }
  if (!dayjs(written, 'D MMM YYYY', 'id', true).isValid()) {
    missed.dayjs.push(`${written} (writes ${dayjs(day).locale('id').format('D MMM YYYY')})`);
  }
}
for (const [library, days] of Object.entries(missed)) console.log(`${library} does not read: ${days.join(', ')}`);
END
node months.cjs | tee seen

diff - seen <<'END'
date-fns does not read: 17 Agu 2026 (writes 17 Agt 2026)
dayjs does not read: 17 Agu 2026 (writes 17 Agt 2026)
END
