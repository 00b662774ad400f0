//! A cell as people see it.

use super::judge::shown_value;
use crate::workbook::{Cell, CellValue, Row};

/// The cell of a column.
pub(super) fn cell_at(row: &Row, column: u32) -> Option<&Cell> {
    row.cells.binary_search_by_key(&column, |cell| cell.column).ok().map(|at| &row.cells[at])
}

/// What a person sees in a cell, as findings show it.
pub(super) fn seen(cell: &Cell) -> String {
    shown_value(&cell.value)
}

/// A text without the apostrophe that tells a spreadsheet that a number is text.
pub(super) fn text_of_number(text: &str) -> &str {
    text.strip_prefix('\'').filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit())).unwrap_or(text)
}

/// What stands in a cell, as near as its file tells.
pub(super) fn shown(cell: &Cell) -> String {
    match &cell.value {
        CellValue::Text(text) => text.clone(),
        CellValue::Number(number) => number.to_string(),
        CellValue::Day(day) => day.to_string(),
        CellValue::DayTime(time) => time.to_string(),
        CellValue::Time(time) => time.to_string(),
        CellValue::Flag(flag) => flag.to_string(),
        CellValue::Error(error) => error.clone(),
    }
}
