#!/usr/bin/env bash
# dateparser reads `Minggu, 6 Desember 2026` rightly where that is all, and takes it for today when it searches a text.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv py
py/bin/pip install --quiet --disable-pip-version-check dateparser==1.5.0
py/bin/pip freeze | grep -E '^dateparser=='

cat <<'END'
`search_dates` finds days in announcements. Of a Sunday, `Minggu, 6 Desember 2026`, it keeps month and year, with the
day of the month that today has. Behind a Saturday, `pukul 08.00 di RT 05` takes it a week back, before today, and
`pukul 09` can be a day in September. `parse` takes these Saturdays and Sundays for what they are. The search is told
that the text is Indonesian.
END

cat >search.py <<'END'
import warnings
from datetime import datetime

import dateparser
from dateparser.search import search_dates

warnings.simplefilter("ignore")
settings = {"RELATIVE_BASE": datetime(2026, 12, 2)}
for text in ("Sabtu, 5 Desember 2026", "Minggu, 6 Desember 2026"):
    print(f"parse, {text}: {dateparser.parse(text, languages=['id'], settings=settings):%Y-%m-%d}")
for text in (
    "Panen Sabtu, 5 Desember 2026",
    "Minggu, 6 Desember 2026",
    "Panen Minggu, 6 Desember 2026",
    "Panen Sabtu, 5 Desember 2026 pukul 08.00 di RT 05 RW 02",
    "Rapat hari Minggu, 6 Desember 2026, pukul 09.00",
):
    found = search_dates(text, languages=["id"], settings=settings)
    print(f"search, {text}: {', '.join(f'{part} = {day:%Y-%m-%d}' for part, day in found)}")
END
py/bin/python search.py | tee seen

diff - seen <<'END'
parse, Sabtu, 5 Desember 2026: 2026-12-05
parse, Minggu, 6 Desember 2026: 2026-12-06
search, Panen Sabtu, 5 Desember 2026: Sabtu, 5 Desember 2026 = 2026-12-05
search, Minggu, 6 Desember 2026: Desember = 2026-12-02, 2026 = 2026-12-02
search, Panen Minggu, 6 Desember 2026: Desember = 2026-12-02, 2026 = 2026-12-02
search, Panen Sabtu, 5 Desember 2026 pukul 08.00 di RT 05 RW 02: Sabtu = 2026-11-28
search, Rapat hari Minggu, 6 Desember 2026, pukul 09.00: 6 Desember 2026 = 2026-12-06, pukul 09 = 2026-09-02
END
