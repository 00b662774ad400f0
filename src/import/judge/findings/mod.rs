//! What is to be said of cells, one function per finding; each is at its cell. What is proposed is told as a warning,
//! and becomes an error where proposals are not taken.

mod number;
mod place;
mod price;
mod time;

pub(super) use number::{
    count_without_thousands, digits_lost, fraction_for_percent, identifier_as_number, maybe_thousands,
    no_phone, percent_of_percent, percent_rounded, phone_note, phone_without_zero, scientific,
    several_numbers,
};
pub(super) use place::{
    coordinate_without_point, no_coordinate, no_region, region_as_day, region_without_dots,
    region_without_zero,
};
pub(super) use price::{
    day_for_price, negative_price, odd_decimals, percent_for_price, price_on_request, price_said,
    price_with_decimals, shown_in_thousands, small_price, thousands_lost, whole_among_thousands,
};
pub(super) use time::{
    day_as_number, day_for_months, day_for_year, day_or_month_first, swapped_day, time_left_out, year_for_day,
};

use super::written::shown;
use crate::finding::{Finding, Level, Span, Text};
use crate::keys::Shape;
use crate::workbook::CellValue;

fn finding(code: &'static str, level: Level, at: &Span, found: Text, expected: Text, help: Text) -> Finding {
    Finding { code: code.into(), level, at: at.clone(), found, expected, help }
}

fn error(code: &'static str, at: &Span, found: Text, expected: Text, help: Text) -> Finding {
    finding(code, Level::Error, at, found, expected, help)
}

fn warning(code: &'static str, at: &Span, found: Text, expected: Text, help: Text) -> Finding {
    finding(code, Level::Warning, at, found, expected, help)
}

fn text(id: impl Into<String>, en: impl Into<String>) -> Text {
    Text::new(id, en)
}

/// What belongs at a key, as its table says.
fn belongs(shape: Shape) -> Text {
    let (id, en) = shape.phrase();
    text(id, en)
}

/// How to type what no program takes for something else.
fn as_text(example_id: &str, example_en: &str) -> Text {
    text(
        format!("ubah format kolomnya menjadi Teks, lalu ketik lagi isinya{example_id}"),
        format!("set the format of the column to Text, then type the value again{example_en}"),
    )
}
/// `#N/A`, `#DIV/0!`, `Err:502`.
pub(super) fn failed_formula(at: &Span, error_text: &str) -> Finding {
    error(
        "cell-error",
        at,
        text(
            format!("sel ini berisi kesalahan `{error_text}`, bukan nilai"),
            format!("this cell holds the error `{error_text}`, no value"),
        ),
        text("nilai", "a value"),
        text(
            "perbaiki rumusnya, atau ketik nilainya langsung",
            "correct its formula, or type the value itself",
        ),
    )
}

/// A formula of a program that works nothing out.
pub(super) fn formula_without_result(at: &Span) -> Finding {
    error(
        "cell-formula-unsaved",
        at,
        text("rumus di sel ini belum dihitung", "the formula in this cell was never worked out"),
        text("rumus dengan hasilnya", "a formula with its result"),
        text(
            "buka berkasnya dengan Excel atau LibreOffice Calc, lalu simpan lagi",
            "open the file in Excel or LibreOffice Calc and save it again",
        ),
    )
}

/// `####`: a column that was too narrow when it was saved as text.
pub(super) fn too_narrow(at: &Span, hashes: &str) -> Finding {
    error(
        "cell-too-narrow",
        at,
        text(
            format!("sel ini berisi `{hashes}`: kolomnya terlalu sempit saat disimpan"),
            format!("this cell holds `{hashes}`: its column was too narrow when it was saved"),
        ),
        text("nilai", "a value"),
        text("lebarkan kolomnya, lalu simpan lagi", "widen the column, then save again"),
    )
}

/// A day, a time, a number or a truth where something else belongs.
pub(super) fn other_kind(at: &Span, value: &CellValue, shape: Shape) -> Finding {
    let value_text = shown(value);
    let (id, en) = match value {
        CellValue::Day(_) => ("tanggal", "the day"),
        CellValue::DayTime(_) => ("tanggal dan jam", "the day and time"),
        CellValue::Time(_) => ("jam", "the time"),
        CellValue::Flag(_) => ("nilai logika", "the truth value"),
        CellValue::Number(_) => ("bilangan", "the number"),
        CellValue::Text(_) | CellValue::Error(_) => ("tulisan", "the text"),
    };
    error(
        "cell-other-kind",
        at,
        text(format!("sel ini berisi {id} `{value_text}`"), format!("this cell holds {en} `{value_text}`")),
        belongs(shape),
        as_text("", ""),
    )
}
