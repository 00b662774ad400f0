//! How much of a spreadsheet is read. Knows no format.

use super::fault::{Fault, Measure};
use super::sheet::CellValue;

/// How much a spreadsheet may hold. Whoever has more gets a finding, not a slow machine.
#[derive(Debug, Clone)]
pub struct SheetLimits {
    /// Bytes of the file.
    pub file_bytes: usize,
    /// Bytes of all parts that are read of a zipped file, unzipped.
    pub unzipped_bytes: usize,
    /// Sheets.
    pub sheets: usize,
    /// Cells in which something stands, in all sheets.
    pub cells: usize,
    /// Bytes of text in all cells. One text that a million cells share counts a million times.
    pub text_bytes: usize,
}

impl Default for SheetLimits {
    fn default() -> Self {
        Self {
            file_bytes: 20 * 1024 * 1024,
            unzipped_bytes: 50 * 1024 * 1024,
            sheets: 100,
            cells: 500_000,
            text_bytes: 20 * 1024 * 1024,
        }
    }
}

/// What may still be read of one file.
pub(super) struct Budget<'l> {
    limits: &'l SheetLimits,
    cells: usize,
    text_bytes: usize,
    unzipped_bytes: usize,
}

impl<'l> Budget<'l> {
    pub(super) fn new(limits: &'l SheetLimits) -> Self {
        Self { limits, cells: 0, text_bytes: 0, unzipped_bytes: 0 }
    }

    /// One more cell.
    pub(super) fn count_cell(&mut self, value: &CellValue) -> Result<(), Fault> {
        self.cells += 1;
        if self.cells > self.limits.cells {
            return Err(Fault::TooMuch(Measure::Cells, self.limits.cells));
        }
        if let CellValue::Text(text) | CellValue::Error(text) = value {
            self.text_bytes = self.text_bytes.saturating_add(text.len());
        }
        if self.text_bytes > self.limits.text_bytes {
            return Err(Fault::TooMuch(Measure::TextBytes, self.limits.text_bytes));
        }
        Ok(())
    }

    pub(super) fn check_sheets(&self, count: usize) -> Result<(), Fault> {
        if count > self.limits.sheets {
            return Err(Fault::TooMuch(Measure::Sheets, self.limits.sheets));
        }
        Ok(())
    }

    /// Rectangles that a parser fills before it hands them out: empty cells count too, but only half.
    pub(super) fn check_rectangles(&self, cells: u64) -> Result<(), Fault> {
        if cells / 2 > self.limits.cells as u64 {
            return Err(Fault::TooMuch(Measure::Cells, self.limits.cells));
        }
        Ok(())
    }

    /// How many more bytes may be unzipped.
    pub(super) fn unzipped_bytes_left(&self) -> usize {
        self.limits.unzipped_bytes - self.unzipped_bytes
    }

    /// More bytes have been unzipped.
    pub(super) fn count_unzipped(&mut self, size_bytes: usize) -> Result<(), Fault> {
        if size_bytes > self.unzipped_bytes_left() {
            return Err(Fault::TooMuch(Measure::UnzippedBytes, self.limits.unzipped_bytes));
        }
        self.unzipped_bytes += size_bytes;
        Ok(())
    }
}
