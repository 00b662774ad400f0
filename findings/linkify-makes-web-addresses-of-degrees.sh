#!/usr/bin/env bash
# Libraries that find links in text make web addresses of Indonesian academic degrees: `M.Si` lies in Slovenia.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts \
  markdown-it@14.3.3 linkifyjs@4.3.3 linkify-html@4.3.3 autolinker@4.1.5
npm ls --depth 0 | sed -n 's/^.── //p'

cat <<'END'
The degrees S.Ag, M.Si and A.Md behind a name end like the top level domains of Antigua, Slovenia and Moldova. All three
libraries make links of them, to addresses that have nothing to do with the person. S.Pd, S.Kom and S.E. stay text.
END

cat >link.cjs <<'END'
const text = 'Pengurus: Contoh Satu, S.Ag. Contoh Dua, M.Si. Contoh Tiga, A.Md. Contoh Empat, S.Pd. Contoh Lima, S.Kom., S.E.';
const libraries = {
  'markdown-it': () => require('markdown-it')({ linkify: true }).renderInline(text),
  'linkify-html': () => require('linkify-html')(text),
  autolinker: () => require('autolinker').link(text),
};
for (const [library, link] of Object.entries(libraries)) {
  const addresses = [...link().matchAll(/href="([^"]+)"/g)].map(([, address]) => address);
  console.log(`${library}: ${addresses.join(' ')}`);
}
END
node link.cjs | tee seen

diff - seen <<'END'
markdown-it: http://S.Ag http://M.Si http://A.Md
linkify-html: http://S.Ag http://M.Si http://A.Md
autolinker: http://S.Ag http://M.Si http://A.Md
END
