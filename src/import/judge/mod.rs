//! What a cell can have lost on its way through a spreadsheet, judged by column: one number does not say whether an
//! English sheet ate its thousands, a column of them does. What is certain is mended, what is likely is proposed, what
//! is lost is told. Text passes as it is: the readers of profiles judge it.

mod count;
mod digits;
mod findings;
mod judged;
mod place;
mod price;
#[cfg(test)]
mod tests;
mod time;
mod written;

pub(super) use judged::Judged;
pub(super) use written::shown as shown_value;

use crate::finding::Span;
use crate::keys::{STOCKS, Shape};
use crate::workbook::{Cell, CellValue};
use written::{decimal, zero_padded};

/// The cells of one column as text that the readers of profiles read, and what is to be said of each; one for each
/// cell.
pub(super) fn judge(shape: Shape, cells: &[(&Cell, Span)]) -> Vec<Judged> {
    let each = |judge: fn(&Cell, &Span) -> Judged| -> Vec<Judged> {
        cells.iter().map(|(cell, at)| failed(cell, at).unwrap_or_else(|| judge(cell, at))).collect()
    };
    let columns = |judged: Vec<Judged>| -> Vec<Judged> {
        cells.iter().zip(judged).map(|((cell, at), judged)| failed(cell, at).unwrap_or(judged)).collect()
    };
    match shape {
        Shape::Rupiah => columns(price::judge(cells)),
        Shape::Percent => columns(count::percents(cells)),
        Shape::Number(min, max) => columns(count::numbers(cells, min, max)),
        Shape::Date | Shape::Dates => columns(time::days(cells)),
        Shape::WhatsApp | Shape::Phone => each(digits::phone),
        Shape::Identifier => each(digits::identifier),
        Shape::Region => each(place::region),
        Shape::Coordinates => each(place::coordinate),
        Shape::DateTime => each(time::moment),
        Shape::Year | Shape::Years => each(time::year),
        Shape::Months => each(time::months),
        Shape::Hours => each(time::hours),
        Shape::Flag => each(count::flag),
        _ => cells
            .iter()
            .map(|(cell, at)| failed(cell, at).unwrap_or_else(|| plain(shape, cell, at)))
            .collect(),
    }
}

/// Amounts of a column whose head says that it counts thousands, judged as `judge` does.
pub(super) fn judge_thousands(cells: &[(&Cell, Span)]) -> Vec<Judged> {
    let amount = |(cell, at): &(&Cell, Span)| failed(cell, at).unwrap_or_else(|| price::thousands(cell, at));
    cells.iter().map(amount).collect()
}

/// A cell that holds nothing but an error.
fn failed(cell: &Cell, at: &Span) -> Option<Judged> {
    let CellValue::Error(error) = &cell.value else { return None };
    Some(Judged::lost(match error.as_str() {
        "" => findings::formula_without_result(at),
        error if error.starts_with("##") => findings::too_narrow(at, error),
        error => findings::failed_formula(at, error),
    }))
}

/// What belongs where words belong: a number is as good as its digits, a day is what a program made of something else.
fn plain(shape: Shape, cell: &Cell, at: &Span) -> Judged {
    match &cell.value {
        CellValue::Text(text) => Judged::taken(text.clone()),
        CellValue::Number(number) => {
            Judged::taken(zero_padded(*number, &cell.format).unwrap_or_else(|| decimal(*number)))
        }
        CellValue::Time(time) => Judged::taken(written::clock(*time)),
        CellValue::Flag(is_there) if shape == Shape::Choice(STOCKS) => {
            Judged::taken(STOCKS[if *is_there { 0 } else { 2 }])
        }
        _ => Judged::lost(findings::other_kind(at, &cell.value, shape)),
    }
}
