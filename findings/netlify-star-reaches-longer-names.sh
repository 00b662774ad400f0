#!/usr/bin/env bash
# As Netlify's parser has it, a rule of headers for `/kartu/*` also reaches `/kartu-tani/` and `/KARTU/`.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @netlify/headers-parser@10.1.1
npm ls --depth 0 | sed -n 's/^.── //p'

cat <<'END'
Netlify's own parser makes a pattern of each path in `_headers`; in that of `/kartu/*` the slash before the star is
optional and letters may be large or small. A lifetime of a year, meant for a folder of pictures, reaches every page
whose name begins like the folder.
END

cat >_headers <<'END'
/kartu/*
  Cache-Control: public, max-age=31536000, immutable
END
cat >match.mjs <<'END'
import { parseAllHeaders } from '@netlify/headers-parser';

const { headers } = await parseAllHeaders({ headersFiles: ['_headers'], configHeaders: [], minimal: false });
const [{ for: path, forRegExp: pattern }] = headers;
console.log(`${path} is ${pattern}`);
for (const asked of ['/kartu/kopi.jpg', '/kartu-tani/', '/kartunis/produk/kopi/', '/KARTU/', '/toko/kartu/']) {
  console.log(`${asked}: ${pattern.test(asked)}`);
}
END
node match.mjs | tee seen

diff - seen <<'END'
/kartu/* is /^\/kartu\/?(.*)\/?$/iu
/kartu/kopi.jpg: true
/kartu-tani/: true
/kartunis/produk/kopi/: true
/KARTU/: true
/toko/kartu/: false
END
