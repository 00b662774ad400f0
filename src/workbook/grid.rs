//! Cells as they come, to rows that ascend. Nothing is filled in between.

use super::budget::Budget;
use super::fault::Fault;
use super::format::CellFormat;
use super::sheet::{Cell, CellValue, Row};

/// The last row of any spreadsheet program.
pub(super) const LAST_ROW: u32 = 1_048_576;
/// The last column of any spreadsheet program, `XFD`.
pub(super) const LAST_COLUMN: u32 = 16_384;

/// The rows of one sheet while it is read.
#[derive(Default)]
pub(super) struct Grid {
    rows: Vec<Row>,
    is_out_of_order: bool,
}

impl Grid {
    /// One cell, at a place from 1. Blank text is no cell.
    pub(super) fn put(
        &mut self,
        (row, column): (u32, u32),
        value: CellValue,
        format: CellFormat,
        budget: &mut Budget<'_>,
    ) -> Result<(), Fault> {
        if !(1..=LAST_ROW).contains(&row) || !(1..=LAST_COLUMN).contains(&column) {
            return Err(Fault::Damaged(None));
        }
        let value = match value {
            CellValue::Text(text) if is_blank(&text) => return Ok(()),
            CellValue::Text(text) if is_error(&text) => CellValue::Error(text.trim().to_owned()),
            CellValue::Number(number) if !number.is_finite() => CellValue::Error("#NUM!".to_owned()),
            value => value,
        };
        budget.count_cell(&value)?;
        let cell = Cell { column, value, format };
        match self.rows.last_mut() {
            Some(last) if last.number == row => {
                self.is_out_of_order |= last.cells.last().is_some_and(|before| before.column >= column);
                last.cells.push(cell);
            }
            last => {
                self.is_out_of_order |= last.as_ref().is_some_and(|last| last.number > row);
                // Most rows hold as many cells as the one before.
                let mut cells = Vec::with_capacity(last.map_or(4, |last| last.cells.len()));
                cells.push(cell);
                self.rows.push(Row { number: row, is_hidden: false, cells });
            }
        }
        Ok(())
    }

    /// The place of the last cell, row and column, from 1.
    pub(super) fn last_place(&self) -> Option<(u32, u32)> {
        let row = self.rows.last()?;
        Some((row.number, row.cells.last()?.column))
    }

    /// The rows, ascending. Of two cells at one place the later one stays.
    pub(super) fn finish(self) -> Vec<Row> {
        if !self.is_out_of_order {
            return self.rows;
        }
        let mut rows = self.rows;
        rows.sort_by_key(|row| row.number);
        let mut merged: Vec<Row> = Vec::with_capacity(rows.len());
        for row in rows {
            match merged.last_mut() {
                Some(last) if last.number == row.number => last.cells.extend(row.cells),
                _ => merged.push(row),
            }
        }
        for row in &mut merged {
            row.cells.reverse();
            row.cells.sort_by_key(|cell| cell.column);
            row.cells.dedup_by_key(|cell| cell.column);
        }
        merged
    }
}

fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}'))
}

/// The errors of spreadsheet programs, which ODS and text files hold as text: `#N/A`, `#DIV/0!`, `Err:502`, and the
/// hashes of a column that was too narrow.
fn is_error(text: &str) -> bool {
    const ERRORS: &[&str] = &[
        "#N/A", "#DIV/0!", "#NAME?", "#REF!", "#VALUE!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#FIELD!",
        "#ERROR!",
    ];
    let text = text.trim();
    if !text.starts_with(['#', 'E']) {
        return false;
    }
    let code = text.strip_prefix("Err:").unwrap_or_default();
    ERRORS.contains(&text)
        || (code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_digit()))
        || (text.len() > 2 && text.bytes().all(|byte| byte == b'#'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workbook::SheetLimits;

    fn rows(places: &[(u32, u32, &str)]) -> Vec<Row> {
        let limits = SheetLimits::default();
        let mut budget = Budget::new(&limits);
        let mut grid = Grid::default();
        for (row, column, text) in places {
            let value = CellValue::Text((*text).to_owned());
            grid.put((*row, *column), value, CellFormat::General, &mut budget).expect("within limits");
        }
        grid.finish()
    }

    fn brief(rows: &[Row]) -> String {
        let cells = rows.iter().flat_map(|row| row.cells.iter().map(|cell| (row.number, cell)));
        cells
            .map(|(row, cell)| format!("{row}:{}{:?}", cell.column, cell.value))
            .collect::<Vec<_>>()
            .join(" ")
    }

    #[test]
    fn cells_that_come_in_any_order_stand_in_order() {
        let rows = rows(&[(3, 2, "c"), (1, 2, "b"), (1, 1, "a"), (3, 2, "d"), (2, 9, " \u{a0}\n")]);
        assert_eq!(brief(&rows), r#"1:1Text("a") 1:2Text("b") 3:2Text("d")"#);
    }

    #[test]
    fn errors_that_stand_as_text_are_errors() {
        for text in ["#N/A", " #DIV/0! ", "Err:502", "####"] {
            assert_eq!(
                rows(&[(1, 1, text)])[0].cells[0].value,
                CellValue::Error(text.trim().into()),
                "{text}"
            );
        }
        for text in ["#1", "##", "Err", "Err:5x2", "#kopi", "Ekspor"] {
            assert_eq!(rows(&[(1, 1, text)])[0].cells[0].value, CellValue::Text(text.into()), "{text}");
        }
    }

    #[test]
    fn a_place_beyond_the_last_cell_of_any_program_is_damage() {
        let limits = SheetLimits::default();
        let mut budget = Budget::new(&limits);
        for place in [(0, 1), (1, 0), (LAST_ROW + 1, 1), (1, LAST_COLUMN + 1)] {
            let put = Grid::default().put(place, CellValue::Flag(true), CellFormat::General, &mut budget);
            assert_eq!(put, Err(Fault::Damaged(None)), "{place:?}");
        }
    }
}
