//! Events to come, with their make-up sessions, for a phone's calendar. Source: RFC 5545. Times are written in
//! UTC, so that no table of a time zone has to travel along.

use jiff::ToSpan as _;

use crate::model::{Date, DateTime};
use crate::settings::TimeZone;
use crate::theme::{Texts, content_hash};
use crate::view::ical::Calendar;
use crate::view::scene::Scene;

/// One date of an event, at its own place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entry<'a> {
    /// Whose it is: a slug.
    pub owner: &'a str,
    /// What the event is called where it is announced: its id follows from it.
    pub title: &'a str,
    /// What a calendar calls it.
    pub shown: String,
    /// When it starts, on the clock of the site's zone.
    pub starts: DateTime,
    /// When it ends.
    pub ends: Option<DateTime>,
    /// Where it takes place, as people write it.
    pub place: Option<&'a str>,
    /// About it.
    pub about: Option<&'a str>,
    /// Absolute address of a page about it.
    pub url: Option<&'a str>,
    /// Day of the last change.
    pub changed: Date,
}

impl<'a> Entry<'a> {
    /// The session for those who miss this one, called so: in a phone's calendar two entries of one name are a mistake.
    pub(crate) fn make_up(
        &self,
        starts: DateTime,
        ends: Option<DateTime>,
        place: Option<&'a str>,
        texts: &Texts,
    ) -> Self {
        let shown = texts.fill("feed.make_up", &[("title", &self.shown)]);
        Self { shown, starts, ends, place: place.or(self.place), ..self.clone() }
    }

    fn is_over(&self, today: Date) -> bool {
        self.ends.unwrap_or(self.starts).date() < today
    }
}

/// A calendar of what is not over; `None` if there is nothing.
pub(crate) fn calendar<'a>(
    name: &str,
    entries: impl IntoIterator<Item = Entry<'a>>,
    zone: TimeZone,
    today: Date,
) -> Option<String> {
    let mut calendar = Calendar::new(Some(name));
    let mut is_empty = true;
    for entry in entries.into_iter().filter(|entry| !entry.is_over(today)) {
        add(&mut calendar, &entry, zone);
        is_empty = false;
    }
    (!is_empty).then(|| calendar.finish())
}

/// That of a cooperative.
pub(super) fn of_cooperative(scene: &Scene<'_>) -> Option<String> {
    let Scene { cooperative, settings, language, .. } = scene;
    let entries = cooperative.events.iter().flat_map(|event| {
        let title = event.title.get(*language);
        let first = Entry {
            owner: cooperative.slug.as_str(),
            title,
            shown: title.to_owned(),
            starts: event.starts,
            ends: event.ends,
            place: event.place.as_deref(),
            about: event.description.as_ref().map(|about| about.get(*language)),
            url: scene.home_url.as_deref(),
            changed: cooperative.updated.unwrap_or(settings.today),
        };
        let later = event.make_up.as_ref();
        let later =
            later.map(|later| first.make_up(later.starts, later.ends, later.place.as_deref(), scene.texts));
        [Some(first), later].into_iter().flatten()
    });
    calendar(&cooperative.name, entries, settings.time_zone, settings.today)
}

fn add(calendar: &mut Calendar, entry: &Entry<'_>, zone: TimeZone) {
    let Entry { owner, title, starts, .. } = entry;
    // The same event keeps its id from build to build, so that a phone changes it instead of adding it again.
    let id = content_hash(format!("{owner}|{title}|{starts}").as_bytes());
    calendar.line("BEGIN", "VEVENT");
    calendar.line("UID", &format!("{id}@{owner}"));
    calendar.line("DTSTAMP", &entry.changed.strftime("%Y%m%dT000000Z").to_string());
    calendar.line("DTSTART", &utc(*starts, zone));
    if let Some(ends) = entry.ends {
        calendar.line("DTEND", &utc(ends, zone));
    }
    calendar.words("SUMMARY", &entry.shown);
    if let Some(place) = entry.place {
        calendar.words("LOCATION", place);
    }
    if let Some(about) = entry.about {
        calendar.words("DESCRIPTION", about);
    }
    if let Some(url) = entry.url {
        calendar.line("URL", url);
    }
    calendar.line("END", "VEVENT");
}

fn utc(at: DateTime, zone: TimeZone) -> String {
    at.saturating_sub(i64::from(zone.offset_hours()).hours()).strftime("%Y%m%dT%H%M%SZ").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_those_of_the_zone() {
        let at = jiff::civil::date(2026, 12, 5).at(6, 30, 0, 0);
        assert_eq!(utc(at, TimeZone::Jakarta), "20261204T233000Z");
    }
}
