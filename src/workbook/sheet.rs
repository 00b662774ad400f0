//! What every format becomes: sheets, rows and cells, and what a person calls a cell.

use jiff::civil::{Date, DateTime, Time};

use super::format::CellFormat;

/// A spreadsheet as it was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Workbook {
    /// In the order of the file.
    pub sheets: Vec<Sheet>,
}

/// One sheet, with nothing but what stands in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// As on its tab; empty for a text file.
    pub name: String,
    /// True where the person has hidden it.
    pub is_hidden: bool,
    /// Rows in which something stands, ascending.
    pub rows: Vec<Row>,
    /// Cells that were made one. Their value stands in the first.
    pub merged: Vec<Merged>,
    /// Hidden columns, from and to, from 1.
    pub hidden_columns: Vec<(u32, u32)>,
}

/// One row in which something stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// From 1. In a text file: the line on which it starts.
    pub number: u32,
    /// True where the person, or a filter, has hidden it. Always false in a text file.
    pub is_hidden: bool,
    /// Ascending by column; none is empty.
    pub cells: Vec<Cell>,
}

/// One cell in which something stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// From 1.
    pub column: u32,
    /// What the file holds.
    pub value: CellValue,
    /// How it is shown.
    pub format: CellFormat,
}

/// What a file holds in a cell, which may be less than what was typed.
#[derive(Debug, Clone, PartialEq)]
pub enum CellValue {
    /// As it was typed, never blank.
    Text(String),
    /// A number, with all that spreadsheets keep of it: 15 digits.
    Number(f64),
    /// A day.
    Day(Date),
    /// A day and a time of it.
    DayTime(DateTime),
    /// A time of a day.
    Time(Time),
    /// True or false.
    Flag(bool),
    /// What a formula failed with, `#N/A`; empty for a formula whose result the file does not hold.
    Error(String),
}

/// A rectangle of cells that were made one; all from 1, and the last ones belong to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Merged {
    /// The upper row.
    pub first_row: u32,
    /// The left column.
    pub first_column: u32,
    /// The lower row.
    pub last_row: u32,
    /// The right column.
    pub last_column: u32,
}

/// The name of a cell, both from 1: `C12`. Columns after `Z` are `AA`, `AB`.
pub fn cell_name(column: u32, row: u32) -> String {
    format!("{}{row}", column_name(column))
}

/// The name of a column, from 1: `C`.
pub fn column_name(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column;
    while rest > 0 {
        let digit = u8::try_from((rest - 1) % 26).expect("less than 26");
        letters.push(char::from(b'A' + digit));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_have_the_names_that_spreadsheets_show() {
        for (column, row, name) in
            [(1, 1, "A1"), (3, 12, "C12"), (26, 2, "Z2"), (27, 9, "AA9"), (702, 1, "ZZ1"), (703, 1, "AAA1")]
        {
            assert_eq!(cell_name(column, row), name);
        }
        assert_eq!(cell_name(16_384, 1_048_576), "XFD1048576");
    }
}
