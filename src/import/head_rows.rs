//! Rows of heads: one, or two of which the upper one spans several columns.

use std::collections::{BTreeMap, BTreeSet};

use super::cell::cell_at;
use crate::workbook::{Cell, CellValue, Row, Sheet};

/// Columns of a sheet that are looked at.
pub(super) const MOST_COLUMNS: usize = 300;

/// Columns and what stands above them: one way to read each head, or two where a head is of two rows.
pub(super) type Heads = BTreeMap<u32, Vec<String>>;

/// True if a row can be the second of two rows of heads: words only, and some column that has no head above it, or
/// shares one.
pub(super) fn holds_heads(sheet: &Sheet, upper: &Row, lower: &Row) -> bool {
    let is_word = |cell: &Cell| matches!(&cell.value, CellValue::Text(text) if !text.trim().is_empty() && text.len() < 60);
    let stands_below_nothing = |cell: &Cell| cell_at(upper, cell.column).is_none();
    lower.cells.iter().all(is_word)
        && (spans_columns(sheet, upper.number) || lower.cells.iter().any(stands_below_nothing))
}

/// True if cells of a row are merged with others of that row.
pub(super) fn spans_columns(sheet: &Sheet, row: u32) -> bool {
    sheet.merged.iter().any(|merged| {
        merged.first_row == row && merged.last_row == row && merged.last_column > merged.first_column
    })
}

pub(super) fn texts_of(row: &Row) -> Heads {
    row.cells
        .iter()
        .take(MOST_COLUMNS)
        .filter_map(|cell| match &cell.value {
            CellValue::Text(text) => Some((cell.column, vec![text.clone()])),
            _ => None,
        })
        .collect()
}

/// Two rows of heads as one: what stands above several columns, merged or not, belongs to each of them.
pub(super) fn both(sheet: &Sheet, upper: &Row, lower: &Row) -> Heads {
    let (above, below) = (texts_of(upper), texts_of(lower));
    let mut heads = Heads::new();
    let columns: BTreeSet<u32> = above.keys().chain(below.keys()).copied().collect();
    for column in columns {
        let own = above.get(&column).map(|texts| &texts[0]);
        let spanning = || {
            above.range(..column).next_back().filter(|(left, _)| spans(sheet, upper.number, **left, column))
        };
        let over = own.or_else(|| spanning().map(|(_, texts)| &texts[0]));
        let readings = match (over, below.get(&column).map(|texts| &texts[0])) {
            (Some(over), Some(under)) => {
                vec![format!("{over} {under}"), format!("{under} {over}"), under.clone()]
            }
            (Some(one), None) | (None, Some(one)) => vec![one.clone()],
            (None, None) => continue,
        };
        heads.insert(column, readings);
    }
    heads
}

/// True if a cell is merged with others of its row as far as a column, or, where the file does not tell what is merged,
/// might be.
fn spans(sheet: &Sheet, row: u32, from: u32, to: u32) -> bool {
    if sheet.merged.is_empty() {
        return to - from < 4;
    }
    sheet.merged.iter().any(|merged| {
        (merged.first_row..=merged.last_row).contains(&row)
            && merged.first_column <= from
            && merged.last_column >= to
    })
}
