//! The records of an XLS file, walked over before they are read. Source: [MS-XLS], sections 2.4 (records) and 2.5.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::workbook::fault::Fault;

const FORMULA: u16 = 0x0006;
const END: u16 = 0x000A;
const COLUMNS: u16 = 0x007D;
const SHEET: u16 = 0x0085;
const NUMBERS: u16 = 0x00BD;
const DIMENSIONS: u16 = 0x0200;
const ROW: u16 = 0x0208;
const BEGIN: u16 = 0x0809;
/// Records that hold one cell: formatted text, shared text, number, text, truth or error, compact number.
const CELLS: &[u16] = &[0x00D6, 0x00FD, 0x0203, 0x0204, 0x0205, 0x027E];

/// What a walk over one sheet tells.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Survey {
    /// Rows and columns between the first and the last cell, from 0.
    used: Option<(Range<u32>, Range<u32>)>,
    /// From 1.
    pub(super) hidden_rows: BTreeSet<u32>,
    /// From and to, from 1.
    pub(super) hidden_columns: Vec<(u32, u32)>,
}

impl Survey {
    /// Cells of the range that holds all that is used.
    pub(super) fn size_cells(&self) -> u64 {
        let size = |range: &Range<u32>| u64::from(range.end - range.start);
        self.used.as_ref().map_or(0, |(rows, columns)| size(rows) * size(columns))
    }

    fn widen(&mut self, row: u32, columns: Range<u32>) {
        let (rows, used) = self.used.get_or_insert_with(|| (row..row + 1, columns.clone()));
        *rows = rows.start.min(row)..rows.end.max(row + 1);
        *used = used.start.min(columns.start)..used.end.max(columns.end);
    }
}

/// Surveys every sheet, in the order of the workbook. Erases the declared sizes of sheets, for which a parser would
/// reserve memory, and the terms of formulas, of which only the results are read.
pub(super) fn survey(stream: &mut [u8]) -> Result<Vec<Survey>, Fault> {
    let mut starts = Vec::new();
    let mut at = 0;
    while let Some(record) = Record::at(stream, at)? {
        match record.kind {
            SHEET => starts.push(record.number_32(stream, 0)?),
            END => break,
            _ => {}
        }
        at = record.data.end;
    }
    starts.into_iter().map(|start| survey_sheet(stream, start as usize)).collect()
}

fn survey_sheet(stream: &mut [u8], start: usize) -> Result<Survey, Fault> {
    if start >= stream.len() {
        return Err(Fault::Damaged(None));
    }
    let mut survey = Survey::default();
    let mut at = start;
    // Charts inside a sheet have records of their own.
    let mut depth = 0_usize;
    while let Some(record) = Record::at(stream, at)? {
        at = record.data.end;
        match record.kind {
            BEGIN => depth += 1,
            END if depth <= 1 => break,
            END => depth -= 1,
            _ if depth > 1 => {}
            DIMENSIONS => stream[record.data.clone()].fill(0),
            FORMULA => {
                record.add_cells(stream, &mut survey, 1)?;
                let terms =
                    stream.get_mut(record.data.start + 20..record.data.end).ok_or(Fault::Damaged(None))?;
                terms.fill(0);
            }
            NUMBERS => {
                let count = record.data.len().saturating_sub(6) / 6;
                record.add_cells(stream, &mut survey, u32::try_from(count).unwrap_or_default())?;
            }
            ROW if record.number(stream, 12)? & 0x20 != 0 => {
                survey.hidden_rows.insert(u32::from(record.number(stream, 0)?) + 1);
            }
            COLUMNS if record.number(stream, 8)? & 1 != 0 => {
                let [first, last] = [record.number(stream, 0)?, record.number(stream, 2)?];
                survey.hidden_columns.push((u32::from(first) + 1, u32::from(last) + 1));
            }
            kind if CELLS.contains(&kind) => record.add_cells(stream, &mut survey, 1)?,
            _ => {}
        }
    }
    Ok(survey)
}

/// One record: what it is, and where its data stands in the stream.
struct Record {
    kind: u16,
    data: Range<usize>,
}

impl Record {
    /// `None` at the end of the stream.
    fn at(stream: &[u8], at: usize) -> Result<Option<Self>, Fault> {
        let Some(head) = stream.get(at..at + 4) else { return Ok(None) };
        let kind = u16::from_le_bytes([head[0], head[1]]);
        let length = usize::from(u16::from_le_bytes([head[2], head[3]]));
        let data = at + 4..at + 4 + length;
        if data.end > stream.len() {
            return Err(Fault::Damaged(None));
        }
        Ok(Some(Self { kind, data }))
    }

    fn number(&self, stream: &[u8], offset: usize) -> Result<u16, Fault> {
        let bytes = stream[self.data.clone()].get(offset..offset + 2).ok_or(Fault::Damaged(None))?;
        Ok(u16::from_le_bytes([bytes[0], bytes[1]]))
    }

    fn number_32(&self, stream: &[u8], offset: usize) -> Result<u32, Fault> {
        let [low, high] = [self.number(stream, offset)?, self.number(stream, offset + 2)?];
        Ok(u32::from(low) | u32::from(high) << 16)
    }

    /// Cells beside each other, at the place with which the record begins.
    fn add_cells(&self, stream: &[u8], survey: &mut Survey, count: u32) -> Result<(), Fault> {
        let row = u32::from(self.number(stream, 0)?);
        let column = u32::from(self.number(stream, 2)?);
        survey.widen(row, column..column + count.max(1));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(kind: u16, data: &[u8]) -> Vec<u8> {
        let length = u16::try_from(data.len()).expect("short");
        [&kind.to_le_bytes()[..], &length.to_le_bytes(), data].concat()
    }

    /// A workbook of one sheet with these records.
    fn stream(sheet: &[Vec<u8>]) -> Vec<u8> {
        let start = u32::try_from(record(SHEET, &[0; 8]).len() + record(END, &[]).len()).expect("short");
        let list = [&start.to_le_bytes()[..], &[0; 4]].concat();
        let parts = [record(SHEET, &list), record(END, &[]), record(BEGIN, &[0; 16]), sheet.concat()];
        [parts.concat(), record(END, &[])].concat()
    }

    fn at(row: u16, column: u16, more: usize) -> Vec<u8> {
        [&row.to_le_bytes()[..], &column.to_le_bytes(), &vec![7; more]].concat()
    }

    #[test]
    fn a_range_is_as_large_as_its_farthest_cells() {
        let chart =
            [record(BEGIN, &[0; 16]), record(0x0203, &at(60_000, 200, 10)), record(END, &[])].concat();
        let mut stream = stream(&[record(0x0203, &at(3, 2, 10)), chart, record(NUMBERS, &at(9, 1, 20))]);
        let surveys = survey(&mut stream).expect("a workbook");
        assert_eq!(surveys[0].used, Some((3..10, 1..4)));
        assert_eq!(surveys[0].size_cells(), 21);
    }

    #[test]
    fn sizes_that_are_only_declared_and_terms_are_erased() {
        let mut stream = stream(&[record(DIMENSIONS, &[255; 14]), record(FORMULA, &at(0, 0, 30))]);
        survey(&mut stream).expect("a workbook");
        assert!(!stream.contains(&255));
        assert_eq!(stream.split(|byte| *byte == 7).count(), 17);
    }

    #[test]
    fn hidden_rows_and_columns_are_told() {
        let row = |flags: u8| [&at(4, 0, 8)[..], &[flags, 0, 0, 0]].concat();
        let columns = [&at(2, 3, 4)[..], &[1, 0, 0, 0]].concat();
        let mut stream = stream(&[record(ROW, &row(0x20)), record(COLUMNS, &columns)]);
        let surveys = survey(&mut stream).expect("a workbook");
        assert_eq!(surveys[0].hidden_rows, BTreeSet::from([5]));
        assert_eq!(surveys[0].hidden_columns, [(3, 4)]);
    }

    #[test]
    fn a_stream_that_ends_in_the_middle_is_damaged() {
        let whole = stream(&[record(0x0203, &at(3, 2, 10))]);
        for length in 1..whole.len() {
            let mut part = whole[..length].to_vec();
            let _ = survey(&mut part);
        }
        let mut beyond = record(SHEET, &[255; 8]);
        assert_eq!(survey(&mut beyond), Err(Fault::Damaged(None)));
    }
}
