#!/usr/bin/env bash
# Of sugar of 1½ kg Django makes the address of 112 kg, python-slugify that of eleven halves, and slugify of one kilo.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts \
  slugify@1.6.9 @sindresorhus/slugify@3.0.1 speakingurl@14.0.1 transliteration@2.6.1
npm ls --depth 0 | sed -n 's/^.── //p'
python3 -m venv py
py/bin/pip install --quiet --disable-pip-version-check Django==5.2.19 python-slugify==9.2.0 text-unidecode==1.3
py/bin/pip freeze | grep -E '^(Django|python-slugify|text-unidecode)=='

cat <<'END'
A packet of one and a half kilos is written `1½ kg`. Django takes the fraction apart and drops its bar, so that 1½ is
112 and ½ is 12, the address of another packet. Those that write every sign in plain letters put `1/2` straight behind
the 1. The others drop the fraction, and the packet asks for the address of the one of a kilo.
END

cat >slugs.mjs <<'END'
import sindresorhus from '@sindresorhus/slugify';
import simov from 'slugify';
import speakingurl from 'speakingurl';
import { slugify as transliteration } from 'transliteration';
const libraries = { slugify: simov, '@sindresorhus/slugify': sindresorhus, speakingurl, transliteration };
for (const [library, slug] of Object.entries(libraries)) {
  const made = ['gula 1 kg', 'gula 1½ kg', 'gula ½ kg', 'gula 12 kg'].map((name) => slug(name));
  console.log(`${library}: ${made.join(', ')}`);
}
END
cat >slugs.py <<'END'
from django.utils.text import slugify as django
from slugify import slugify as python_slugify

for library, slug in (("Django", django), ("python-slugify", python_slugify)):
    made = [slug(name) for name in ("gula 1 kg", "gula 1½ kg", "gula ½ kg", "gula 12 kg")]
    print(f"{library}: {', '.join(made)}")
END
{
  node slugs.mjs
  py/bin/python slugs.py
} | tee seen

diff - seen <<'END'
slugify: gula-1-kg, gula-1-kg, gula-kg, gula-12-kg
@sindresorhus/slugify: gula-1-kg, gula-1-kg, gula-kg, gula-12-kg
speakingurl: gula-1-kg, gula-1-kg, gula-kg, gula-12-kg
transliteration: gula-1-kg, gula-11-2-kg, gula-1-2-kg, gula-12-kg
Django: gula-1-kg, gula-112-kg, gula-12-kg, gula-12-kg
python-slugify: gula-1-kg, gula-11-2-kg, gula-1-2-kg, gula-12-kg
END
