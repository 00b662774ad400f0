#!/usr/bin/env bash
# `serve` shows a listing in place of the page of a folder whose name holds a dot, as Indonesian region codes do.
set -euo pipefail

work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$work"' EXIT
cd "$work"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts serve@14.2.7
npm ls --depth 0 | sed -n 's/^.── //p'

cat <<'END'
Both folders hold an index.html. For `/wilayah/3204/` the page is served, for `/wilayah/32.04/` a listing of the folder,
with status 200, so that a test for broken links passes.
END

for folder in 3204 32.04; do
  mkdir -p "situs/wilayah/$folder"
  echo '<title>Kabupaten Contoh</title>' >"situs/wilayah/$folder/index.html"
done
port=$(node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })')
node node_modules/serve/build/main.js --no-port-switching --no-request-logging --listen "tcp://127.0.0.1:$port" situs \
  >log 2>&1 &
server=$!
for _ in $(seq 60); do
  ! curl --silent --output /dev/null "http://127.0.0.1:$port/" || break
  sleep 0.5
done
for path in /wilayah/3204/ /wilayah/32.04/; do
  curl --silent --output page --write-out "$path: %{http_code} " "http://127.0.0.1:$port$path"
  grep --only-matching '<title>[^<]*' page | sed 's/<title>//; s/&#47;/\//g'
done >seen
cat seen

diff - seen <<'END'
/wilayah/3204/: 200 Kabupaten Contoh
/wilayah/32.04/: 200 Files within situs/wilayah/32.04/
END
