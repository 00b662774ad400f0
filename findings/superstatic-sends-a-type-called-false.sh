#!/usr/bin/env bash
# superstatic, Firebase's server for local tests, sends `Content-Type: false` with files whose type it does not know.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts superstatic@10.0.0
npm ls --depth 0 | sed -n 's/^.── //p'

cat <<'END'
A file without an ending, such as the proofs of ownership that hosts and search engines ask for, and a JPEG XL photo
are sent with the type `false`, neither without a type nor as application/octet-stream.
END

mkdir public
for name in index.html agenda.ics kopi.jxl bukti; do
  echo isi >"public/$name"
done
cat >ask.cjs <<'END'
const { server } = require('superstatic');

const listening = server({ cwd: process.cwd(), config: { public: 'public' } }).listen(async () => {
  for (const path of ['/', '/agenda.ics', '/kopi.jxl', '/bukti']) {
    const answer = await fetch(`http://127.0.0.1:${listening.address().port}${path}`);
    console.log(`${path}: ${answer.status} ${answer.headers.get('content-type')}`);
  }
  process.exit();
});
END
node ask.cjs | tee seen

diff - seen <<'END'
/: 200 text/html; charset=utf-8
/agenda.ics: 200 text/calendar; charset=utf-8
/kopi.jxl: 200 false
/bukti: 200 false
END
