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

impl Sheet {
    /// True if the person has hidden a column, from 1.
    pub fn hides_column(&self, column: u32) -> bool {
        self.hidden_columns.iter().any(|(from, to)| (*from..=*to).contains(&column))
    }
}

/// One row in which something stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// From 1, as spreadsheet programs number it; in a text file, too.
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
