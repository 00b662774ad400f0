//! Days and times as people read them. Names of months and days are texts of the theme.

use jiff::civil::Weekday;

use crate::model::{Date, DateTime, Season, Time, TimeSpan};
use crate::settings::TimeZone;
use crate::theme::Texts;

/// `24 November 2026`.
pub fn day(date: Date, texts: &Texts) -> String {
    format!("{} {} {}", date.day(), month(date.month(), texts), date.year())
}

/// `24 Nov`.
pub fn short_day(date: Date, texts: &Texts) -> String {
    format!("{} {}", date.day(), short_month(date.month(), texts))
}

/// `Selasa, 24 November 2026`.
pub fn long_day(date: Date, texts: &Texts) -> String {
    format!("{}, {}", weekday(date.weekday(), texts), day(date, texts))
}

/// `November`, from 1 to 12.
pub fn month(month: i8, texts: &Texts) -> &str {
    nth(texts.get("date.months"), i32::from(month) - 1)
}

/// `Nov`, from 1 to 12.
pub fn short_month(month: i8, texts: &Texts) -> &str {
    nth(texts.get("date.months_short"), i32::from(month) - 1)
}

/// Name of a weekday in the language of the texts: `Selasa`.
pub fn weekday(weekday: Weekday, texts: &Texts) -> &str {
    weekday_name(weekday.to_monday_zero_offset(), texts)
}

/// `Selasa`, from 0 for Monday.
pub fn weekday_name(from_monday: i8, texts: &Texts) -> &str {
    nth(texts.get("date.weekdays"), i32::from(from_monday))
}

fn nth(names: &str, index: i32) -> &str {
    usize::try_from(index).ok().and_then(|index| names.split(' ').nth(index)).unwrap_or(names)
}

/// A time on a clock of 24 hours, as Indonesian prints it in every language: `08.00`.
pub fn time(time: Time) -> String {
    format!("{:02}.{:02}", time.hour(), time.minute())
}

/// `08.00–16.00`, `22.00–04.00`, `08.00–24.00`, `24 jam`.
pub fn span(span: TimeSpan, texts: &Texts) -> String {
    if span.is_all_day() {
        return texts.get("hours.all_day").to_owned();
    }
    let closes = if span.to == Time::midnight() { "24.00".to_owned() } else { time(span.to) };
    format!("{}–{closes}", time(span.from))
}

/// `Minggu, 6 Desember 2026, 06.00–10.00 WIB`; the end's day only where it is another one.
pub fn moment(starts: DateTime, ends: Option<DateTime>, zone: TimeZone, texts: &Texts) -> String {
    let start = format!("{}, {}", long_day(starts.date(), texts), time(starts.time()));
    match ends {
        None => format!("{start} {}", zone.abbreviation()),
        Some(ends) if ends.date() == starts.date() => {
            format!("{start}–{} {}", time(ends.time()), zone.abbreviation())
        }
        Some(ends) => format!(
            "{start} – {}, {} {}",
            long_day(ends.date(), texts),
            time(ends.time()),
            zone.abbreviation()
        ),
    }
}

/// `2026-12-06T06:00:00+07:00`, for machines.
pub fn iso_moment(at: DateTime, zone: TimeZone) -> String {
    format!("{at}+{:02}:00", zone.offset_hours())
}

/// `Oktober–April`, `Januari–April, Oktober–Desember` where the year's turn does not join them.
/// A season that runs over New Year reads as one span.
pub fn season(season: Season, texts: &Texts) -> String {
    let months = season.months();
    if season.is_all_year() {
        return texts.get("season.all_year").to_owned();
    }
    // Starting after a month without harvest, a span over New Year is met in one piece.
    let offset = months.iter().position(|has| !has).unwrap_or(0);
    let mut spans: Vec<(usize, usize)> = Vec::new();
    let mut run: Option<usize> = None;
    for step in 1..=12 {
        let index = (offset + step) % 12;
        if months[index] {
            run.get_or_insert(index);
        } else if let Some(first) = run.take() {
            spans.push((first, (index + 11) % 12));
        }
    }
    spans.sort_unstable();
    let name = |index: usize| month(i8::try_from(index).unwrap_or(0) + 1, texts).to_owned();
    let spans: Vec<String> = spans
        .into_iter()
        .map(
            |(first, last)| {
                if first == last { name(first) } else { format!("{}–{}", name(first), name(last)) }
            },
        )
        .collect();
    spans.join(", ")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::finding::Findings;
    use crate::model::Language;
    use crate::theme::Theme;

    fn theme() -> Theme {
        Theme::load("etalase", &BTreeMap::new(), &mut Findings::new()).expect("the built-in theme")
    }

    #[test]
    fn days_are_written_in_the_language() {
        let theme = theme();
        let date = jiff::civil::date(2026, 11, 24);
        assert_eq!(long_day(date, theme.texts(Language::Id)), "Selasa, 24 November 2026");
        assert_eq!(long_day(date, theme.texts(Language::Su)), "Salasa, 24 Nopémber 2026");
        assert_eq!(long_day(date, theme.texts(Language::En)), "Tuesday, 24 November 2026");
    }

    #[test]
    fn a_season_over_new_year_is_one_span() {
        let theme = theme();
        let texts = theme.texts(Language::Id);
        let of = |months: &[u8]| season(Season::from_months(months.iter().copied()).expect("months"), texts);
        assert_eq!(of(&[1, 2, 3, 4, 10, 11, 12]), "Oktober–April");
        assert_eq!(of(&[3, 4, 9]), "Maret–April, September");
        assert_eq!(of(&[12]), "Desember");
        assert_eq!(of(&(1..=12).collect::<Vec<u8>>()), "sepanjang tahun");
    }

    #[test]
    fn a_moment_names_its_zone_once() {
        let theme = theme();
        let at = |hour| jiff::civil::date(2026, 12, 6).at(hour, 0, 0, 0);
        assert_eq!(
            moment(at(6), Some(at(10)), TimeZone::Jakarta, theme.texts(Language::Id)),
            "Minggu, 6 Desember 2026, 06.00–10.00 WIB"
        );
        assert_eq!(iso_moment(at(6), TimeZone::Jakarta), "2026-12-06T06:00:00+07:00");
    }
}
