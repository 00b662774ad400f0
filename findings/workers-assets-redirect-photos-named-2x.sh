#!/usr/bin/env bash
# wrangler, serving Workers assets, answers for `kopi@2x.jpg` with a redirect to another spelling of the name.
set -euo pipefail

work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$work"' EXIT
cd "$work"
npm init --yes >/dev/null
kind="node-$(node -p 'process.platform + "-" + process.arch')"
npm install --silent --no-audit --no-fund --ignore-scripts wrangler@4.164.0 "node22@npm:$kind@22.23.5"
npm ls --depth 0 | sed -n 's/^.── //p'

cat <<'END'
A page that asks for `kopi@2x.jpg`, a valid address, gets 307 and asks again for `kopi%402x.jpg`; so with `+` and `,`.
Parentheses are the other way round: `kopi(1).jpg` is answered at once and `kopi%281%29.jpg`, as programs that encode
everything write it, is led to the plain name. Every such photo costs a second request.
END

mkdir -p public/foto
for name in 'kopi@2x' 'kopi+gula' 'kopi,gula' 'kopi(1)' 'kopi-2x'; do
  echo foto >"public/foto/$name.jpg"
done
cat >wrangler.json <<'END'
{ "name": "contoh", "compatibility_date": "2026-01-01", "assets": { "directory": "public" } }
END

export HOME="$work" WRANGLER_SEND_METRICS=false CLOUDFLARE_CF_FETCH_ENABLED=false CI=true
: >log
PATH="$work/node_modules/node22/bin:$PATH" \
  node node_modules/wrangler/bin/wrangler.js dev --local --ip 127.0.0.1 --port 0 >log 2>&1 &
server=$!
for _ in $(seq 120); do
  address=$(sed -n 's/.*Ready on \(http:[^ ]*\).*/\1/p' log | head -1)
  [ -z "$address" ] || break
  sleep 0.5
done
for name in kopi-2x kopi@2x kopi%402x kopi+gula kopi,gula 'kopi(1)' kopi%281%29; do
  answer=$(curl --silent --output /dev/null --write-out '%{http_code} %header{location}' "$address/foto/$name.jpg")
  echo "/foto/$name.jpg: $answer" | sed 's/ $//'
done >seen
cat seen

diff - seen <<'END'
/foto/kopi-2x.jpg: 200
/foto/kopi@2x.jpg: 307 /foto/kopi%402x.jpg
/foto/kopi%402x.jpg: 200
/foto/kopi+gula.jpg: 307 /foto/kopi%2Bgula.jpg
/foto/kopi,gula.jpg: 307 /foto/kopi%2Cgula.jpg
/foto/kopi(1).jpg: 200
/foto/kopi%281%29.jpg: 307 /foto/kopi(1).jpg
END
