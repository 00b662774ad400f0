#!/usr/bin/env bash
# humanparser takes the degree behind a name for the first name; nameparser takes it for a title in front.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts humanparser@2.7.0
npm ls --depth 0 | sed -n 's/^.── //p'
python3 -m venv py
py/bin/pip install --quiet --disable-pip-version-check nameparser==2.6.0
py/bin/pip freeze | grep -E '^nameparser=='

cat <<'END'
Behind the comma of an Indonesian name stands a degree. humanparser takes what stands there for the first name and turns
the name round: `Siti Contoh, S.Pd.` has the first name S.Pd. nameparser knows some degrees and moves others to the
front: `S.Pd.` is a title, `S.Ag.` is not. `H.`, a pilgrim, is a first name where `Dr.` before it is a title.
END

cat >read.cjs <<'END'
const { parseName } = require('humanparser');
for (const name of ['Siti Contoh, S.Pd.', 'Dr. H. Asep Contoh, S.Ag., M.Si.']) {
  const { firstName, lastName, fullName } = parseName(name);
  console.log(`humanparser: first ${firstName} | last ${lastName} | in full ${fullName}`);
}
END
cat >read.py <<'END'
from nameparser import HumanName

for name in ("Siti Contoh, S.Pd.", "Siti Contoh, S.Ag.", "Siti Contoh, S.Pd., M.M.", "Dr. H. Asep Contoh, S.Ag."):
    read = HumanName(name)
    print(f"nameparser: title {read.title or '-'} | first {read.first} | suffix {read.suffix or '-'} | in full {read}")
END
{
  node read.cjs
  py/bin/python read.py
} | tee seen

diff - seen <<'END'
humanparser: first S.Pd. | last Siti Contoh | in full S.Pd. Siti Contoh
humanparser: first S.Ag., | last Dr. H. Asep Contoh | in full S.Ag., M.Si. Dr. H. Asep Contoh
nameparser: title S.Pd. | first Siti | suffix - | in full S.Pd. Siti Contoh
nameparser: title - | first Siti | suffix S.Ag. | in full Siti Contoh S.Ag.
nameparser: title S.Pd. | first Siti | suffix M.M. | in full S.Pd. Siti Contoh M.M.
nameparser: title Dr. | first H. | suffix S.Ag. | in full Dr. H. Asep Contoh S.Ag.
END
