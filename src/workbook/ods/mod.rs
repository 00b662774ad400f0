//! ODS, zipped or flat. Read here and not by `calamine`, which fills in a range for each sheet (a word repeated down a
//! column takes 300 MB), and keeps neither percent nor currency, hidden rows, merged cells nor which text is an error.
//! Source: OASIS Open Document Format 1.3, part 3.

mod cell;

use std::collections::BTreeSet;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::budget::Budget;
use super::fault::Fault;
use super::format::CellFormat;
use super::grid::{Grid, LAST_COLUMN, LAST_ROW};
use super::sheet::{CellValue, Merged, Sheet};
use super::xml::{next, skip};
use super::{archive, xml};
use cell::read_cell;

/// An ODS file.
pub(super) fn read(bytes: &[u8], budget: &mut Budget<'_>) -> Result<Vec<Sheet>, Fault> {
    let part = |path: &'static str, budget: &mut Budget<'_>| {
        let mut part = None;
        archive::unzip(
            bytes,
            budget,
            |other| other == path,
            |_, text| {
                part = Some(std::mem::take(text));
                Ok(())
            },
        )?;
        Ok(part)
    };
    let manifest = part("META-INF/manifest.xml", budget)?;
    if manifest.is_some_and(|manifest| manifest.contains("encryption-data")) {
        return Err(Fault::Locked);
    }
    let content = part("content.xml", budget)?.ok_or(Fault::Damaged(None))?;
    read_sheets(&content, budget)
}

/// A flat ODS file, FODS: one XML text.
pub(super) fn read_flat(bytes: &[u8], budget: &mut Budget<'_>) -> Result<Vec<Sheet>, Fault> {
    budget.count_unzipped(bytes.len())?;
    let text = std::str::from_utf8(bytes).map_err(|_| Fault::Damaged(None))?;
    read_sheets(text, budget)
}

fn read_sheets(content: &str, budget: &mut Budget<'_>) -> Result<Vec<Sheet>, Fault> {
    let mut reader = xml::reader(content);
    let mut sheets = Vec::new();
    let mut style = String::new();
    let mut hidden_styles = BTreeSet::new();
    loop {
        match next(&mut reader)? {
            Event::Start(tag) => match tag.name().as_ref() {
                "style:style" => style = xml::attribute(&tag, "style:name")?.unwrap_or_default(),
                "style:table-properties" if is(&tag, "table:display", "false")? => {
                    hidden_styles.insert(style.clone());
                }
                "table:table" => {
                    budget.check_sheets(sheets.len() + 1)?;
                    let name = xml::attribute(&tag, "table:name")?.unwrap_or_default();
                    let style = xml::attribute(&tag, "table:style-name")?;
                    let is_hidden = style.is_some_and(|style| hidden_styles.contains(&style));
                    sheets.push(Table::default().read(&mut reader, name, is_hidden, budget)?);
                }
                // What was deleted while changes were recorded.
                "table:tracked-changes" => skip(&mut reader, &tag)?,
                _ => {}
            },
            Event::Eof => return Ok(sheets),
            _ => {}
        }
    }
}

/// One sheet while it is read.
#[derive(Default)]
struct Table {
    grid: Grid,
    merged: Vec<Merged>,
    /// From and to, ascending.
    hidden_rows: Vec<(u32, u32)>,
    hidden_columns: Vec<(u32, u32)>,
    /// Rows and columns that have passed.
    row: u32,
    column: u32,
}

impl Table {
    fn read(
        mut self,
        reader: &mut Reader<&[u8]>,
        name: String,
        is_hidden: bool,
        budget: &mut Budget<'_>,
    ) -> Result<Sheet, Fault> {
        loop {
            match next(reader)? {
                Event::Start(tag) => match tag.name().as_ref() {
                    "table:table-row" => self.read_row(reader, &tag, budget)?,
                    "table:table-column" => self.read_column(&tag)?,
                    // Pictures and charts over the sheet, some with tables of their own.
                    "table:shapes" | "office:forms" => skip(reader, &tag)?,
                    _ => {}
                },
                Event::End(tag) if tag.name().as_ref() == "table:table" => break,
                Event::Eof => return Err(Fault::Damaged(None)),
                _ => {}
            }
        }
        let mut rows = self.grid.finish();
        for row in &mut rows {
            let at = self.hidden_rows.partition_point(|(_, to)| *to < row.number);
            row.is_hidden = self.hidden_rows.get(at).is_some_and(|(from, _)| *from <= row.number);
        }
        Ok(Sheet { name, is_hidden, rows, merged: self.merged, hidden_columns: self.hidden_columns })
    }

    fn read_column(&mut self, tag: &BytesStart<'_>) -> Result<(), Fault> {
        let first = self.column + 1;
        self.column = self.column.saturating_add(repeats(tag, "table:number-columns-repeated")?);
        if is_collapsed(tag)? {
            self.hidden_columns.push((first, self.column));
        }
        Ok(())
    }

    fn read_row(
        &mut self,
        reader: &mut Reader<&[u8]>,
        tag: &BytesStart<'_>,
        budget: &mut Budget<'_>,
    ) -> Result<(), Fault> {
        let first = self.row + 1;
        self.row = self.row.saturating_add(repeats(tag, "table:number-rows-repeated")?);
        if is_collapsed(tag)? {
            self.hidden_rows.push((first, self.row));
        }
        let cells = self.read_cells(reader, first)?;
        if cells.is_empty() {
            return Ok(());
        }
        if self.row > LAST_ROW {
            return Err(Fault::Damaged(None));
        }
        for row in first..=self.row {
            for cell in &cells {
                for column in cell.first..=cell.last {
                    self.grid.put((row, column), cell.value.clone(), cell.format.clone(), budget)?;
                }
            }
        }
        Ok(())
    }

    /// The cells of a row in which something stands.
    fn read_cells(&mut self, reader: &mut Reader<&[u8]>, row: u32) -> Result<Vec<Repeated>, Fault> {
        let mut cells = Vec::new();
        let mut column = 0_u32;
        loop {
            match next(reader)? {
                Event::Start(tag) => {
                    if !matches!(tag.name().as_ref(), "table:table-cell" | "table:covered-table-cell") {
                        skip(reader, &tag)?;
                        continue;
                    }
                    let first = column + 1;
                    column = column.saturating_add(repeats(&tag, "table:number-columns-repeated")?);
                    self.merged.extend(merged(&tag, row, first)?);
                    if let Some((value, format)) = read_cell(reader, &tag)? {
                        if column > LAST_COLUMN {
                            return Err(Fault::Damaged(None));
                        }
                        cells.push(Repeated { first, last: column, value, format });
                    }
                }
                Event::End(tag) if tag.name().as_ref() == "table:table-row" => return Ok(cells),
                Event::Eof => return Err(Fault::Damaged(None)),
                _ => {}
            }
        }
    }
}

/// One value in cells beside each other.
struct Repeated {
    first: u32,
    last: u32,
    value: CellValue,
    format: CellFormat,
}

fn merged(tag: &BytesStart<'_>, row: u32, column: u32) -> Result<Option<Merged>, Fault> {
    let columns = repeats(tag, "table:number-columns-spanned")?;
    let rows = repeats(tag, "table:number-rows-spanned")?;
    Ok((columns > 1 || rows > 1).then(|| Merged {
        first_row: row,
        first_column: column,
        last_row: row.saturating_add(rows - 1),
        last_column: column.saturating_add(columns - 1),
    }))
}

/// A count that is 1 where it is left out, and never 0.
fn repeats(tag: &BytesStart<'_>, name: &str) -> Result<u32, Fault> {
    match tag.try_get_attribute(name).map_err(|_| Fault::Damaged(None))? {
        None => Ok(1),
        Some(count) => count.value.parse().ok().filter(|count| *count > 0).ok_or(Fault::Damaged(None)),
    }
}

fn is(tag: &BytesStart<'_>, name: &str, value: &str) -> Result<bool, Fault> {
    let attribute = tag.try_get_attribute(name).map_err(|_| Fault::Damaged(None))?;
    Ok(attribute.is_some_and(|attribute| attribute.value == value))
}

/// Hidden by hand, or by a filter.
fn is_collapsed(tag: &BytesStart<'_>) -> Result<bool, Fault> {
    Ok(is(tag, "table:visibility", "collapse")? || is(tag, "table:visibility", "filter")?)
}
