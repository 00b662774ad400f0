//! Events to come, with their make-up sessions, for a phone's calendar. Source: RFC 5545. Times are written in
//! UTC, so that no table of a time zone has to travel along.

use std::fmt::Write as _;

use jiff::ToSpan as _;

use crate::model::{Date, DateTime, Event};
use crate::settings::TimeZone;
use crate::theme::content_hash;
use crate::view::storefront::Scene;

/// Longest line, in bytes without its end. Source: RFC 5545, 3.1.
const LINE_BYTES: usize = 75;

/// `None` if there is nothing to come.
pub(super) fn calendar(scene: &Scene<'_>) -> Option<String> {
    let today = scene.settings.today;
    let mut calendar = Calendar::new(scene);
    for event in &scene.cooperative.events {
        if event.ends.unwrap_or(event.starts).date() >= today {
            calendar.add(event, event.starts, event.ends, event.place.as_deref());
        }
        if let Some(later) = event.make_up.as_ref()
            && later.ends.unwrap_or(later.starts).date() >= today
        {
            calendar.add(event, later.starts, later.ends, later.place.as_deref().or(event.place.as_deref()));
        }
    }
    calendar.finish()
}

struct Calendar<'a> {
    scene: &'a Scene<'a>,
    text: String,
    events: usize,
}

impl<'a> Calendar<'a> {
    fn new(scene: &'a Scene<'a>) -> Self {
        let mut calendar = Self { scene, text: String::new(), events: 0 };
        calendar.line("BEGIN", "VCALENDAR");
        calendar.line("VERSION", "2.0");
        calendar.line("PRODID", "-//etalase//ID");
        calendar.line("X-WR-CALNAME", &escaped(&scene.cooperative.name));
        calendar
    }

    fn add(&mut self, event: &Event, starts: DateTime, ends: Option<DateTime>, place: Option<&str>) {
        let Scene { cooperative, settings, language, .. } = self.scene;
        let zone = settings.time_zone;
        // The same event keeps its id from build to build, so that a phone changes it instead of adding it again.
        let id =
            content_hash(format!("{}|{}|{starts}", cooperative.slug, event.title.get(*language)).as_bytes());
        let stamp: Date = cooperative.updated.unwrap_or(settings.today);
        self.line("BEGIN", "VEVENT");
        self.line("UID", &format!("{id}@{}", cooperative.slug));
        self.line("DTSTAMP", &stamp.strftime("%Y%m%dT000000Z").to_string());
        self.line("DTSTART", &utc(starts, zone));
        if let Some(ends) = ends {
            self.line("DTEND", &utc(ends, zone));
        }
        self.line("SUMMARY", &escaped(event.title.get(*language)));
        if let Some(place) = place {
            self.line("LOCATION", &escaped(place));
        }
        if let Some(about) = &event.description {
            self.line("DESCRIPTION", &escaped(about.get(*language)));
        }
        if let Some(url) = &self.scene.home_url {
            self.line("URL", url);
        }
        self.line("END", "VEVENT");
        self.events += 1;
    }

    /// A line, folded where it is too long, never inside a character.
    fn line(&mut self, name: &str, value: &str) {
        let mut length = 0;
        for c in name.chars().chain([':']).chain(value.chars()) {
            if length + c.len_utf8() > LINE_BYTES {
                self.text.push_str("\r\n ");
                length = 1;
            }
            self.text.push(c);
            length += c.len_utf8();
        }
        self.text.push_str("\r\n");
    }

    fn finish(mut self) -> Option<String> {
        self.line("END", "VCALENDAR");
        (self.events > 0).then_some(self.text)
    }
}

fn utc(at: DateTime, zone: TimeZone) -> String {
    at.saturating_sub(i64::from(zone.offset_hours()).hours()).strftime("%Y%m%dT%H%M%SZ").to_string()
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.trim().chars() {
        match c {
            '\\' | ';' | ',' => {
                // Writing to a String cannot fail.
                let _ = write!(escaped, "\\{c}");
            }
            '\n' => escaped.push_str("\\n"),
            c if c.is_control() => {}
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_cannot_end_its_line() {
        assert_eq!(escaped("a; b, c\\\r\nBEGIN:VEVENT"), "a\\; b\\, c\\\\\\nBEGIN:VEVENT");
    }

    #[test]
    fn times_are_those_of_the_zone() {
        let at = jiff::civil::date(2026, 12, 5).at(6, 30, 0, 0);
        assert_eq!(utc(at, TimeZone::Jakarta), "20261204T233000Z");
    }
}
