//! Tables that stand side by side below the same heads, as price lists have them to save paper: each is read as a sheet
//! of its own, with its cells where they are.

use super::heads::{HeadMap, Reading, Table, find_table};
use super::words::fold;
use crate::workbook::{Row, Sheet};

/// The sheets that a sheet is read as, from left to right; nothing where its table stands alone.
pub(super) fn parted(sheet: &Sheet, map: &HeadMap) -> Vec<Sheet> {
    let Some(table) = find_table(sheet, map) else { return Vec::new() };
    let (Some(first), Some(width)) = (table.columns.first(), width(&table)) else { return Vec::new() };
    let last = table.columns.last().map_or(first.number, |last| last.number);
    (first.number..=last).step_by(width as usize).map(|from| part(sheet, &table, from, width)).collect()
}

/// Columns from the beginning of one table to that of the next. `None` unless all that stands to the right is headed as
/// what stands so many columns to the left of it.
fn width(table: &Table) -> Option<u32> {
    let head =
        |number: u32| table.columns.iter().find(|column| column.number == number).map(|it| fold(&it.head));
    let main = table.kind.columns.iter().find(|column| !column.path.starts_with('@'))?;
    let name = table.column(main.path)?;
    let is_repeated = |number: u32| number > name && head(number) == head(name);
    let twice = table.columns.iter().filter(|column| column.reading == Reading::Twice(name));
    let again = twice.map(|column| column.number).find(|number| is_repeated(*number))?;
    let width = again - name;
    let begin = table.columns.first()?.number + width;
    let right = || table.columns.iter().filter(|column| column.number >= begin);
    let is_copy = right().all(|column| head(column.number) == head(column.number - width));
    (is_copy && right().count() > 1).then_some(width)
}

/// What stands above the heads belongs to each table, what stands below them to the one whose columns it is in.
fn part(sheet: &Sheet, table: &Table, from: u32, width: u32) -> Sheet {
    let cells = |row: &Row| {
        let is_in = |column: u32| row.number < table.head_row || (from..from + width).contains(&column);
        row.cells.iter().filter(|cell| is_in(cell.column)).cloned().collect::<Vec<_>>()
    };
    let rows = sheet.rows.iter().map(|row| Row { cells: cells(row), ..*row });
    Sheet {
        name: sheet.name.clone(),
        is_hidden: sheet.is_hidden,
        rows: rows.filter(|row| !row.cells.is_empty()).collect(),
        merged: sheet.merged.clone(),
        hidden_columns: sheet.hidden_columns.clone(),
    }
}
