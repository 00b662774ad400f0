//! XLSX, by the stream of cells of `calamine`: its ranges, which fill in every cell between two that hold something,
//! are never asked for. The archive that it reads is one of ours, made of the parts that matter: so neither a part
//! that unzips without end nor a count that promises a million texts reaches it.

mod marks;
mod parts;
mod places;
mod styles;

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{DataRef, Reader as _, SheetType, SheetVisible, Xlsx, XlsxError};

use super::archive::{self, Packing};
use super::budget::Budget;
use super::day;
use super::fault::Fault;
use super::format::CellFormat;
use super::grid::Grid;
use super::sheet::{CellValue, Sheet};
use crate::finding::cell_name;
use marks::Marks;
use parts::Holds;

type Book = Xlsx<Cursor<Vec<u8>>>;

pub(super) fn read(bytes: &[u8], budget: &mut Budget<'_>) -> Result<Vec<Sheet>, Fault> {
    let Repacked { archive, mut marks } = repack(bytes, budget)?;
    let mut book = Book::new(Cursor::new(archive)).map_err(|error| fault(&error, None))?;
    let listed: Vec<calamine::Sheet> =
        book.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet).cloned().collect();
    budget.check_sheets(listed.len())?;
    let mut sheets = Vec::with_capacity(listed.len());
    for listed in listed {
        let at = marks.iter().position(|(name, _)| *name == listed.name);
        let marks = at.map(|at| marks.swap_remove(at).1).unwrap_or_default();
        sheets.push(read_sheet(&mut book, &listed, marks, budget)?);
    }
    Ok(sheets)
}

/// An archive of the parts that matter, made harmless, and what is marked in each sheet, by its name.
struct Repacked {
    archive: Vec<u8>,
    marks: Vec<(String, Marks)>,
}

fn repack(bytes: &[u8], budget: &mut Budget<'_>) -> Result<Repacked, Fault> {
    // What sheets unzip to is about ten times as much; a smaller guess costs a copy.
    let mut packing = Packing::new(bytes.len().saturating_mul(12).min(budget.unzipped_bytes_left()));
    let (mut lists, mut marks) = (Vec::new(), BTreeMap::new());
    archive::unzip(bytes, budget, parts::is_wanted, |path, text| {
        let holds = parts::make_harmless(path, text)?;
        packing.add(path, text)?;
        match holds {
            Holds::Cells => drop(marks.insert(path.to_ascii_lowercase(), Marks::of(text))),
            Holds::Places => lists.push((path.to_owned(), std::mem::take(text))),
            Holds::Values => {}
        }
        Ok(())
    })?;
    let sheets = places::sheets(&lists)?;
    let marks = sheets.into_iter().filter_map(|(name, path)| Some((name, marks.remove(&path)?))).collect();
    Ok(Repacked { archive: packing.finish()?, marks })
}

fn read_sheet(
    book: &mut Book,
    listed: &calamine::Sheet,
    marks: Marks,
    budget: &mut Budget<'_>,
) -> Result<Sheet, Fault> {
    let mut grid = Grid::default();
    read_values(book, &listed.name, &mut grid, budget)?;
    if marks.has_formulas {
        read_formulas_without_value(book, &listed.name, &mut grid, budget)?;
    }
    let mut rows = grid.finish();
    for row in &mut rows {
        row.is_hidden = marks.hidden_rows.contains(&row.number);
    }
    Ok(Sheet {
        name: listed.name.clone(),
        is_hidden: listed.visible != SheetVisible::Visible,
        rows,
        merged: marks.merged,
        hidden_columns: marks.hidden_columns,
    })
}

fn read_values(book: &mut Book, name: &str, grid: &mut Grid, budget: &mut Budget<'_>) -> Result<(), Fault> {
    let mut cells =
        book.worksheet_cells_reader(name).map_err(|error| fault(&error, Some(name.to_owned())))?;
    let code = |style: &calamine::Style| {
        style
            .number_format
            .as_ref()
            .map_or(CellFormat::General, |format| CellFormat::of_code(&format.format_code))
    };
    let formats: Vec<CellFormat> = cells.styles().iter().map(code).collect();
    loop {
        let next = cells.next_cell_with_style_id();
        let Some((cell, style)) = next.map_err(|error| fault(&error, Some(place(name, grid))))? else {
            return Ok(());
        };
        let Some(value) = value_of(cell.get_value()) else { continue };
        let format = match value {
            CellValue::Day(_) | CellValue::DayTime(_) | CellValue::Time(_) => CellFormat::Day,
            _ => formats.get(style).cloned().unwrap_or(CellFormat::General),
        };
        let (row, column) = cell.get_position();
        grid.put((row + 1, column + 1), value, format, budget)?;
    }
}

/// Programs that only write files leave formulas without a result; a person would take such a cell for a filled one.
fn read_formulas_without_value(
    book: &mut Book,
    name: &str,
    grid: &mut Grid,
    budget: &mut Budget<'_>,
) -> Result<(), Fault> {
    let damaged = |error: &XlsxError| fault(error, Some(name.to_owned()));
    let mut cells = book.worksheet_cells_reader(name).map_err(|error| damaged(&error))?;
    while let Some(cell) = cells.next_cell_with_formula_metadata().map_err(|error| damaged(&error))? {
        if cell.formula.is_some() && cell.value == DataRef::Empty {
            let place = (cell.pos.0 + 1, cell.pos.1 + 1);
            grid.put(place, CellValue::Error(String::new()), CellFormat::General, budget)?;
        }
    }
    Ok(())
}

fn value_of(value: &DataRef<'_>) -> Option<CellValue> {
    Some(match value {
        DataRef::Empty => return None,
        #[expect(clippy::cast_precision_loss, reason = "spreadsheets keep 15 digits, whoever wrote the file")]
        DataRef::Int(number) => CellValue::Number(*number as f64),
        DataRef::Float(number) => CellValue::Number(*number),
        DataRef::String(text) => CellValue::Text(text.clone()),
        DataRef::SharedString(text) => CellValue::Text((*text).to_owned()),
        DataRef::Bool(flag) => CellValue::Flag(*flag),
        DataRef::DateTime(serial) => day::of_serial(serial),
        DataRef::DateTimeIso(text) => day::of_iso(text),
        DataRef::DurationIso(text) => day::of_duration(text),
        DataRef::Error(error) => CellValue::Error(error.to_string()),
    })
}

/// The last cell that could be read, as a person finds it: `Produk!C12`.
fn place(sheet: &str, grid: &Grid) -> String {
    grid.last_place().map_or(sheet.to_owned(), |(row, column)| format!("{sheet}!{}", cell_name(column, row)))
}

fn fault(error: &XlsxError, place: Option<String>) -> Fault {
    match error {
        XlsxError::Password => Fault::Locked,
        _ => Fault::Damaged(place),
    }
}
