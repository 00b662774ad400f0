//! Tables for spreadsheet programs, as text and as a workbook. Both are the same bytes whenever and wherever they are
//! made.

use csv::{QuoteStyle, Terminator, WriterBuilder};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, XlsxError};

use crate::model::Date;

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Cell {
    /// Words, or a number that is none to reckon with.
    Text(String),
    /// A number.
    Number(u32),
    /// A day.
    Day(Date),
    /// Nothing.
    Empty,
}

impl Cell {
    /// A day, if there is one.
    pub(crate) fn day(day: Option<Date>) -> Self {
        day.map_or(Self::Empty, Self::Day)
    }

    /// Words, if there are any.
    pub(crate) fn text(text: Option<&str>) -> Self {
        text.map_or(Self::Empty, |text| Self::Text(text.to_owned()))
    }

    /// A number, if there is one that is not negative.
    pub(crate) fn number(number: Option<i32>) -> Self {
        number.and_then(|number| u32::try_from(number).ok()).map_or(Self::Empty, Self::Number)
    }
}

/// The table as text that Excel opens as columns where the comma parts decimals, as in Indonesia: parted by semicolons,
/// with a byte order mark, without which it takes UTF-8 for something else. No cell is a formula.
///
/// # Panics
/// Never: memory takes every row, and all have as many cells.
pub(crate) fn csv(heads: &[String], rows: &[Vec<Cell>]) -> Vec<u8> {
    let heads = heads.to_vec();
    let rows = rows.iter().map(|row| row.iter().map(spelled).collect());
    separated(Separator::Semicolon, std::iter::once(heads).chain(rows)).into_bytes()
}

fn spelled(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => text.clone(),
        Cell::Number(number) => number.to_string(),
        Cell::Day(day) => day.to_string(),
        Cell::Empty => String::new(),
    }
}

/// What parts the columns of a table as text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Separator {
    /// As the programs of shops and networks ask for.
    Comma,
    /// As Excel opens it in Indonesia: with a byte order mark in front, and lines that end as on Windows.
    Semicolon,
}

impl Separator {
    fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
        }
    }
}

/// Rows as text in which no cell is a formula, whatever stands in it. Every table as text that etalase writes comes
/// from here.
///
/// # Panics
/// Never: memory takes every row.
pub(super) fn separated(separator: Separator, rows: impl IntoIterator<Item = Vec<String>>) -> String {
    let mut builder = WriterBuilder::new();
    builder.delimiter(separator.byte()).quote_style(QuoteStyle::Necessary).flexible(true);
    let mut start = Vec::new();
    if separator == Separator::Semicolon {
        builder.terminator(Terminator::CRLF);
        start.extend("\u{feff}".as_bytes());
    }
    let mut writer = builder.from_writer(start);
    for row in rows {
        let row = row.iter().map(|cell| no_formula(cell, separator));
        writer.write_record(row).expect("memory takes every row");
    }
    let bytes = writer.into_inner().expect("memory takes every row");
    String::from_utf8(bytes).expect("made of text")
}

/// Begins a formula in one spreadsheet program or another. Source: OWASP, CSV Injection (with the wide characters,
/// which some programs take for their narrow ones).
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// The text with an apostrophe before whatever would begin a formula. That is the start of the cell, and what follows
/// a separator of others: Excel parts columns by the one of the person's country, and quotes in the middle of such a
/// column protect nothing.
fn no_formula(text: &str, separator: Separator) -> String {
    let other = match separator {
        Separator::Comma => ';',
        Separator::Semicolon => ',',
    };
    let mut safe = String::with_capacity(text.len());
    let mut before = None;
    for c in text.chars() {
        let begins = before.is_none_or(|before| before == other || matches!(before, '\t' | '\r' | '\n'));
        if begins && FORMULA.contains(&c) && !(before == Some('\r') && c == '\n') {
            safe.push('\'');
        }
        safe.push(c);
        before = Some(c);
    }
    safe
}

/// The table as a workbook of one sheet: heads that stay in sight and filter.
///
/// # Panics
/// Never: what Excel refuses (long names, rows beyond its last) does not occur.
pub(crate) fn workbook(sheet: &str, heads: &[String], rows: &[Vec<Cell>]) -> Vec<u8> {
    write_workbook(sheet, heads, rows).expect("the sheet keeps to what Excel allows")
}

fn write_workbook(sheet: &str, heads: &[String], rows: &[Vec<Cell>]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // A fixed day: the clock would make every build a new file.
    let created = ExcelDateTime::from_ymd(2026, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_title(sheet).set_creation_datetime(&created));
    let bold = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top);
    let words = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let plain = Format::new().set_align(FormatAlign::Top);
    let day = plain.clone().set_num_format("[$-421]d mmm yyyy;@");
    let page = workbook.add_worksheet();
    page.set_name(sheet)?;
    for (column, head) in (0_u16..).zip(heads) {
        page.write_with_format(0, column, head.as_str(), &bold)?;
    }
    for (number, row) in (1_u32..).zip(rows) {
        for (column, cell) in (0_u16..).zip(row) {
            match cell {
                Cell::Text(text) => page.write_string_with_format(number, column, text.as_str(), &words)?,
                Cell::Number(value) => page.write_number_with_format(number, column, *value, &plain)?,
                Cell::Day(value) => {
                    let (year, month, date) = (value.year(), value.month(), value.day());
                    let value = ExcelDateTime::from_ymd(
                        u16::try_from(year).unwrap_or(1900),
                        u8::try_from(month).unwrap_or(1),
                        u8::try_from(date).unwrap_or(1),
                    )?;
                    page.write_datetime_with_format(number, column, value, &day)?
                }
                Cell::Empty => page,
            };
        }
    }
    for (column, width) in (0_u16..).zip(widths(heads, rows)) {
        page.set_column_width(column, width)?;
    }
    let last =
        (u32::try_from(rows.len()).unwrap_or(0), u16::try_from(heads.len()).unwrap_or(1).saturating_sub(1));
    page.autofilter(0, 0, last.0, last.1)?;
    page.set_freeze_panes(1, 2)?;
    page.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
    workbook.save_to_buffer()
}

/// Characters of the widest cell of each column, within what fits on paper.
fn widths(heads: &[String], rows: &[Vec<Cell>]) -> Vec<f64> {
    let width = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column)).map(|cell| spelled(cell).chars().count());
        let head = heads[column].split_whitespace().map(|word| word.chars().count()).max();
        let widest = cells.chain(head).max().unwrap_or(0).clamp(6, 40);
        f64::from(u32::try_from(widest).unwrap_or(40)) + 2.0
    };
    (0..heads.len()).map(width).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula_and_semicolons_part_columns() {
        let heads = ["nama".to_owned(), "hari".to_owned(), "tanggal".to_owned()];
        let row = |text: &str| vec![Cell::Text(text.to_owned()), Cell::Number(3), Cell::Empty];
        let mut rows: Vec<Vec<Cell>> = ["=1+1", "@SUM(A1)", "-2", "Susu \"segar\"; murni"].map(row).to_vec();
        rows.push(vec![
            Cell::Text("Kota Bandung".to_owned()),
            Cell::Empty,
            Cell::Day(Date::constant(2026, 3, 1)),
        ]);
        assert_eq!(
            String::from_utf8(csv(&heads, &rows)).expect("UTF-8"),
            "\u{feff}nama;hari;tanggal\r\n'=1+1;3;\r\n'@SUM(A1);3;\r\n'-2;3;\r\n\
             \"Susu \"\"segar\"\"; murni\";3;\r\nKota Bandung;;2026-03-01\r\n"
        );
    }

    #[test]
    fn no_cell_is_a_formula_where_columns_are_parted_by_a_strangers_separator() {
        let row = |text: &str| vec!["1".to_owned(), text.to_owned()];
        for (separator, typed, written) in [
            (Separator::Comma, "Kopi;=1+1", "1,Kopi;'=1+1\n"),
            (Separator::Comma, "Kopi\n@A1", "1,\"Kopi\n'@A1\"\n"),
            (Separator::Comma, "Kopi\t+1", "1,Kopi\t'+1\n"),
            (Separator::Comma, "＝1", "1,'＝1\n"),
            (Separator::Comma, "Rp 5.000,- a-b, c+d; -e", "1,\"Rp 5.000,- a-b, c+d; -e\"\n"),
            (Separator::Semicolon, "Kopi,=1", "\u{feff}1;Kopi,'=1\r\n"),
            (Separator::Semicolon, "Kopi;=1", "\u{feff}1;\"Kopi;=1\"\r\n"),
            (Separator::Semicolon, "satu\r\ndua", "\u{feff}1;\"satu\r\ndua\"\r\n"),
        ] {
            assert_eq!(separated(separator, [row(typed)]), written, "{typed:?}");
        }
    }

    #[test]
    fn a_workbook_is_the_same_whenever_it_is_made() {
        let heads = ["nama".to_owned()];
        let rows = [vec![Cell::Text("=1+1".to_owned())], vec![Cell::Day(Date::constant(2026, 3, 1))]];
        assert_eq!(workbook("Pantau", &heads, &rows), workbook("Pantau", &heads, &rows));
    }
}
