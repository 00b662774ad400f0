//! Opening hours: rows for people, and the same for the script that knows whether it is open now.

use jiff::ToSpan as _;
use serde::Serialize;

use crate::model::{Date, DayHours, Language, OpeningHours, TimeSpan};
use crate::settings::Settings;
use crate::theme::Texts;
use crate::view::dates;
use crate::view::days::last_of;

/// Most days on which it is closed that a page names.
const MAX_CLOSED: usize = 6;

/// Opening hours: rows for people, and the same for the script that knows whether it is open now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HoursView {
    /// Days with the same hours together, Monday first.
    pub rows: Vec<HoursRow>,
    /// Days on which it is closed all the same.
    pub closed: Vec<String>,
    /// The last of them, as an ISO date.
    pub closed_last: Option<String>,
    /// A sentence about it.
    pub note: Option<String>,
    /// `480-960|1320-1680|…`: seven days, Monday first, spans in minutes of the day; past 1440 on the next day.
    pub week: String,
    /// Closed days as ISO dates, with a space between; from yesterday on, whose night may not be over.
    pub closed_iso: String,
    /// Hours ahead of UTC.
    pub offset: i8,
    /// Short name of the zone.
    pub zone: &'static str,
}

/// Days with the same hours.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HoursRow {
    /// One weekday, or the first and last of a run with the same hours: `Senin–Jumat`.
    pub days: String,
    /// `08.00–16.00`, or that it is closed.
    pub hours: String,
    /// First and last day, 0 for Monday.
    pub first: usize,
    /// Last day.
    pub last: usize,
    /// True if it is closed.
    pub closed: bool,
}

/// Opening hours as a page shows them.
pub fn hours(hours: &OpeningHours, settings: &Settings, language: Language, texts: &Texts) -> HoursView {
    let mut rows: Vec<HoursRow> = Vec::new();
    for (index, day) in hours.week.iter().enumerate() {
        let name = dates::weekday_name(i8::try_from(index).unwrap_or(0), texts);
        let spans: Vec<String> = day.0.iter().map(|span| dates::span(*span, texts)).collect();
        let closed = spans.is_empty();
        let shown = if closed { texts.get("hours.closed").to_owned() } else { spans.join(", ") };
        match rows.last_mut().filter(|row| row.hours == shown) {
            Some(row) => {
                let first = row.days.split('–').next().unwrap_or(name).to_owned();
                row.days = format!("{first}–{name}");
                row.last = index;
            }
            None => {
                rows.push(HoursRow {
                    days: name.to_owned(),
                    hours: shown,
                    first: index,
                    last: index,
                    closed,
                });
            }
        }
    }
    let yesterday = settings.today.saturating_sub(1.day());
    let mut closed: Vec<Date> = hours.closed_on.iter().copied().filter(|day| *day >= yesterday).collect();
    closed.sort();
    let coming = || closed.iter().copied().filter(|day| *day >= settings.today).take(MAX_CLOSED);
    HoursView {
        rows,
        closed: coming().map(|day| dates::day(day, texts)).collect(),
        closed_last: last_of(coming().map(Some)),
        note: hours.note.as_ref().map(|note| note.get(language).to_owned()),
        week: hours.week.iter().map(minutes).collect::<Vec<_>>().join("|"),
        closed_iso: closed.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "),
        offset: settings.time_zone.offset_hours(),
        zone: settings.time_zone.abbreviation(),
    }
}

/// A day's spans for the script. Who writes 23.59 means the end of the day.
fn minutes(day: &DayHours) -> String {
    let written = |span: &TimeSpan| {
        let (from, to) = span.minutes();
        format!("{from}-{}", if to == 1439 { 1440 } else { to })
    };
    day.0.iter().map(written).collect::<Vec<_>>().join(",")
}
