//! Region codes and coordinates: numbers with dots, of which programs make days, decimals and thousands.

use jiff::civil::Date;

use super::findings as told;
use super::judged::Judged;
use super::written::{day_of_serial, pointed, whole};
use crate::finding::Span;
use crate::keys::Shape;
use crate::model::{RegionCode, region_row};
use crate::workbook::{Cell, CellValue};

/// Longest distance from the equator and greatest longitude in Indonesia, in degrees, generously.
const FARTHEST: (f64, f64) = (11.5, 141.5);

/// First and last codes of provinces, island by island. Source: Kepmendagri 300.2.2-2138 of 2025.
const PROVINCES: &[(&str, &str)] = &[
    ("11", "19"),
    ("21", "21"),
    ("31", "36"),
    ("51", "53"),
    ("61", "65"),
    ("71", "76"),
    ("81", "82"),
    ("91", "97"),
];

/// A region code.
pub(super) fn region(cell: &Cell, at: &Span) -> Judged {
    match &cell.value {
        CellValue::Text(text) => Judged::taken(text.clone()),
        CellValue::Number(number) => region_of_number(*number, at),
        CellValue::Day(day) => region_of_day(*day, cell, at),
        value => Judged::lost(told::other_kind(at, value, Shape::Region)),
    }
}

/// `32.1` lost the 0 of `32.10`, `3204` its dot, and 48319 was a day: `32.04.15` for 15 April 2032.
fn region_of_number(number: f64, at: &Span) -> Judged {
    let text = pointed(number);
    if let Some((province, regency)) = text.split_once('.') {
        let code = format!("{province}.{regency:0<2}");
        return match (known(&code), regency.len()) {
            (true, 2) => Judged::taken(code),
            (true, 1) => Judged::proposed(code.clone(), told::region_without_zero(at, &text, &code)),
            _ => Judged::lost(told::no_region(at, &text)),
        };
    }
    let dotted = |width: usize| {
        let parts: Vec<&str> = (0..width).step_by(2).map(|from| &text[from..from + 2]).collect();
        parts.join(".")
    };
    match text.len() {
        2 if known(&text) => Judged::taken(text),
        4 | 6 if known(&dotted(text.len())) => {
            let code = dotted(text.len());
            Judged::mended(code.clone(), told::region_without_dots(at, &text, &code))
        }
        5 => match day_of_serial(number).map(code_of_day).filter(|code| known(code)) {
            Some(code) => Judged::proposed(code.clone(), told::region_as_day(at, &text, &code)),
            None => Judged::lost(told::no_region(at, &text)),
        },
        // The code of a village: the reader of profiles names its district.
        10 if whole(number).is_some() => Judged::taken(text),
        _ => Judged::lost(told::no_region(at, &text)),
    }
}

fn region_of_day(day: Date, cell: &Cell, at: &Span) -> Judged {
    let code = code_of_day(day);
    if known(&code) {
        return Judged::proposed(code.clone(), told::region_as_day(at, &day.to_string(), &code));
    }
    Judged::lost(told::other_kind(at, &cell.value, Shape::Region))
}

/// Year, month and day in two digits each, in the order in which they were typed.
fn code_of_day(day: Date) -> String {
    format!("{:02}.{:02}.{:02}", day.year().rem_euclid(100), day.month(), day.day())
}

/// A code that the table has, or one of another province.
fn known(code: &str) -> bool {
    let Some(code) = RegionCode::parse(code) else { return false };
    let province = code.province();
    PROVINCES.iter().any(|(first, last)| (*first..=*last).contains(&province))
        && (province != "32" || code.regency().is_none() || region_row(code.as_str()).is_some())
}

/// A latitude or longitude in a cell of its own. In an Indonesian sheet `107.619` is more than a hundred thousand.
pub(super) fn coordinate(cell: &Cell, at: &Span) -> Judged {
    match &cell.value {
        CellValue::Text(text) => Judged::taken(text.clone()),
        CellValue::Number(number) if number.abs() <= FARTHEST.1 => Judged::taken(pointed(*number)),
        CellValue::Number(number) => {
            let meant = number / 1_000.0;
            let is_degree = meant.abs() <= FARTHEST.0 || (90.0..=FARTHEST.1).contains(&meant);
            if is_degree {
                let text = pointed(meant);
                return Judged::proposed(text.clone(), told::coordinate_without_point(at, *number, &text));
            }
            Judged::lost(told::no_coordinate(at, *number))
        }
        value => Judged::lost(told::other_kind(at, value, Shape::Coordinates)),
    }
}
