//! The workbook that is measured, and `calamine` alone on it.

use std::io::Cursor;

use calamine::{DataRef, Reader as _, Xlsx};
use rust_xlsxwriter::{Workbook, XlsxError};

/// Sheets: name, rows, columns. As an office has it: a thousand cooperatives with ten thousand goods.
const SHEETS: [(&str, u32, u16); 2] = [("Koperasi", 1_000, 30), ("Produk", 10_000, 20)];

/// Cells of all sheets.
pub(crate) const CELLS: usize = 230_000;

/// Words that repeat, texts that do not, and numbers.
pub(crate) fn make() -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    for (name, rows, columns) in SHEETS {
        let sheet = book.add_worksheet().set_name(name)?;
        for row in 0..rows {
            for column in 0..columns {
                if column % 5 == 1 {
                    sheet.write(row, column, (row * 37 % 900 + 10) * 500)?;
                } else if column % 3 == 0 {
                    sheet.write(row, column, format!("Keterangan barang {row} nomor {column}"))?;
                } else {
                    sheet.write(row, column, format!("pilihan {}", row % 50))?;
                }
            }
        }
    }
    book.save_to_buffer()
}

/// Walks over every cell by the stream of `calamine`, keeps none, and says how many hold something.
pub(crate) fn walk(bytes: &[u8]) -> usize {
    let mut book = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    let mut count = 0;
    for name in book.sheet_names() {
        let mut cells = book.worksheet_cells_reader(&name).expect("a sheet");
        while let Some(cell) = cells.next_cell().expect("a cell") {
            count += usize::from(*cell.get_value() != DataRef::Empty);
        }
    }
    count
}
