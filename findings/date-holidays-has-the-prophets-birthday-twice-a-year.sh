#!/usr/bin/env bash
# date-holidays has the Prophet's birthday twice a year in Indonesia, and feasts a day before the official ones.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts date-holidays@3.37.0
npm ls --depth 0 | sed -n 's/^.── //p'
python3 -m venv py
py/bin/pip install --quiet --disable-pip-version-check holidays==0.109
py/bin/pip freeze | grep -E '^holidays=='

cat <<'END'
The holiday of 27 Rajab, Isra Mi'raj, has the name of the Prophet's birthday, so that name is there twice in 2024. Idul
Adha 2024 and Idul Fitri 2025 stand a day before the days that the government declared, which the Python package has.
END

cat >days.cjs <<'END'
const Holidays = require('date-holidays');
const names = ['Maulid Nabi Muhammad', 'Hari Raya Idul Fitri', 'Hari Raya Idul Adha'];
for (const year of [2024, 2025]) {
  const days = new Holidays('ID').getHolidays(year);
  for (const name of names) {
    const found = days.filter((day) => day.name === name).map((day) => day.date.slice(5, 10));
    console.log(`${year} date-holidays, ${name}: ${found.join(' ')}`);
  }
}
END
cat >days.py <<'END'
import holidays

NAMES = ("Isra", "Maulid", "Hari Raya Idul", "Hari kedua")
for year in (2024, 2025):
    for day, name in sorted(holidays.country_holidays("ID", years=year, language="id").items()):
        if name.startswith(NAMES):
            print(f"{year} holidays, {name}: {day:%m-%d}")
END
{
  node days.cjs
  py/bin/python days.py
} | tee seen

diff - seen <<'END'
2024 date-holidays, Maulid Nabi Muhammad: 02-08 09-15
2024 date-holidays, Hari Raya Idul Fitri: 04-10 04-11
2024 date-holidays, Hari Raya Idul Adha: 06-16
2025 date-holidays, Maulid Nabi Muhammad: 01-27 09-05
2025 date-holidays, Hari Raya Idul Fitri: 03-30 03-31
2025 date-holidays, Hari Raya Idul Adha: 06-06
2024 holidays, Isra Mikraj Nabi Muhammad: 02-08
2024 holidays, Hari Raya Idul Fitri: 04-10
2024 holidays, Hari kedua dari Hari Raya Idul Fitri: 04-11
2024 holidays, Hari Raya Idul Adha: 06-17
2024 holidays, Maulid Nabi Muhammad: 09-16
2025 holidays, Isra Mikraj Nabi Muhammad: 01-27
2025 holidays, Hari Raya Idul Fitri: 03-31
2025 holidays, Hari kedua dari Hari Raya Idul Fitri: 04-01
2025 holidays, Hari Raya Idul Adha: 06-06
2025 holidays, Maulid Nabi Muhammad: 09-05
END
