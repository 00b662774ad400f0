#!/usr/bin/env bash
# In superstatic, Firebase's server for local tests, the capture `:rest*` of a redirect holds one folder, not several.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts superstatic@10.0.0
npm ls --depth 0 | sed -n 's/^.── //p'

cat <<'END'
`/toko/:rest*` with the destination `/:rest` leads `/toko/kopi` on. `/toko/produk/kopi`, one level deeper, is not led on
but 404, although a star behind a name stands for any number of folders in patterns of this kind.
END

mkdir -p public/produk/kopi
echo kopi >public/produk/kopi/index.html
cat >ask.cjs <<'END'
const { server } = require('superstatic');

const redirects = [{ source: '/toko/:rest*', destination: '/:rest', type: 301 }];
const listening = server({ cwd: process.cwd(), config: { public: 'public', redirects } }).listen(async () => {
  for (const path of ['/toko/kopi', '/toko/produk/kopi']) {
    const address = `http://127.0.0.1:${listening.address().port}${path}`;
    const answer = await fetch(address, { redirect: 'manual' });
    console.log(`${path}: ${answer.status} ${answer.headers.get('location') ?? ''}`.trim());
  }
  process.exit();
});
END
node ask.cjs | tee seen

diff - seen <<'END'
/toko/kopi: 301 /kopi
/toko/produk/kopi: 404
END
