//! Bytes of a spreadsheet to rows of cells: XLSX, XLS, ODS, and text with commas, semicolons or tabs. What a file is,
//! its content says, not its name. Knows neither what a column means nor what a cell can have lost.
//!
//! Whatever the bytes are, memory stays within `SheetLimits`: parts are unzipped up to a sum, cells are counted while
//! they are read, and no range is filled in between them.

mod archive;
mod budget;
mod compound;
mod day;
mod decode;
mod fault;
mod findings;
mod format;
mod grid;
mod kind;
mod ods;
mod separated;
mod sheet;
mod xls;
mod xlsx;
mod xml;

use std::panic::{AssertUnwindSafe, catch_unwind};

use budget::Budget;
pub use budget::SheetLimits;
use fault::{Fault, Measure};
pub use format::CellFormat;
use kind::Kind;
pub use sheet::{Cell, CellValue, Merged, Row, Sheet, Workbook};

use crate::finding::Findings;

/// Reads a spreadsheet. `name` is the file's name as given: it is used in findings, and to say when its ending is
/// wrong.
///
/// `None` comes with a finding of level error. A workbook without any cell is a workbook.
pub fn read_workbook(
    name: &str,
    bytes: &[u8],
    limits: &SheetLimits,
    findings: &mut Findings,
) -> Option<Workbook> {
    if bytes.is_empty() {
        findings.push(findings::empty(name));
        return None;
    }
    if bytes.len() > limits.file_bytes {
        findings.push(findings::too_much(name, Measure::FileBytes, limits.file_bytes));
        return None;
    }
    let kind = kind::of(bytes);
    // A parser that panics has met a file that no program wrote.
    let read =
        catch_unwind(AssertUnwindSafe(|| read(kind, bytes, limits))).unwrap_or(Err(Fault::Damaged(None)));
    match read {
        Ok(workbook) => {
            if let Some(finding) = findings::odd_ending(name, kind) {
                findings.push(finding);
            }
            Some(workbook)
        }
        Err(fault) => {
            findings.push(findings::fault(name, bytes, &fault));
            None
        }
    }
}

fn read(kind: Kind, bytes: &[u8], limits: &SheetLimits) -> Result<Workbook, Fault> {
    let budget = &mut Budget::new(limits);
    let sheets = match kind {
        Kind::Xlsx => xlsx::read(bytes, budget)?,
        Kind::Xls => xls::read(bytes, budget)?,
        Kind::Ods => ods::read(bytes, budget)?,
        Kind::FlatOds => ods::read_flat(bytes, budget)?,
        Kind::Text => vec![separated::read(bytes, budget)?],
        Kind::Foreign(foreign) => return Err(Fault::Foreign(foreign)),
        Kind::Locked => return Err(Fault::Locked),
    };
    Ok(Workbook { sheets })
}
