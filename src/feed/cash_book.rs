//! The cash book of a pupils' cooperative for spreadsheet programs: a workbook that works its balance out by itself,
//! and a plain table. Both are the same bytes whenever and wherever they are made.

use rust_xlsxwriter::{
    ConditionalFormatCell, ConditionalFormatCellRule, DataValidation, DataValidationRule, DocProperties,
    ExcelDateTime, Format, FormatAlign, FormatBorder, Formula, Workbook, Worksheet, XlsxError,
};

use super::table::{Separator, separated};
use crate::theme::Texts;
use crate::view::youth::kit::{CashEntry, cash_example};

/// Empty lines of the workbook.
const LINES: u32 = 300;

/// Row of the headings, and of the first line, counted from 0: above them stands the name and the sums.
const HEADINGS: u32 = 3;
const FIRST: u32 = HEADINGS + 1;

/// Columns, and their widths in characters.
const COLUMNS: [(&str, f64); 6] = [
    ("muda.sheet.cash.day", 12.0),
    ("muda.sheet.cash.receipt", 8.0),
    ("muda.sheet.cash.text", 44.0),
    ("muda.sheet.cash.in", 14.0),
    ("muda.sheet.cash.out", 14.0),
    ("muda.sheet.cash.balance", 15.0),
];

/// Rupiah as Excel writes them for Indonesia (language 0x421): `Rp120.000` wherever points group thousands, and less
/// than nothing in red.
const RUPIAH: &str = "[$Rp-421]#,##0;[Red]-[$Rp-421]#,##0";
const DAY: &str = "[$-421]d mmm yyyy;@";

/// Most rupiah in one line: more is a slip of the finger.
const MOST_RUPIAH: i32 = 1_000_000_000;

/// The workbook: an empty book, the example, and how to fill it in.
///
/// # Panics
/// Never: what Excel refuses (long names, rows beyond its last) does not occur.
pub(crate) fn workbook(texts: &Texts) -> Vec<u8> {
    write_workbook(texts).expect("the sheets keep to what Excel allows")
}

fn write_workbook(texts: &Texts) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // A fixed day: the clock would make every build a new file.
    let created = ExcelDateTime::from_ymd(2026, 1, 1)?;
    workbook.set_properties(
        &DocProperties::new().set_title(texts.get("muda.sheet.cash.title")).set_creation_datetime(&created),
    );
    let empty: Vec<Option<CashEntry>> = (0..LINES).map(|_| None).collect();
    write_book(workbook.add_worksheet(), texts, "muda.sheet.cash.sheet_book", &empty)?;
    let example: Vec<Option<CashEntry>> = cash_example(texts).into_iter().map(Some).collect();
    write_book(workbook.add_worksheet(), texts, "muda.sheet.cash.sheet_example", &example)?;
    write_rules(workbook.add_worksheet(), texts)?;
    workbook.save_to_buffer()
}

/// How cells of a book look.
struct Formats {
    cell: Format,
    bold: Format,
    amount: Format,
    sum: Format,
    day: Format,
    words: Format,
}

impl Formats {
    fn new() -> Self {
        let cell = Format::new().set_border(FormatBorder::Thin).set_align(FormatAlign::Top);
        let bold = cell.clone().set_bold();
        Self {
            amount: cell.clone().set_num_format(RUPIAH),
            sum: bold.clone().set_num_format(RUPIAH),
            day: cell.clone().set_num_format(DAY),
            words: cell.clone().set_text_wrap(),
            cell,
            bold,
        }
    }
}

/// A book with one line for each entry; `None` is an empty one.
fn write_book(
    sheet: &mut Worksheet,
    texts: &Texts,
    name: &str,
    entries: &[Option<CashEntry>],
) -> Result<(), XlsxError> {
    let formats = Formats::new();
    let last = FIRST + u32::try_from(entries.len()).unwrap_or(LINES) - 1;
    sheet.set_name(texts.get(name))?;
    sheet.set_portrait().set_paper_size(9).set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(HEADINGS, HEADINGS)?.set_freeze_panes(FIRST, 0)?;
    sheet.write_with_format(
        0,
        0,
        texts.get("muda.sheet.cash.title"),
        &Format::new().set_bold().set_font_size(16),
    )?;
    sheet.write(0, 3, texts.get("muda.sheet.name"))?;
    sheet.merge_range(0, 4, 0, 5, "", &Format::new().set_border_bottom(FormatBorder::Thin))?;
    write_sums(sheet, texts, entries, last, [&formats.bold, &formats.sum])?;
    for (column, (heading, width)) in (0..).zip(COLUMNS) {
        sheet.set_column_width(column, width)?;
        sheet.write_with_format(HEADINGS, column, texts.get(heading), &formats.bold)?;
    }
    for (row, entry) in (FIRST..).zip(entries) {
        write_entry(sheet, row, entry.as_ref(), &formats)?;
        write_balance(sheet, row, entry.as_ref(), &formats)?;
    }
    guard_amounts(sheet, texts, last)
}

/// A line of the book, but for what is left.
fn write_entry(
    sheet: &mut Worksheet,
    row: u32,
    entry: Option<&CashEntry>,
    formats: &Formats,
) -> Result<(), XlsxError> {
    let Formats { cell, amount, day, words, .. } = formats;
    let Some(entry) = entry else {
        for (column, format) in [(0, day), (1, cell), (2, words), (3, amount), (4, amount)] {
            sheet.write_blank(row, column, format)?;
        }
        return Ok(());
    };
    let date = ExcelDateTime::parse_from_str(&entry.day.to_string())?;
    sheet.write_with_format(row, 0, &date, day)?;
    sheet.write_with_format(row, 1, u32::try_from(entry.receipt).unwrap_or(0), cell)?;
    sheet.write_with_format(row, 2, &entry.text, words)?;
    for (column, rupiah) in [(3, entry.income), (4, entry.expense)] {
        if rupiah == 0 {
            sheet.write_blank(row, column, amount)?;
        } else {
            sheet.write_with_format(row, column, rupiah, amount)?;
        }
    }
    Ok(())
}

/// What is left after a line, counted from the first line down, so that a line put in between or taken out breaks
/// nothing.
fn write_balance(
    sheet: &mut Worksheet,
    row: u32,
    entry: Option<&CashEntry>,
    formats: &Formats,
) -> Result<(), XlsxError> {
    let (first, number) = (FIRST + 1, row + 1);
    let formula =
        format!("=IF(COUNTA(A{number}:E{number})=0,\"\",SUM(D${first}:D{number})-SUM(E${first}:E{number}))");
    let result = entry.map_or_else(String::new, |entry| entry.balance.to_string());
    sheet.write_formula_with_format(row, 5, Formula::new(formula).set_result(result), &formats.amount)?;
    Ok(())
}

/// Amounts are whole rupiah; less than nothing stands out.
fn guard_amounts(sheet: &mut Worksheet, texts: &Texts, last: u32) -> Result<(), XlsxError> {
    let whole = DataValidation::new()
        .allow_whole_number(DataValidationRule::Between(0, MOST_RUPIAH))
        .set_error_title(texts.get("muda.sheet.cash.amount_title"))?
        .set_error_message(texts.get("muda.sheet.cash.amount_help"))?;
    sheet.add_data_validation(FIRST, 3, last, 4, &whole)?;
    let below_nothing = ConditionalFormatCell::new()
        .set_rule(ConditionalFormatCellRule::LessThan(0))
        .set_format(Format::new().set_bold().set_font_color("#B00020"));
    sheet.add_conditional_format(FIRST, 5, last, 5, &below_nothing)?;
    Ok(())
}

/// What came in, what went out and what is left.
fn write_sums(
    sheet: &mut Worksheet,
    texts: &Texts,
    entries: &[Option<CashEntry>],
    last: u32,
    [bold, sum]: [&Format; 2],
) -> Result<(), XlsxError> {
    let (first, last) = (FIRST + 1, last + 1);
    let all = |of: fn(&CashEntry) -> u64| entries.iter().flatten().map(of).sum::<u64>();
    let (income, expense) = (all(|entry| entry.income), all(|entry| entry.expense));
    sheet.write_with_format(1, 2, texts.get("muda.sheet.cash.total"), bold)?;
    let sums = [
        (3, format!("=SUM(D{first}:D{last})"), income),
        (4, format!("=SUM(E{first}:E{last})"), expense),
        (5, "=D2-E2".to_owned(), income - expense),
    ];
    for (column, formula, result) in sums {
        let formula = Formula::new(formula).set_result(result.to_string());
        sheet.write_formula_with_format(1, column, formula, sum)?;
    }
    Ok(())
}

fn write_rules(sheet: &mut Worksheet, texts: &Texts) -> Result<(), XlsxError> {
    let words = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    sheet.set_name(texts.get("muda.sheet.cash.sheet_rules"))?;
    sheet.set_paper_size(9).set_column_width(0, 80.0)?;
    let rules = texts.list("muda.sheet.cash.rules_items");
    let notes = ["muda.sheet.cash.in_rupiah", "muda.sheet.cash.amount_help"].map(|key| texts.get(key));
    for (row, rule) in (0..).zip(rules.into_iter().chain(notes)) {
        sheet.write_with_format(row, 0, rule, &words)?;
    }
    Ok(())
}

/// The example as a plain table. Columns are parted by `;` and the text begins with a byte order mark, since that is
/// what Excel opens rightly on a machine set to Indonesian: there the comma belongs to decimals, so Excel looks for
/// `;`, and without the mark it takes UTF-8 for an older code. Numbers have no points and days are ISO dates: every
/// spreadsheet program reads both, whatever its language.
pub(crate) fn table(texts: &Texts) -> String {
    let heads = COLUMNS.map(|(heading, _)| texts.get(heading).to_owned()).to_vec();
    let amount = |rupiah: u64| if rupiah == 0 { String::new() } else { rupiah.to_string() };
    let rows = cash_example(texts).into_iter().map(|entry| {
        vec![
            entry.day.to_string(),
            entry.receipt.to_string(),
            entry.text,
            amount(entry.income),
            amount(entry.expense),
            entry.balance.to_string(),
        ]
    });
    separated(Separator::Semicolon, std::iter::once(heads).chain(rows))
}
