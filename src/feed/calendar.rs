//! Events to come, with their make-up sessions, for a phone's calendar. Source: RFC 5545. Times are written in
//! UTC, so that no table of a time zone has to travel along.

use jiff::ToSpan as _;

use crate::model::{Date, DateTime, Event};
use crate::settings::TimeZone;
use crate::theme::content_hash;
use crate::view::ical::Calendar;
use crate::view::storefront::Scene;

/// `None` if there is nothing to come.
pub(super) fn calendar(scene: &Scene<'_>) -> Option<String> {
    let today = scene.settings.today;
    let mut calendar = Calendar::new(Some(&scene.cooperative.name));
    let mut is_empty = true;
    for event in &scene.cooperative.events {
        if event.ends.unwrap_or(event.starts).date() >= today {
            add(&mut calendar, scene, event, event.starts, event.ends, event.place.as_deref());
            is_empty = false;
        }
        if let Some(later) = event.make_up.as_ref()
            && later.ends.unwrap_or(later.starts).date() >= today
        {
            let place = later.place.as_deref().or(event.place.as_deref());
            add(&mut calendar, scene, event, later.starts, later.ends, place);
            is_empty = false;
        }
    }
    (!is_empty).then(|| calendar.finish())
}

/// Adds one date of an event, at its own place.
fn add(
    calendar: &mut Calendar,
    scene: &Scene<'_>,
    event: &Event,
    starts: DateTime,
    ends: Option<DateTime>,
    place: Option<&str>,
) {
    let Scene { cooperative, settings, language, .. } = scene;
    let zone = settings.time_zone;
    // The same event keeps its id from build to build, so that a phone changes it instead of adding it again.
    let id = content_hash(format!("{}|{}|{starts}", cooperative.slug, event.title.get(*language)).as_bytes());
    let stamp: Date = cooperative.updated.unwrap_or(settings.today);
    calendar.line("BEGIN", "VEVENT");
    calendar.line("UID", &format!("{id}@{}", cooperative.slug));
    calendar.line("DTSTAMP", &stamp.strftime("%Y%m%dT000000Z").to_string());
    calendar.line("DTSTART", &utc(starts, zone));
    if let Some(ends) = ends {
        calendar.line("DTEND", &utc(ends, zone));
    }
    calendar.words("SUMMARY", event.title.get(*language));
    if let Some(place) = place {
        calendar.words("LOCATION", place);
    }
    if let Some(about) = &event.description {
        calendar.words("DESCRIPTION", about.get(*language));
    }
    if let Some(url) = &scene.home_url {
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
