//! Text with commas, semicolons or tabs. The crate `csv` neither skips the blank before a quotation mark, nor tells one
//! that is never closed, which swallows the rest of a file; so records are read here.

use super::budget::Budget;
use super::decode;
use super::fault::{Fault, Foreign};
use super::format::CellFormat;
use super::grid::Grid;
use super::sheet::{CellValue, Sheet};

/// What can stand between fields, the likelier first: a comma is also a decimal mark here.
const SEPARATORS: [char; 4] = [';', '\t', ',', '|'];

/// Records that are enough to tell the separator, below whatever stands above a table.
const EVIDENCE: usize = 200;

pub(super) fn read(bytes: &[u8], budget: &mut Budget<'_>) -> Result<Sheet, Fault> {
    let text = decode::text(bytes).ok_or(Fault::Foreign(Foreign::Unknown))?;
    let mut grid = Grid::default();
    for record in records(&text) {
        let record = record?;
        for (column, field) in (1..).zip(record.fields) {
            grid.put((record.row, column), CellValue::Text(field), CellFormat::Unknown, budget)?;
        }
    }
    Ok(Sheet {
        name: String::new(),
        is_hidden: false,
        rows: grid.finish(),
        merged: Vec::new(),
        hidden_columns: Vec::new(),
    })
}

/// The records, without the line `sep=;` that Excel takes for a hint.
fn records(text: &str) -> Records<'_> {
    let first = text.split(['\r', '\n']).next().unwrap_or_default();
    let hint = first.trim().trim_matches('"').to_ascii_lowercase();
    if let Some(separator) = hint.strip_prefix("sep=").and_then(|rest| rest.chars().next()) {
        let mut records = Records::new(&text[first.len()..], separator);
        records.skip_line_end();
        return records;
    }
    Records::new(text, separator_of(text))
}

/// The separator that parts the most records, then the one that parts most of them alike, then the one with most parts.
fn separator_of(text: &str) -> char {
    let score = |separator: char| {
        let counts: Vec<usize> = Records::new(text, separator)
            .map_while(Result::ok)
            .map(|record| record.fields.len())
            .take(EVIDENCE)
            .filter(|fields| *fields > 1)
            .collect();
        let alike = |fields: usize| counts.iter().filter(|count| **count == fields).count();
        let most_alike = counts.iter().map(|fields| (alike(*fields), *fields)).max();
        (counts.len(), most_alike)
    };
    // The last of equals wins.
    SEPARATORS.into_iter().rev().max_by_key(|separator| score(*separator)).unwrap_or(',')
}

/// The fields of one record, and its row as spreadsheets count: from 1, empty lines too, lines within quotation marks
/// not.
struct Record {
    row: u32,
    fields: Vec<String>,
}

/// A walk over the records of a text.
struct Records<'t> {
    rest: &'t str,
    separator: char,
    row: u32,
    line: u32,
    /// Where the line began, to name columns.
    line_start: &'t str,
}

impl<'t> Records<'t> {
    fn new(text: &'t str, separator: char) -> Self {
        Self { rest: text, separator, row: 1, line: 1, line_start: text }
    }

    /// Passes CR LF, LF or CR.
    fn skip_line_end(&mut self) {
        let rest = self.rest.strip_prefix('\r').unwrap_or(self.rest);
        let rest = if let Some(rest) = rest.strip_prefix('\n') { rest } else { rest };
        if rest.len() < self.rest.len() {
            self.line = self.line.saturating_add(1);
            self.line_start = rest;
        }
        self.rest = rest;
    }

    fn record(&mut self) -> Result<Record, Fault> {
        let row = self.row;
        self.row = row.saturating_add(1);
        let mut fields = Vec::new();
        loop {
            fields.push(self.field()?);
            match self.rest.strip_prefix(self.separator) {
                Some(rest) => self.rest = rest,
                None => break,
            }
        }
        self.skip_line_end();
        Ok(Record { row, fields })
    }

    /// Up to the separator or the end of the line.
    fn field(&mut self) -> Result<String, Fault> {
        let separator = self.separator;
        let bare = self.rest.trim_start_matches(|c| c == ' ' || (c == '\t' && separator != '\t'));
        let mut field = match bare.strip_prefix('"') {
            Some(rest) => self.quoted(rest)?,
            None => String::new(),
        };
        let end = self.rest.find([separator, '\r', '\n']).unwrap_or(self.rest.len());
        let (tail, rest) = self.rest.split_at(end);
        self.rest = rest;
        field.push_str(if bare.starts_with('"') { tail.trim_end() } else { tail });
        Ok(field)
    }

    /// What stands between quotation marks; a doubled one stands for itself. Behind a field of several lines nothing
    /// but a separator can follow: else its first mark was never closed, and the next field's mark closed it.
    fn quoted(&mut self, inside: &'t str) -> Result<String, Fault> {
        let opened = (self.line, self.column_of(inside));
        let mut field = String::new();
        self.rest = inside;
        loop {
            let open = || Fault::OpenQuote(opened.0, opened.1);
            let at = self.rest.find(['"', '\r', '\n']).ok_or_else(open)?;
            let (part, rest) = self.rest.split_at(at);
            field.push_str(part);
            if let Some(rest) = rest.strip_prefix("\"\"") {
                field.push('"');
                self.rest = rest;
            } else if let Some(rest) = rest.strip_prefix('"') {
                self.rest = rest;
                let follows = rest.trim_start_matches(' ').chars().next();
                let is_end = follows.is_none_or(|c| c == self.separator || c == '\r' || c == '\n');
                return if is_end || self.line == opened.0 { Ok(field) } else { Err(open()) };
            } else {
                field.push('\n');
                self.rest = rest;
                self.skip_line_end();
            }
        }
    }

    /// The column of the quotation mark in front of a place, in characters, from 1.
    fn column_of(&self, inside: &str) -> u32 {
        let passed = self.line_start.len() - inside.len();
        u32::try_from(self.line_start[..passed].chars().count()).unwrap_or(u32::MAX)
    }
}

impl Iterator for Records<'_> {
    type Item = Result<Record, Fault>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        let record = self.record();
        if record.is_err() {
            self.rest = "";
        }
        Some(record)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn brief(text: &str) -> String {
        let record = |record: Result<Record, Fault>| match record {
            Ok(record) => format!("{}:{} ", record.row, record.fields.join("|")),
            Err(fault) => format!("{fault:?}"),
        };
        records(text).map(record).collect()
    }

    #[test]
    fn the_separator_is_the_one_that_parts_most_records() {
        assert_eq!(brief("nama;harga\nKopi;12,5\nTeh;13,5"), "1:nama|harga 2:Kopi|12,5 3:Teh|13,5 ");
        assert_eq!(brief("nama,alamat\nA,Jl. B; RT 3\n"), "1:nama|alamat 2:A|Jl. B; RT 3 ");
        assert_eq!(brief("nama\tharga\nKopi, bubuk\t12,5"), "1:nama|harga 2:Kopi, bubuk|12,5 ");
        assert_eq!(
            brief("DAFTAR HARGA, 2026\nnama;harga\nKopi;12\n"),
            "1:DAFTAR HARGA, 2026 2:nama|harga 3:Kopi|12 "
        );
        assert_eq!(brief("nama\nKopi"), "1:nama 2:Kopi ");
        assert_eq!(brief("sep=,\na;b,c"), "1:a;b|c ");
        assert_eq!(brief("sep=;\r\na;b,c"), "1:a|b,c ");
    }

    #[test]
    fn quotes_keep_separators_and_lines() {
        assert_eq!(brief("a, \"b, c\",d\n"), "1:a|b, c|d ");
        assert_eq!(brief("\"a \"\"b\"\"\",c"), "1:a \"b\"|c ");
        assert_eq!(brief("a,\"b\nc\"\nd,e"), "1:a|b\nc 2:d|e ");
        assert_eq!(brief("pipa 3\",12\n\"4\" pipa,1"), "1:pipa 3\"|12 2:4 pipa|1 ");
        assert_eq!(brief("\"a\" ;b"), "1:a|b ");
    }

    #[test]
    fn lines_end_in_every_way_and_rows_are_counted() {
        assert_eq!(brief("a,b\r\nc,d\re,f\n\ng,h"), "1:a|b 2:c|d 3:e|f 4: 5:g|h ");
        assert_eq!(brief("a,b\r\n"), "1:a|b ");
        assert_eq!(brief("a,\r\n,b,"), "1:a| 2:|b| ");
    }

    #[test]
    fn a_quotation_mark_that_is_never_closed_is_told_where_it_stands() {
        assert_eq!(brief("a,b\nc,\"d\ne,f\n"), "1:a|b OpenQuote(2, 3)");
        assert_eq!(brief("a,b\nc, \"d\ne,\"f\"\n"), "1:a|b OpenQuote(2, 4)");
    }
}
