// Calendar files as a calendar program reads them: ical.js, the parser of Thunderbird.
import ICAL from 'ical.js';

/** What a file says of each event; `[]` with a fault if a calendar program would refuse it. */
function eventsOf(file, text, faults) {
  try {
    const calendar = new ICAL.Component(ICAL.parse(text));
    return calendar.getAllSubcomponents('vevent').map((component) => {
      const { uid, summary, startDate, endDate } = new ICAL.Event(component);
      const days = [startDate, endDate].map((day) => day?.toJSDate());
      const has = (name) => component.hasProperty(name);
      return { uid, summary: summary?.trim(), days, has, url: component.getFirstPropertyValue('url') };
    });
  } catch (error) {
    faults.push(`${file}: no calendar program reads it: ${error.message}`);
    return [];
  }
}

/** Faults of all calendar files, one sentence each: what cannot be read, has no name or day, ends before it begins. */
export function calendarFaults(site) {
  const faults = [];
  for (const file of [...site.files].filter((name) => name.endsWith('.ics'))) {
    const text = site.text(file);
    const events = eventsOf(file, text, faults);
    if (events.length === 0 && faults.length === 0) faults.push(`${file}: holds no event`);
    const lines = text.split('\r\n');
    // The parser makes 23 February of a fiftieth day of a thirteenth month.
    const spelled = (day) => day.replace(/(....)(..)(..)/, '$1-$2-$3');
    const isDay = (day) => new Date(spelled(day)).toJSON()?.startsWith(spelled(day));
    const days = [...text.matchAll(/^DT(?:START|END|STAMP)[^:]*:(\d{8})/gm)].map(([, day]) => day);
    if (!days.every(isDay)) faults.push(`${file}: names a day that no calendar has`);
    if (lines.some((line) => line.includes('\n'))) faults.push(`${file}: a line ends without a carriage return`);
    if (lines.some((line) => Buffer.byteLength(line) > 75)) faults.push(`${file}: a line of more than 75 bytes`);
    const uids = events.map((event) => event.uid);
    if (new Set(uids).size < uids.length) faults.push(`${file}: two events with one UID`);
    for (const event of events) {
      const { summary, days: [starts, ends], has, url } = event;
      if (!summary) faults.push(`${file}: an event without a name`);
      if (!has('dtstamp')) faults.push(`${file}: ${summary} without DTSTAMP`);
      if (has('dtend') && ends <= starts) faults.push(`${file}: ${summary} ends before it begins`);
      if (site.root && url?.startsWith(site.root)) {
        const page = url.slice(site.root.length).split('#')[0];
        if (!site.files.has(`${page}index.html`)) faults.push(`${file}: ${summary} leads to no file, ${url}`);
      }
    }
  }
  return faults;
}
