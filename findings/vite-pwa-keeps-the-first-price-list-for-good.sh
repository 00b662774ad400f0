#!/usr/bin/env bash
# A price list in public/assets/ gets no revision from vite-plugin-pwa: whoever came once keeps the first one for good.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts vite@8.4.0 vite-plugin-pwa@2.0.0
npm ls --depth 0 | sed -n 's/^.── //p'

cat <<'END'
The plugin tells Workbox that the name of whatever lies below assets/ follows from its content. That holds for what Vite
makes, but not for what it copies there from public/assets/. A second build with another price writes the same worker,
byte for byte: browsers see no new one, and the old one hands out the list that it kept, without asking. The same file
outside that folder gets a revision, and a new price a new worker.
END

cat >vite.config.mjs <<'END'
import { VitePWA } from 'vite-plugin-pwa';
export default {
  logLevel: 'error',
  plugins: [VitePWA({ injectRegister: null, manifest: false, workbox: { globPatterns: ['**/*.{html,json}'] } })],
};
END
echo '<!doctype html><html lang="id"><head><title>Koperasi Contoh</title></head><body></body></html>' >index.html

build() { # folder, price
  rm -rf public dist
  mkdir -p "public/$1"
  echo "{\"Kopi\": $2}" >"public/$1/harga.json"
  node node_modules/vite/bin/vite.js build >log
  cp dist/sw.js "sw-$2.js"
}
for folder in data assets; do
  build "$folder" 85000
  build "$folder" 95000
  grep --only-matching '{url:"[a-z]*/harga.json",revision:[^}]*}' sw-95000.js
  if cmp --silent sw-85000.js sw-95000.js; then echo "$folder: same worker"; else echo "$folder: new worker"; fi
done | tee seen

diff - seen <<'END'
{url:"data/harga.json",revision:"7805044169e45c88b176357248720c37"}
data: new worker
{url:"assets/harga.json",revision:null}
assets: same worker
END
