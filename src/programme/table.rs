//! The tables of an office's lists: of a sheet below its heads, whatever stands above them, and of YAML.

use std::sync::Arc;

use super::findings as told;
use super::heads::{Meaning, meaning};
use crate::content;
use crate::finding::{Findings, Located, SourceFile, Span};
use crate::model::folded_name;
use crate::settings::Settings;
use crate::workbook::{Cell, CellValue, Row, Sheet, SheetLimits, read_workbook};

/// Rows in which heads are looked for.
const ROWS_LOOKED_AT: usize = 40;
/// What findings show in place of what stands in a column of contacts.
const HIDDEN: &str = "(kontak)";

/// A list as columns and lines.
#[derive(Debug)]
pub(super) struct Table {
    /// Heads with what they mean; `None` for those that nobody knows.
    pub(super) columns: Vec<(Located<String>, Option<Meaning>)>,
    pub(super) lines: Vec<Line>,
}

/// One line: what stands in which column, by its place in `columns`.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) at: Span,
    pub(super) values: Vec<(usize, Value)>,
}

/// What stands in a cell.
#[derive(Debug)]
pub(super) struct Value {
    pub(super) text: String,
    /// True for a number of a spreadsheet, which may have lost zeros.
    pub(super) is_number: bool,
    pub(super) at: Span,
}

/// The tables of spreadsheets. A sheet without known heads is a finding, unless another of its file has some.
pub(super) fn read_sheets(files: &[(String, Vec<u8>)], findings: &mut Findings) -> Vec<Table> {
    let mut tables = Vec::new();
    for (path, bytes) in files {
        let Some(workbook) = read_workbook(path, bytes, &SheetLimits::default(), findings) else { continue };
        let before = tables.len();
        tables.extend(workbook.sheets.iter().filter_map(|sheet| read_sheet(path, sheet)));
        if tables.len() == before {
            findings.push(told::no_heads(Span::path(path.as_str())));
        }
    }
    tables
}

/// The lists that are written as YAML.
pub(super) fn read_lists(
    files: &[Arc<SourceFile>],
    settings: &Settings,
    findings: &mut Findings,
) -> Vec<Table> {
    let mut tables = Vec::new();
    for file in files {
        let mut heard = Findings::new();
        let entries = content::read_plain_entries(file, settings.limits.depth, &mut heard);
        if entries.is_none() && !heard.has_error() {
            heard.push(told::no_list(Span::whole(file)));
        }
        findings.extend(heard);
        tables.extend(entries.map(table_of));
    }
    tables
}

fn table_of(entries: Vec<content::PlainEntry>) -> Table {
    let mut table = Table { columns: Vec::new(), lines: Vec::new() };
    for entry in entries {
        let mut values = Vec::new();
        for (head, value) in entry.values {
            let folded = folded_name(&head.value);
            let known = table.columns.iter().position(|(known, _)| folded_name(&known.value) == folded);
            let column = known.unwrap_or_else(|| {
                let meaning = meaning(&head.value);
                table.columns.push((head, meaning));
                table.columns.len() - 1
            });
            values.push((column, Value { text: value.value, is_number: false, at: value.span }));
        }
        table.lines.push(Line { at: entry.at, values });
    }
    table
}

/// The table of a sheet: its heads are the row that names cooperatives and something else of them.
fn read_sheet(path: &str, sheet: &Sheet) -> Option<Table> {
    let heads = sheet.rows.iter().take(ROWS_LOOKED_AT).find_map(|row| heads_of(sheet, row))?;
    let name: Arc<str> = sheet.name.as_str().into();
    let is_contact = |column: u32| {
        heads
            .columns
            .iter()
            .any(|(number, _, meaning)| *number == column && *meaning == Some(Meaning::Contact))
    };
    let file = |row: &Row| {
        let shown = |cell: &Cell| {
            let is_hidden = row.number > heads.last_row && is_contact(cell.column);
            (cell.column, if is_hidden { HIDDEN.to_owned() } else { text_of(cell) })
        };
        SourceFile::row(path, &name, row.cells.iter().map(shown).collect())
    };
    let head_file = sheet.rows.iter().find(|row| row.number == heads.first_row).map(file)?;
    let columns = heads.columns.iter().map(|(number, head, meaning)| {
        (Located::new(head.clone(), Span::new(&head_file, heads.first_row, *number, 1)), meaning.clone())
    });
    let mut lines = Vec::new();
    for row in sheet.rows.iter().filter(|row| row.number > heads.last_row) {
        let file = file(row);
        let value = |(index, (number, ..)): (usize, &(u32, String, Option<Meaning>))| {
            let cell = cell_of(sheet, row, *number)?;
            let at = Span::new(&file, row.number, *number, 1);
            let is_number = matches!(cell.value, CellValue::Number(_));
            Some((index, Value { text: text_of(cell).trim().to_owned(), is_number, at }))
        };
        let values: Vec<(usize, Value)> = heads.columns.iter().enumerate().filter_map(value).collect();
        let first = row.cells.first().map_or(1, |cell| cell.column);
        if !values.is_empty() {
            lines.push(Line { at: Span::new(&file, row.number, first, 1), values });
        }
    }
    Some(Table { columns: columns.collect(), lines })
}

/// The heads of a sheet: one row, or two where the upper one spans columns.
struct Heads {
    first_row: u32,
    last_row: u32,
    columns: Vec<(u32, String, Option<Meaning>)>,
}

fn heads_of(sheet: &Sheet, row: &Row) -> Option<Heads> {
    let below = sheet.rows.iter().find(|below| below.number == row.number + 1);
    let spanned = |column: u32| {
        sheet.merged.iter().find(|merged| {
            merged.first_row == row.number
                && merged.last_row == row.number
                && merged.last_column > merged.first_column
                && (merged.first_column..=merged.last_column).contains(&column)
        })
    };
    let single = |cell: &Cell| (cell.column, text_of(cell));
    let mut heads: Vec<(u32, String)> = row.cells.iter().map(single).collect();
    let mut last_row = row.number;
    let parts = below.filter(|below| below.cells.iter().any(|cell| spanned(cell.column).is_some()));
    if let Some(below) = parts {
        // What stands above several columns belongs to each of them: `Bimtek` above `Foto` and `Harga`.
        last_row = below.number;
        for cell in &below.cells {
            let over = spanned(cell.column).and_then(|merged| cell_at(row, merged.first_column)).map(text_of);
            let text = over.map_or_else(|| text_of(cell), |over| format!("{over} {}", text_of(cell)));
            heads.retain(|(column, _)| *column != cell.column);
            heads.push((cell.column, text));
        }
        heads.sort_by_key(|(column, _)| *column);
    }
    let columns: Vec<(u32, String, Option<Meaning>)> = heads
        .into_iter()
        .map(|(column, head)| {
            let meaning = meaning(&head);
            (column, head, meaning)
        })
        .collect();
    let is_named = columns.iter().any(|(.., meaning)| *meaning == Some(Meaning::Name));
    let known = columns.iter().filter(|(.., meaning)| meaning.is_some()).count();
    (is_named && known > 1).then_some(Heads { first_row: row.number, last_row, columns })
}

/// What stands in a column of a row: of cells that were made one over several rows, it stands in the first.
fn cell_of<'s>(sheet: &'s Sheet, row: &'s Row, column: u32) -> Option<&'s Cell> {
    let from_above = || {
        let merged = sheet.merged.iter().find(|merged| {
            merged.first_column == column
                && merged.first_row < row.number
                && (merged.first_row..=merged.last_row).contains(&row.number)
        })?;
        cell_at(sheet.rows.iter().find(|row| row.number == merged.first_row)?, column)
    };
    cell_at(row, column).or_else(from_above)
}

fn cell_at(row: &Row, column: u32) -> Option<&Cell> {
    row.cells.iter().find(|cell| cell.column == column)
}

/// What stands in a cell, as people type it.
fn text_of(cell: &Cell) -> String {
    match &cell.value {
        CellValue::Text(text) => text.strip_prefix('\'').unwrap_or(text).to_owned(),
        CellValue::Number(number) => number.to_string(),
        CellValue::Day(day) => day.to_string(),
        CellValue::DayTime(time) => time.date().to_string(),
        CellValue::Time(time) => time.to_string(),
        CellValue::Flag(flag) => if *flag { "ya" } else { "tidak" }.to_owned(),
        CellValue::Error(_) => String::new(),
    }
}
