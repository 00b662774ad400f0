#!/usr/bin/env bash
# npm's yaml gives a new price as many decimals as the old one had digits behind its dot: 13000 becomes `13000.000`.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts yaml@2.9.1
npm ls --depth 0 | sed -n 's/^.── //p'

cat <<'END'
A document parsed by `yaml` takes `12.500` for a number with three decimals and writes whatever is set in its place with
three decimals: 13000 becomes `13000.000`, which is thirteen million to whoever reads dots as thousands. Prices that are
not touched keep their text.
END

cat >edit.mjs <<'END'
import { parseDocument } from 'yaml';

const profile = parseDocument('kopi: 12.500 # tiap musim\nteh: 7.500\nbambu: 1.250.000\n');
profile.set('kopi', 13000);
process.stdout.write(String(profile));
END
node edit.mjs | tee seen

diff - seen <<'END'
kopi: 13000.000 # tiap musim
teh: 7.500
bambu: 1.250.000
END
