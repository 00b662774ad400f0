//! Counts, percentages, and yes or no.

use super::findings as told;
use super::judged::Judged;
use super::written::{decimal, grouped, whole};
use crate::finding::Span;
use crate::keys::Shape;
use crate::workbook::{Cell, CellFormat, CellValue};

/// Whole numbers of a column, from `min` to `max`. In an English sheet `1.250` is 1.25, and `2.000` is 2.
pub(super) fn numbers(cells: &[(&Cell, Span)], min: u32, max: u32) -> Vec<Judged> {
    let range = u64::from(min)..=u64::from(max);
    let thousandfold = |number: f64| {
        let thousands = (number * 1_000.0).round();
        let is_exact = (number * 1_000.0 - thousands).abs() < 1e-6;
        whole(thousands).filter(|number| is_exact && range.contains(number))
    };
    let has_shrunk = cells.iter().any(|(cell, _)| {
        matches!(cell.value, CellValue::Number(number) if number.fract() != 0.0 && thousandfold(number).is_some())
    });
    let judge = |cell: &Cell, at: &Span| match &cell.value {
        CellValue::Text(text) => Judged::taken(text.clone()),
        CellValue::Number(number) => match (whole(*number), thousandfold(*number)) {
            (Some(count), Some(meant)) if has_shrunk && count > 0 && count < 1_000 => {
                Judged::mended(count.to_string(), told::maybe_thousands(at, count, &grouped(meant)))
            }
            (Some(count), _) => Judged::taken(count.to_string()),
            (None, Some(meant)) => Judged::proposed(
                meant.to_string(),
                told::count_without_thousands(at, *number, &grouped(meant)),
            ),
            (None, None) => Judged::lost(told::other_kind(at, &cell.value, Shape::Number(min, max))),
        },
        value => Judged::lost(told::other_kind(at, value, Shape::Number(min, max))),
    };
    cells.iter().map(|(cell, at)| judge(cell, at)).collect()
}

/// Percentages of a column. A cell that shows `40%` holds 0.4; whether a bare 0.4 is one, too, its column tells.
pub(super) fn percents(cells: &[(&Cell, Span)]) -> Vec<Judged> {
    let bare = |cell: &Cell| match cell.value {
        CellValue::Number(number) if cell.format != CellFormat::Percent => Some(number),
        _ => None,
    };
    let bares: Vec<f64> = cells.iter().filter_map(|(cell, _)| bare(cell)).collect();
    let are_fractions = bares.iter().all(|number| *number <= 1.0) && bares.iter().any(|number| *number > 0.0);
    cells
        .iter()
        .map(|(cell, at)| match (&cell.value, bare(cell)) {
            (CellValue::Text(text), _) => Judged::taken(text.clone()),
            (_, Some(number)) if are_fractions && number > 0.0 => {
                let percent = rounded(number * 100.0);
                let remark = told::fraction_for_percent(at, number, &percent);
                Judged::proposed(percent, remark)
            }
            (_, Some(number)) => percent(number, at),
            (CellValue::Number(number), None) if *number > 1.0 => {
                let meant = rounded(*number);
                Judged::proposed(meant.clone(), told::percent_of_percent(at, *number, &meant))
            }
            (CellValue::Number(number), None) => percent(number * 100.0, at),
            (value, None) => Judged::lost(told::other_kind(at, value, Shape::Percent)),
        })
        .collect()
}

/// At most two decimals, as profiles keep.
fn percent(number: f64, at: &Span) -> Judged {
    if !(0.0..=100.0).contains(&number) {
        return Judged::lost(told::other_kind(at, &CellValue::Number(number), Shape::Percent));
    }
    let text = rounded(number);
    let is_exact = (number * 100.0 - (number * 100.0).round()).abs() < 1e-6;
    if is_exact {
        Judged::taken(text)
    } else {
        Judged::mended(text.clone(), told::percent_rounded(at, number, &text))
    }
}

fn rounded(number: f64) -> String {
    decimal((number * 100.0).round() / 100.0)
}

/// `ya` or `tidak`, also out of ticks and out of 1 and 0.
pub(super) fn flag(cell: &Cell, at: &Span) -> Judged {
    let word = |is_yes: bool| Judged::taken(if is_yes { "ya" } else { "tidak" });
    match &cell.value {
        CellValue::Flag(flag) => word(*flag),
        CellValue::Number(1.0) => word(true),
        CellValue::Number(0.0) => word(false),
        CellValue::Text(text) => match text.trim().to_lowercase().as_str() {
            "x" | "v" | "√" | "✓" | "✔" | "☑" | "y" => word(true),
            "☐" | "✗" | "✘" => word(false),
            _ => Judged::taken(text.clone()),
        },
        value => Judged::lost(told::other_kind(at, value, Shape::Flag)),
    }
}
