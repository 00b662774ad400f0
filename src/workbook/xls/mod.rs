//! XLS of Excel 5 to 2003, by `calamine`, which fills in a range for each sheet. So the records are surveyed first: how
//! large each range will be, which rows and columns are hidden, and nothing that reserves memory for a promise. What is
//! handed on is a container of our own around the stream that was surveyed.

mod survey;

use std::io::{Cursor, Read as _, Write as _};

use calamine::{Data, Reader as _, SheetType, SheetVisible, Xls, XlsError};
use cfb::{CompoundFile, Version};

use super::budget::Budget;
use super::compound;
use super::day;
use super::fault::Fault;
use super::format::CellFormat;
use super::grid::Grid;
use super::sheet::{CellValue, Merged, Sheet};
use survey::{Survey, survey};

type Book = Xls<Cursor<Vec<u8>>>;

pub(super) fn read(bytes: &[u8], budget: &mut Budget<'_>) -> Result<Vec<Sheet>, Fault> {
    let mut stream = workbook_stream(bytes, budget)?;
    let surveys = survey(&mut stream)?;
    budget.check_sheets(surveys.len())?;
    budget.check_rectangles(surveys.iter().map(Survey::size_cells).sum())?;
    let mut book = Book::new(Cursor::new(container(&stream)?)).map_err(|error| fault(&error))?;
    drop(stream);
    let listed = book.sheets_metadata().to_vec();
    let mut sheets = Vec::with_capacity(listed.len());
    for (listed, survey) in listed.iter().zip(surveys) {
        if listed.typ == SheetType::WorkSheet {
            sheets.push(read_sheet(&mut book, listed, survey, budget)?);
        }
    }
    Ok(sheets)
}

fn read_sheet(
    book: &mut Book,
    listed: &calamine::Sheet,
    survey: Survey,
    budget: &mut Budget<'_>,
) -> Result<Sheet, Fault> {
    #[expect(clippy::disallowed_methods, reason = "the survey knows how large this range is")]
    let range = book.worksheet_range(&listed.name).map_err(|error| fault(&error))?;
    let (first_row, first_column) = range.start().unwrap_or_default();
    let mut grid = Grid::default();
    for (row, column, value) in range.used_cells() {
        let Some((value, format)) = value_of(value) else { continue };
        let far = || Fault::Damaged(None);
        let row = u32::try_from(row).map_err(|_| far())? + first_row + 1;
        let column = u32::try_from(column).map_err(|_| far())? + first_column + 1;
        grid.put((row, column), value, format, budget)?;
    }
    let mut rows = grid.finish();
    for row in &mut rows {
        row.is_hidden = survey.hidden_rows.contains(&row.number);
    }
    let merged = book.merge_cells_by_sheet_name(&listed.name).map_err(|error| fault(&error))?;
    Ok(Sheet {
        name: listed.name.clone(),
        is_hidden: listed.visible != SheetVisible::Visible,
        rows,
        merged: merged.iter().map(merged_of).collect(),
        hidden_columns: survey.hidden_columns,
    })
}

fn value_of(value: &Data) -> Option<(CellValue, CellFormat)> {
    let value = match value {
        Data::Empty => return None,
        #[expect(clippy::cast_precision_loss, reason = "spreadsheets keep 15 digits, whoever wrote the file")]
        Data::Int(number) => CellValue::Number(*number as f64),
        Data::Float(number) => CellValue::Number(*number),
        Data::String(text) => return Some((CellValue::Text(text.clone()), CellFormat::Text)),
        Data::Bool(flag) => CellValue::Flag(*flag),
        Data::DateTime(serial) => return Some((day::of_serial(serial), CellFormat::Day)),
        Data::DateTimeIso(text) => day::of_iso(text),
        Data::DurationIso(text) => day::of_duration(text),
        Data::Error(error) => CellValue::Error(error.to_string()),
    };
    Some((value, CellFormat::Unknown))
}

fn merged_of(cells: &calamine::Dimensions) -> Merged {
    Merged {
        first_row: cells.start.0 + 1,
        first_column: cells.start.1 + 1,
        last_row: cells.end.0 + 1,
        last_column: cells.end.1 + 1,
    }
}

/// The records of the workbook.
fn workbook_stream(bytes: &[u8], budget: &mut Budget<'_>) -> Result<Vec<u8>, Fault> {
    let damaged = |_| Fault::Damaged(None);
    let mut file = compound::open(bytes).map_err(damaged)?;
    let path = if file.is_stream("/Workbook") { "/Workbook" } else { "/Book" };
    let mut stream = Vec::new();
    let most = budget.unzipped_bytes_left() as u64 + 1;
    file.open_stream(path).map_err(damaged)?.take(most).read_to_end(&mut stream).map_err(damaged)?;
    budget.count_unzipped(stream.len())?;
    Ok(stream)
}

/// A container with nothing but these records.
fn container(stream: &[u8]) -> Result<Vec<u8>, Fault> {
    let write = || {
        let mut file = CompoundFile::create_with_version(Version::V3, Cursor::new(Vec::new()))?;
        file.create_stream("/Workbook")?.write_all(stream)?;
        file.flush()?;
        Ok::<_, std::io::Error>(file.into_inner().into_inner())
    };
    write().map_err(|_| Fault::Damaged(None))
}

fn fault(error: &XlsError) -> Fault {
    match error {
        XlsError::Password => Fault::Locked,
        _ => Fault::Damaged(None),
    }
}
