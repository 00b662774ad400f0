#!/usr/bin/env bash
# The PyPI package ics puts a backslash into the name of an organiser with a degree, and readers disagree on it.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv py
py/bin/pip install --quiet --disable-pip-version-check ics==0.7.3 icalendar==7.3.2 vobject==0.9.9
py/bin/pip freeze | grep -E '^(ics|icalendar|vobject)=='
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts ical.js@2.2.1 node-ical@0.26.1
npm ls --depth 0 | sed -n 's/^.── //p'

cat <<'END'
In iCalendar a comma is escaped by a backslash in values, but a parameter such as CN needs quotes. ics escapes both, so
the chair `Contoh, S.Pd.` stands in the file as `CN=Contoh\, S.Pd.` without quotes. Of four readers one shows the
backslash, one reads two names, and two take the backslash out.
END

cat >write.py <<'END'
from ics import Calendar, Event, Organizer

event = Event(name="Rapat anggota", begin="2026-12-05 08:00:00", uid="rapat@contoh.example")
event.organizer = Organizer("ketua@contoh.example", common_name="Contoh, S.Pd.")
with open("rapat.ics", "w", newline="") as file:
    file.write(Calendar(events=[event]).serialize())
END
cat >read.py <<'END'
import icalendar
import vobject

text = open("rapat.ics", newline="").read()
print("written:", next(line for line in text.splitlines() if line.startswith("ORGANIZER")))
print("icalendar:", icalendar.Calendar.from_ical(text).walk("VEVENT")[0]["ORGANIZER"].params["CN"])
print("vobject:", vobject.readOne(text).vevent.organizer.params["CN"])
END
cat >read.mjs <<'END'
import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';

const text = readFileSync('rapat.ics', 'utf8');
const event = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent');
console.log('ical.js:', event.getFirstProperty('organizer').getParameter('cn'));
const [read] = Object.values(nodeIcal.sync.parseICS(text)).filter(({ type }) => type === 'VEVENT');
console.log('node-ical:', read.organizer.params.CN);
END
py/bin/python write.py
{
  py/bin/python read.py
  node read.mjs
} | tee seen

diff - seen <<'END'
written: ORGANIZER;CN=Contoh\, S.Pd.:mailto:ketua@contoh.example
icalendar: Contoh, S.Pd.
vobject: ['Contoh\\', ' S.Pd.']
ical.js: Contoh, S.Pd.
node-ical: Contoh\, S.Pd.
END
