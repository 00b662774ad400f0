//! Days and moments as people write them. ISO days are read; the other usual forms are understood well enough to say
//! how to write them.

use super::findings::time as finding;
use super::mapping::Keys;
use super::months::MONTHS;
use super::typed::Typed;
use crate::finding::Findings;
use crate::model::{Date, DateTime, Time};

/// Other spellings of months, by their beginnings: old ones, and how libraries shorten August.
const SPELLINGS: [(&str, &str); 4] =
    [("peb", "februari"), ("nop", "november"), ("agt", "agustus"), ("ags", "agustus")];

/// A day as `2026-12-31`.
pub(super) fn parse_date(typed: Typed<'_>, findings: &mut Findings) -> Option<Date> {
    match day(typed.text) {
        Day::Iso(date) => Some(date),
        Day::Other(date) => {
            findings.push(finding::date_not_iso(typed.key, typed.text, typed.span(), date));
            None
        }
        Day::Impossible => {
            findings.push(finding::no_such_day(typed.key, typed.text, typed.span()));
            None
        }
        Day::Unreadable => {
            findings.push(finding::not_a_date(typed.key, typed.text, typed.span()));
            None
        }
    }
}

/// `22/03/69` is of the last century, `22/03/27` of this one.
const LAST_OF_CENTURY: i16 = 40;

/// 2027 for 27, 1969 for 69.
fn in_century(year: i16) -> i16 {
    match year {
        100.. => year,
        _ if year <= LAST_OF_CENTURY => 2000 + year,
        _ => 1900 + year,
    }
}

#[derive(Debug, PartialEq, Eq)]
enum Day {
    Iso(Date),
    /// A day in another form.
    Other(Date),
    /// `2026-02-30`
    Impossible,
    Unreadable,
}

fn day(text: &str) -> Day {
    let number = |part: &str| {
        let is_number = (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then(|| part.parse::<i16>().ok()).flatten()
    };
    let made = |year: i16, month: i16, day: i16| {
        let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
        (1000..=9999).contains(&year).then(|| Date::new(year, month, day).ok()).flatten()
    };
    let lower = without_clock(text).to_lowercase();
    let is_whole = lower.len() == text.len();
    let text = lower.split_once(", ").map_or(lower.as_str(), |(_, day)| day);
    if let Some((year, month, date)) = compact(text) {
        return made(year, month, date).map_or(Day::Unreadable, Day::Other);
    }
    let parts: Vec<&str> =
        text.split(|c: char| c == '-' || c == '/' || c == '.' || c.is_whitespace()).collect();
    let [first, second, third] = parts.as_slice() else { return Day::Unreadable };
    let named = |name: &str| {
        let name = SPELLINGS.iter().find(|(other, _)| name.starts_with(other)).map_or(name, |(_, name)| name);
        let is_name = |month: &str| month == name || (name.len() >= 3 && month.starts_with(name));
        MONTHS.iter().position(|month| is_name(month)).and_then(|index| i16::try_from(index + 1).ok())
    };
    let (year, month, date) = match (number(first), number(second), number(third)) {
        (Some(year), Some(month), Some(day)) if first.len() == 4 => (year, month, day),
        (Some(day), Some(month), Some(year)) if third.len() == 4 => (year, month, day),
        (Some(day), None, Some(year)) if matches!(third.len(), 2 | 4) => match named(second) {
            Some(month) => (in_century(year), month, day),
            None => return Day::Unreadable,
        },
        // With hyphens or dots, what stands first may be the year.
        (Some(day), Some(month), Some(year)) if third.len() == 2 && text.contains('/') => {
            (in_century(year), month, day)
        }
        _ => return Day::Unreadable,
    };
    let is_iso = is_whole
        && text.len() == 10
        && text.as_bytes()[4] == b'-'
        && text.as_bytes()[7] == b'-'
        && text == lower;
    match made(year, month, date) {
        Some(date) if is_iso => Day::Iso(date),
        Some(date) => Day::Other(date),
        None => Day::Impossible,
    }
}

/// Year, month and day of `20260105`.
fn compact(text: &str) -> Option<(i16, i16, i16)> {
    let is_digits = text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit());
    let part = |from: usize, to: usize| text.get(from..to)?.parse().ok();
    is_digits.then(|| Some((part(0, 4)?, part(4, 6)?, part(6, 8)?)))?
}

/// The day of `2012-08-17T00:00:00.000Z` and `2012-08-17 00:00:00`, as programs write days; any other text as it is.
fn without_clock(text: &str) -> &str {
    let Some((day, clock)) = text.get(..10).zip(text.get(10..)) else { return text };
    let is_day = day.bytes().enumerate().all(|(at, byte)| match at {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    });
    let is_clock = clock.starts_with(['T', 't', ' '])
        && clock.contains(':')
        && clock[1..].chars().all(|c| c.is_ascii_digit() || ":.+-Zz".contains(c));
    if is_day && is_clock { day } else { text }
}

/// A day and a time as `2026-12-05 08:00`; `08.00` is fine too.
pub(super) fn parse_date_time(typed: Typed<'_>, findings: &mut Findings) -> Option<DateTime> {
    let text = typed.text;
    let (date_text, time_text) =
        text.split_once(['T', ' ']).map_or((text, ""), |(date, time)| (date, time.trim()));
    let Day::Iso(date) = day(date_text) else {
        findings.push(match (day(date_text), other_date_time(text)) {
            (Day::Impossible, _) => finding::no_such_day(typed.key, date_text, typed.span()),
            (_, Some((date, time))) => finding::date_time_not_iso(typed, date, time),
            _ => finding::not_a_date_time(typed),
        });
        return None;
    };
    if time_text.is_empty() {
        findings.push(finding::no_time(typed, date));
        return None;
    }
    let zoneless =
        ["WIB", "WITA", "WIT"].iter().find_map(|zone| time_text.strip_suffix(zone)).unwrap_or(time_text);
    let Some(time) = clock(zoneless.trim()) else {
        findings.push(finding::not_a_date_time(typed));
        return None;
    };
    Some(date.to_datetime(time))
}

/// The day of `5 Desember 2026, pukul 08.00 WIB` or `05/12/2026`, and its time if there is one.
fn other_date_time(text: &str) -> Option<(Date, Option<Time>)> {
    let read = |text: &str| match day(text.trim_end_matches(',').trim()) {
        Day::Iso(date) | Day::Other(date) => Some(date),
        Day::Impossible | Day::Unreadable => None,
    };
    if text.len() > 80 {
        return None;
    }
    let words = text.replace(['(', ')'], " ");
    let words: Vec<&str> = words
        .split_whitespace()
        .filter(|word| !["WIB", "WITA", "WIT", "pukul", "jam"].contains(word))
        .collect();
    if let Some(date) = read(&words.join(" ")) {
        return Some((date, None));
    }
    let (time, date) = words.split_last()?;
    Some((read(&date.join(" "))?, Some(clock(time)?)))
}

/// `08.00`, `8:00`, `8`, `08:00:00`. Midnight as `24.00` is the end of the day.
fn clock(text: &str) -> Option<Time> {
    match clock_parts(text)? {
        (24, 0, 0) => Time::new(23, 59, 0, 0).ok(),
        (hour, minute, second) => Time::new(hour, minute, second, 0).ok(),
    }
}

/// Hour, minute and second of `8`, `08.00`, `08:00:00`.
pub(super) fn clock_parts(text: &str) -> Option<(i8, i8, i8)> {
    let mut parts = text.split([':', '.']);
    let part = |part: &str| {
        let is_number = (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then(|| part.parse::<i8>().ok()).flatten()
    };
    let hour = part(parts.next()?)?;
    let minute =
        parts.next().map_or(Some(0), |minute| (minute.len() == 2).then(|| part(minute)).flatten())?;
    let second = parts.next().map_or(Some(0), part)?;
    parts.next().is_none().then_some((hour, minute, second))
}

/// The days of a list.
pub(super) fn read_dates(keys: &mut Keys<'_>, name: &'static str, findings: &mut Findings) -> Vec<Date> {
    let days = keys.scalars(name, findings);
    let mut days: Vec<Date> = days.into_iter().filter_map(|typed| parse_date(typed, findings)).collect();
    days.sort_unstable();
    days.dedup();
    days
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(year: i16, month: i8, day: i8) -> Date {
        Date::new(year, month, day).expect("a day")
    }

    #[test]
    fn only_iso_days_are_read_but_others_are_understood() {
        assert_eq!(day("2026-11-24"), Day::Iso(date(2026, 11, 24)));
        for other in [
            "24/11/2026",
            "24-11-2026",
            "24 November 2026",
            "Selasa, 24 November 2026",
            "24 nov 2026",
            "24-Nov-26",
            "2026/11/24",
            "24.11.2026",
        ] {
            assert_eq!(day(other), Day::Other(date(2026, 11, 24)), "{other}");
        }
        for by_a_program in ["2012-08-17T00:00:00.000Z", "2012-08-17 00:00:00", "2012-08-17T00:00:00+07:00"] {
            assert_eq!(day(by_a_program), Day::Other(date(2012, 8, 17)), "{by_a_program}");
        }
        assert_eq!(day("2026-1-5"), Day::Other(date(2026, 1, 5)));
        for august in ["17 Agt 2026", "17 Ags 2026", "17 agu 2026", "17-Agustus-2026"] {
            assert_eq!(day(august), Day::Other(date(2026, 8, 17)), "{august}");
        }
        assert_eq!(day("1 Nopember 2026"), Day::Other(date(2026, 11, 1)));
        assert_eq!(day("2026-02-30"), Day::Impossible);
        for wrong in ["besok", "", "2026", "2026-11", "24 foo 2026", "--", "9999999-1-1"] {
            assert_eq!(day(wrong), Day::Unreadable, "{wrong}");
        }
    }
}
