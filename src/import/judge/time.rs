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
    let order = order_of(cells);
    let judge = |(cell, at): &(&Cell, Span)| match &cell.value {
        CellValue::Text(text) => typed_day(text, order, at),
        _ => day(cell, is_swapped, at),
    };
    cells.iter().map(judge).collect()
}

/// Which part of `5/12/2026` is the month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Order {
    /// The second, as some cell of the column shows: `29/11/2026`.
    DayFirst,
    /// The first, as in `11/29/2026`.
    MonthFirst,
    /// No cell shows it.
    Unknown,
    /// Some show the one, some the other.
    Mixed,
}

fn order_of(cells: &[(&Cell, Span)]) -> Order {
    let mut order = Order::Unknown;
    for (cell, _) in cells {
        let CellValue::Text(text) = &cell.value else { continue };
        let shown = match parts_of(text) {
            Some((13..=31, 1..=12, _)) => Order::DayFirst,
            Some((1..=12, 13..=31, _)) => Order::MonthFirst,
            _ => continue,
        };
        order = if order == Order::Unknown || order == shown { shown } else { Order::Mixed };
    }
    order
}

/// Two numbers and a year of four digits: `5/12/2026`, `05-12-2026`, `5.12.2026`.
fn parts_of(text: &str) -> Option<(i8, i8, i16)> {
    let mut parts = text.trim().split(['/', '-', '.']);
    let (first, second, year) = (parts.next()?, parts.next()?, parts.next()?);
    let is_year = year.len() == 4 && parts.next().is_none();
    let number = |part: &str| part.trim().parse::<i8>().ok();
    is_year.then_some((number(first)?, number(second)?, year.parse().ok()?))
}

/// A day as people type it, by the order that its column shows. Where none is shown, Indonesians put the day first.
fn typed_day(text: &str, order: Order, at: &Span) -> Judged {
    let Some((first, second, year)) = parts_of(text) else { return Judged::taken(text) };
    let day_first = Date::new(year, second, first).ok();
    let month_first = Date::new(year, first, second).ok();
    match order {
        Order::DayFirst => {
            day_first.map_or_else(|| Judged::taken(text), |day| Judged::taken(day.to_string()))
        }
        Order::MonthFirst => {
            month_first.map_or_else(|| Judged::taken(text), |day| Judged::taken(day.to_string()))
        }
        _ => match day_first {
            Some(day) if first == second => Judged::taken(day.to_string()),
            Some(day) => Judged::proposed(day.to_string(), told::day_or_month_first(at, text, day)),
            None => Judged::taken(text),
        },
    }
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
    let year = whole(number).filter(|year| YEARS.contains(year));
    match (meant, year) {
        (Some(day), _) => Judged::proposed(day.to_string(), told::day_as_number(at, number, day)),
        (None, Some(year)) => Judged::lost(told::year_for_day(at, year)),
        (None, None) => Judged::lost(told::other_kind(at, &cell.value, Shape::Date)),
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
