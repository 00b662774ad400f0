//! Rows that a column calls not on sale, or not active, are left out and told.

use std::sync::Arc;

use super::cell::{cell_at, seen, shown};
use super::findings as told;
use super::heads::Table;
use super::kind::{Home, STATUS};
use super::typing;
use crate::finding::{Findings, SourceFile, Span};
use crate::workbook::Row;

/// What a column says of whether its rows are on sale.
#[derive(Default)]
pub(super) struct Statuses {
    /// The first row that is not, and how many.
    off: Option<(Span, usize)>,
    /// The first word that says neither.
    strange: Option<(Span, String)>,
}

impl Statuses {
    pub(super) fn is_on_sale(&mut self, table: &Table, row: &Row, source: &Arc<SourceFile>) -> bool {
        let Some(cell) = table.column(STATUS).and_then(|column| cell_at(row, column)) else { return true };
        let at = || Span::new(source, row.number, cell.column, 1);
        let said = typing::on_sale(&shown(cell));
        match said {
            Some(true) => {}
            Some(false) => {
                self.off =
                    Some(self.off.take().map_or_else(|| (at(), 1), |(first, count)| (first, count + 1)));
            }
            None => drop(self.strange.get_or_insert_with(|| (at(), seen(cell)))),
        }
        said != Some(false)
    }

    pub(super) fn end(self, table: &Table, findings: &mut Findings) {
        let is_register = table.kind.home == Home::Profile;
        if let Some((at, count)) = self.off {
            findings.push(if is_register {
                told::cooperatives::not_active(at, count)
            } else {
                told::rows::not_on_sale(at, count)
            });
        }
        if let Some((at, word)) = self.strange {
            findings.push(if is_register {
                told::cooperatives::strange_status(at, &word)
            } else {
                told::rows::strange_status(at, &word)
            });
        }
    }
}
