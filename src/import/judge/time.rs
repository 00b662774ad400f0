//! Days, months, years and hours. An English sheet reads `5/12/2026` as 12 May, and any sheet may read `1-4` as a day.

use jiff::civil::{Date, DateTime};

use super::findings as told;
use super::judged::Judged;
use super::written::{clock, day_of_serial, serial, whole};
use crate::finding::Span;
use crate::keys::Shape;
use crate::workbook::{Cell, CellValue};

/// Years that somebody can mean.
const YEARS: std::ops::RangeInclusive<u64> = 1800..=2200;

/// Days of a column.
pub(super) fn days(cells: &[(&Cell, Span)]) -> Vec<Judged> {
    let is_swapped = has_swapped_days(cells);
    cells.iter().map(|(cell, at)| day(cell, is_swapped, at)).collect()
}

/// True if a sheet took days for months: what it could not take stays text, `29/11/2026`, and every day that it made
/// can be turned round.
fn has_swapped_days(cells: &[(&Cell, Span)]) -> bool {
    let mut has_text = false;
    for (cell, _) in cells {
        match &cell.value {
            CellValue::Text(text) => has_text |= has_day_before_month(text),
            CellValue::Day(day) if day.day() > 12 => return false,
            _ => {}
        }
    }
    has_text
}

/// `29/11/2026`: with strokes, and a day that is no month.
fn has_day_before_month(text: &str) -> bool {
    let parts: Vec<Option<u32>> = text.trim().split('/').map(|part| part.trim().parse().ok()).collect();
    matches!(parts[..], [Some(13..=31), Some(1..=12), Some(_)])
}

fn day(cell: &Cell, is_swapped: bool, at: &Span) -> Judged {
    match &cell.value {
        CellValue::Text(text) => Judged::taken(text.clone()),
        CellValue::Day(day) => match turned(*day).filter(|_| is_swapped && day.day() != day.month()) {
            Some(turned) => Judged::proposed(turned.to_string(), told::swapped_day(at, *day, turned)),
            None => Judged::taken(day.to_string()),
        },
        CellValue::DayTime(moment) => {
            Judged::mended(moment.date().to_string(), told::time_left_out(at, moment.date(), moment.time()))
        }
        CellValue::Number(number) => day_of_number(*number, cell, at),
        value => Judged::lost(told::other_kind(at, value, Shape::Date)),
    }
}

/// 12 May for 5 December.
fn turned(day: Date) -> Option<Date> {
    Date::new(day.year(), day.day(), day.month()).ok()
}

/// 46355 is a day whose format was lost, 20261129 one without marks.
fn day_of_number(number: f64, cell: &Cell, at: &Span) -> Judged {
    let meant = day_of_serial(number).or_else(|| {
        let digits = whole(number).filter(|digits| (18_000_101..22_001_231).contains(digits))?;
        let part = |below: u64, size: u64| i8::try_from(digits / below % size).ok();
        Date::new(i16::try_from(digits / 10_000).ok()?, part(100, 100)?, part(1, 100)?).ok()
    });
    match meant {
        Some(day) => Judged::proposed(day.to_string(), told::day_as_number(at, number, day)),
        None => Judged::lost(told::other_kind(at, &cell.value, Shape::Date)),
    }
}

/// A day with its time.
pub(super) fn moment(cell: &Cell, at: &Span) -> Judged {
    let spelled = |moment: &DateTime| format!("{} {}", moment.date(), clock(moment.time()));
    match &cell.value {
        CellValue::Text(text) => Judged::taken(text.clone()),
        CellValue::DayTime(moment) => Judged::taken(spelled(moment)),
        CellValue::Day(day) => Judged::taken(day.to_string()),
        value => Judged::lost(told::other_kind(at, value, Shape::DateTime)),
    }
}

/// A year: also one that shows as a day of 1905, because the cell had the format of days.
pub(super) fn year(cell: &Cell, at: &Span) -> Judged {
    match &cell.value {
        CellValue::Text(text) => Judged::taken(text.clone()),
        CellValue::Number(number) if whole(*number).is_some_and(|year| YEARS.contains(&year)) => {
            Judged::taken(format!("{number:.0}"))
        }
        CellValue::Day(day) => {
            let shown = serial(*day).filter(|serial| YEARS.contains(serial));
            let year = shown.unwrap_or_else(|| u64::from(day.year().unsigned_abs()));
            Judged::proposed(year.to_string(), told::day_for_year(at, *day, year))
        }
        value => Judged::lost(told::other_kind(at, value, Shape::Year)),
    }
}

/// Months. `1-4` as a day is 1 April in one country and 4 January in another.
pub(super) fn months(cell: &Cell, at: &Span) -> Judged {
    match &cell.value {
        CellValue::Text(text) => Judged::taken(text.clone()),
        CellValue::Number(number) if whole(*number).is_some_and(|month| (1..=12).contains(&month)) => {
            Judged::taken(format!("{number:.0}"))
        }
        CellValue::Day(day) if day.day() <= 12 => Judged::lost(told::day_for_months(at, *day)),
        value => Judged::lost(told::other_kind(at, value, Shape::Months)),
    }
}

/// Opening hours: a single time is no span, which the reader of profiles tells.
pub(super) fn hours(cell: &Cell, at: &Span) -> Judged {
    match &cell.value {
        CellValue::Text(text) => Judged::taken(text.clone()),
        CellValue::Time(time) => Judged::taken(clock(*time)),
        value => Judged::lost(told::other_kind(at, value, Shape::Hours)),
    }
}
