#!/usr/bin/env bash
# Intl knows Sundanese well enough for dates and lists with "and", and answers in English or in signs for the rest.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
kind="node-$(node -p 'process.platform + "-" + process.arch')"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts "pinned@npm:$kind@20.20.2"

cat <<'END'
All formatters say that they support `su`, and dates and lists with "and" are Sundanese. A list of choices has the
English `or`, three weeks ago is `-3 w`, and two billion are `2G`. Support cannot be asked for each format.
END

cat >say.cjs <<'END'
const { node, icu, cldr } = process.versions;
console.log(`Node.js ${node}, ICU ${icu}, CLDR ${cldr}`);
const kinds = ['DateTimeFormat', 'ListFormat', 'RelativeTimeFormat', 'NumberFormat'];
console.log('supported:', kinds.every((kind) => Intl[kind].supportedLocalesOf(['su']).includes('su')));
const day = new Date(Date.UTC(2026, 7, 17));
console.log('day:', new Intl.DateTimeFormat('su', { dateStyle: 'full', timeZone: 'UTC' }).format(day));
for (const type of ['conjunction', 'disjunction']) {
  console.log(`${type}:`, new Intl.ListFormat('su', { type }).format(['kopi', 'téh', 'gula']));
}
console.log('three weeks ago:', new Intl.RelativeTimeFormat('su').format(-3, 'week'));
console.log('two billion:', new Intl.NumberFormat('su', { notation: 'compact' }).format(2e9));
END
node_modules/pinned/bin/node say.cjs | tee seen

diff - seen <<'END'
Node.js 20.20.2, ICU 78.2, CLDR 48.0
supported: true
day: Senén, 17 Agustus 2026
conjunction: kopi, téh, sareng gula
disjunction: kopi, téh, or gula
three weeks ago: -3 w
two billion: 2G
END
