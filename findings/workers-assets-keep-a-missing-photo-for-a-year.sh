#!/usr/bin/env bash
# wrangler, serving Workers assets, puts the lifetime of a folder's files on the 404 of a file that is not there.
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
A rule of `_headers` for `/foto/*` says that photos never change. wrangler's own server for Workers with static assets
sends it with the answer 404 as well, so that a browser which asked in the minute when a photo was missing may keep that
answer for a year. `pages dev`, for Pages, sends such an answer with `no-store`.
END

mkdir -p public/foto
echo beranda >public/index.html
echo 'tidak ada' >public/404.html
echo foto >public/foto/kopi.txt
printf '/foto/*\n  Cache-Control: public, max-age=31536000, immutable\n' >public/_headers
cat >wrangler.json <<'END'
{
  "name": "contoh",
  "compatibility_date": "2026-01-01",
  "assets": { "directory": "public", "not_found_handling": "404-page" }
}
END

export HOME="$work" WRANGLER_SEND_METRICS=false CLOUDFLARE_CF_FETCH_ENABLED=false CI=true
wrangler="$work/node_modules/wrangler/bin/wrangler.js"

ask() { # NAME, then the server's command
  local name=$1 address= path
  shift
  : >"$name.log"
  PATH="$work/node_modules/node22/bin:$PATH" node "$wrangler" "$@" --ip 127.0.0.1 --port 0 >"$name.log" 2>&1 &
  server=$!
  for _ in $(seq 120); do
    address=$(sed -n 's/.*Ready on \(http:[^ ]*\).*/\1/p' "$name.log" | head -1)
    [ -z "$address" ] || break
    sleep 0.5
  done
  for path in /foto/kopi.txt /foto/tidak-ada.txt; do
    curl --silent --output /dev/null --write-out "$name: $path %{http_code} %header{cache-control}\n" "$address$path"
  done
  kill "$server"
  wait "$server" 2>/dev/null || true
  server=
}

ask Workers dev --local >seen
rm wrangler.json
ask Pages pages dev public --compatibility-date 2026-01-01 >>seen
cat seen

diff - seen <<'END'
Workers: /foto/kopi.txt 200 public, max-age=31536000, immutable
Workers: /foto/tidak-ada.txt 404 public, max-age=31536000, immutable
Pages: /foto/kopi.txt 200 public, max-age=31536000, immutable
Pages: /foto/tidak-ada.txt 404 no-store
END
