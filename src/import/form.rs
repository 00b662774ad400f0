//! The workbook that offices and sellers fill in: a sheet for each kind of rows, every column of it text, with lists to
//! choose from, help on the heads, and a first sheet that explains. Made of the tables that `import` reads by.

use rust_xlsxwriter::{
    DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Formula, IgnoreError,
    Note, Workbook, Worksheet, XlsxError,
};

use super::help::{Line, example_of, head, instructions, meaning_of};
use super::kind::{Column, EXAMPLE, Kind, REGENCY, SHEETS_TO_READ, STATUS, key_at};
use super::kinds::KINDS;
use crate::keys::Shape;
use crate::model::{Date, west_java};

/// The number of A4 among paper sizes. Source: ECMA-376, part 1, 18.3.1.63.
const A4: u8 = 9;
/// Characters of a standard width that stand side by side on a landscape A4 page at two thirds of their size: what is
/// smaller nobody reads on paper.
const PAGE_WIDTH: f64 = 240.0;
/// Margins of a page in inches: left, right, top and bottom, then those of header and footer.
const MARGINS: [f64; 6] = [0.4, 0.4, 0.5, 0.6, 0.3, 0.3];
/// The name of the sheet, the page among all, and the file.
const FOOTER: &str = "&L&A&CHalaman &P dari &N&R&F";
/// Rows of a sheet that are made ready for typing.
const READY_ROWS: u32 = 5_000;
/// How wide columns of translations are.
const TRANSLATION_WIDTH: f64 = 26.0;
/// Longest text that a cell can hold. Source: Microsoft, "Excel specifications and limits".
pub(super) const LONGEST_CELL: usize = 32_767;
/// Longest list that stands in a cell's own rule, in characters. Source: the same.
const LONGEST_LIST: usize = 255;

/// What a sheet holds.
#[derive(Default)]
pub(super) struct Filled {
    /// Translations of its kind's columns, behind these.
    pub(super) translations: Vec<Translation>,
    /// Rows with the texts of all columns, of which some may be empty.
    pub(super) rows: Vec<Vec<String>>,
}

/// A column that says in another language what a column says.
pub(super) struct Translation {
    pub(super) column: &'static Column,
    /// How its key ends: `_en`.
    pub(super) ending: &'static str,
}

impl Translation {
    /// The languages that a key can have beside Indonesian: how the key ends, and the language's name.
    pub(super) const LANGUAGES: [(&'static str, &'static str); 2] = [("_en", "Inggris"), ("_su", "Sunda")];

    pub(super) fn path(&self) -> String {
        format!("{}{}", self.column.path, self.ending)
    }

    fn language(&self) -> &'static str {
        Self::LANGUAGES.iter().find(|(ending, _)| *ending == self.ending).map_or("", |(_, name)| name)
    }
}

/// The columns of a kind's sheet. What has a sheet of its own has no columns here, and what is not sold no row.
pub(super) fn columns(kind: &Kind) -> impl Iterator<Item = &'static Column> {
    let is_item = |part: &str| part.parse::<u32>().is_ok();
    let is_own = move |column: &&Column| !column.path.split('.').any(is_item) && column.path != STATUS;
    kind.columns.iter().filter(is_own)
}

/// The workbook as the bytes of an XLSX file, with a sheet for each kind. A sheet without rows has an example.
///
/// # Panics
/// Never: what Excel refuses (long names, rows beyond its last, long cells) does not occur.
pub(super) fn workbook(sheets: &[Filled], today: Date) -> Vec<u8> {
    write(sheets, today).expect("the sheets keep to what Excel allows")
}

fn write(sheets: &[Filled], today: Date) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let month = |month: i8| u8::try_from(month).unwrap_or(1);
    let year = u16::try_from(today.year()).unwrap_or(2026);
    let created = ExcelDateTime::from_ymd(year, month(today.month()), month(today.day()))?;
    workbook.set_properties(&DocProperties::new().set_title("Etalase").set_creation_datetime(&created));
    let looks = Looks::new();
    write_instructions(workbook.add_worksheet(), &looks)?;
    for (kind, filled) in KINDS.iter().zip(sheets) {
        write_kind(workbook.add_worksheet(), kind, filled, &looks)?;
    }
    write_lists(workbook.add_worksheet(), &looks)?;
    workbook.save_to_buffer()
}

/// How cells look.
struct Looks {
    head: Format,
    text: Format,
    example: Format,
    title: Format,
    prose: Format,
}

impl Looks {
    fn new() -> Self {
        let text = Format::new().set_num_format("@").set_align(FormatAlign::Top);
        Self {
            head: Format::new()
                .set_num_format("@")
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::Top)
                .set_background_color("#E7F0EC")
                .set_border_bottom(FormatBorder::Thin),
            example: text.clone().set_italic().set_font_color("#5F6B66").set_text_wrap(),
            text,
            title: Format::new().set_bold().set_font_size(16),
            prose: Format::new().set_text_wrap().set_align(FormatAlign::Top),
        }
    }
}

fn write_kind(
    sheet: &mut Worksheet,
    kind: &Kind,
    Filled { translations, rows }: &Filled,
    looks: &Looks,
) -> Result<(), XlsxError> {
    sheet.set_name(kind.names[0])?;
    sheet.set_freeze_panes(1, 0)?;
    let widths = columns(kind).map(|column| width(column, shape_of(kind, column)));
    let width =
        widths.sum::<f64>() + TRANSLATION_WIDTH * f64::from(u16::try_from(translations.len()).unwrap_or(0));
    let main = columns(kind).position(|column| !column.path.starts_with('@')).unwrap_or(0);
    set_printing(sheet, width, 0, u16::try_from(main).unwrap_or(0))?;
    let own = u16::try_from(columns(kind).count()).unwrap_or(u16::MAX);
    let last = own.saturating_add(u16::try_from(translations.len()).unwrap_or(u16::MAX)).saturating_sub(1);
    sheet.ignore_error_range(0, 0, READY_ROWS, last, IgnoreError::NumberStoredAsText)?;
    for (number, column) in (0_u16..).zip(columns(kind)) {
        write_column(sheet, kind, column, number, looks)?;
        if rows.is_empty() {
            let example = match example_of(kind, column) {
                nothing if nothing.is_empty() => nothing,
                example => format!("{EXAMPLE} {example}"),
            };
            write_text(sheet, 1, number, &example, &looks.example)?;
        }
    }
    for (number, translation) in (own..).zip(translations) {
        let head = format!("{} {}", translation.column.heads[0], translation.language());
        sheet.set_column_width(number, TRANSLATION_WIDTH)?.set_column_format(number, &looks.text)?;
        sheet.write_string_with_format(0, number, head, &looks.head)?;
    }
    for (row, cells) in (1_u32..).zip(rows) {
        for (number, text) in (0_u16..).zip(cells) {
            write_text(sheet, row, number, text, &looks.text)?;
        }
    }
    Ok(())
}

/// Landscape pages with the heads on each, as many side by side as can be read, each with the columns up to the name.
/// No area is set: what somebody types below is printed, too.
fn set_printing(sheet: &mut Worksheet, width: f64, heads: u32, name: u16) -> Result<(), XlsxError> {
    let mut pages = 1;
    while f64::from(pages) * PAGE_WIDTH < width {
        pages += 1;
    }
    let [left, right, top, bottom, header, footer] = MARGINS;
    sheet
        .set_landscape()
        .set_paper_size(A4)
        .set_print_fit_to_pages(pages, 0)
        .set_margins(left, right, top, bottom, header, footer)
        .set_print_gridlines(true)
        .set_footer(FOOTER)
        .set_repeat_rows(heads, heads)?;
    if pages > 1 {
        sheet.set_repeat_columns(0, name)?;
    }
    Ok(())
}

/// A text, also one that begins like a formula.
fn write_text(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    text: &str,
    look: &Format,
) -> Result<(), XlsxError> {
    if !text.is_empty() {
        sheet.write_string_with_format(row, column, text, look)?;
    }
    Ok(())
}

/// A head with its help, and what may be chosen below it.
fn write_column(
    sheet: &mut Worksheet,
    kind: &Kind,
    column: &Column,
    number: u16,
    looks: &Looks,
) -> Result<(), XlsxError> {
    let shape = shape_of(kind, column);
    sheet.set_column_width(number, width(column, shape))?;
    sheet.set_column_format(number, &looks.text)?;
    sheet.write_string_with_format(0, number, head(kind, column), &looks.head)?;
    let (meaning, example) = (meaning_of(kind, column), example_of(kind, column));
    let help = if example.is_empty() { meaning } else { format!("{meaning}\nContoh: {example}") };
    sheet.insert_note(0, number, &Note::new(help).add_author_prefix(false).set_width(220))?;
    let Some(choice) = choice(column, shape)? else { return Ok(()) };
    let choice = choice.show_error_message(false).ignore_blank(true);
    sheet.add_data_validation(1, number, READY_ROWS, number, &choice)?;
    Ok(())
}

fn shape_of(kind: &Kind, column: &Column) -> Option<Shape> {
    key_at(kind.section, column.path).map(|key| key.shape)
}

fn width(column: &Column, shape: Option<Shape>) -> f64 {
    match shape {
        Some(Shape::Markdown) => 48.0,
        Some(Shape::Text(_) | Shape::Local(_) | Shape::Locals(_) | Shape::Photos(_) | Shape::Link) => 26.0,
        _ if column.heads[0].len() > 14 => 20.0,
        _ => 16.0,
    }
}

/// The words of a column to choose from; other words may be typed, too.
fn choice(column: &Column, shape: Option<Shape>) -> Result<Option<DataValidation>, XlsxError> {
    let words: &[&str] = match shape {
        Some(Shape::Choice(words)) => words,
        Some(Shape::Flag) => &["ya", "tidak"],
        _ if column.path == REGENCY => {
            let list = format!("={}!$A$2:$A${}", SHEETS_TO_READ[1], regencies().count() + 1);
            return Ok(Some(DataValidation::new().allow_list_formula(Formula::new(list))));
        }
        _ => return Ok(None),
    };
    debug_assert!(words.iter().map(|word| word.len() + 1).sum::<usize>() <= LONGEST_LIST, "{words:?}");
    DataValidation::new().allow_list_strings(words).map(Some)
}

fn regencies() -> impl Iterator<Item = &'static str> {
    west_java().iter().filter(|row| row.is_regency()).map(|row| row.name)
}

fn write_lists(sheet: &mut Worksheet, looks: &Looks) -> Result<(), XlsxError> {
    sheet.set_name(SHEETS_TO_READ[1])?;
    sheet.set_column_width(0, 30.0)?;
    set_printing(sheet, 30.0, 0, 0)?;
    sheet.write_string_with_format(0, 0, "Kabupaten/Kota", &looks.head)?;
    for (row, name) in (1_u32..).zip(regencies()) {
        sheet.write_string(row, 0, name)?;
    }
    Ok(())
}

fn write_instructions(sheet: &mut Worksheet, looks: &Looks) -> Result<(), XlsxError> {
    sheet.set_name(SHEETS_TO_READ[0])?;
    let widths = [18.0, 26.0, 70.0, 36.0];
    for (column, width) in (0_u16..).zip(widths) {
        sheet.set_column_width(column, width)?;
    }
    for (row, line) in (0_u32..).zip(instructions(columns)) {
        match line {
            Line::Title(text) => {
                sheet.write_string_with_format(row, 0, text, &looks.title)?;
            }
            Line::Prose(text) => {
                sheet.merge_range(row, 0, row, 3, &text, &looks.prose)?;
                // Merged cells do not grow by themselves.
                let lines = text.chars().count() / 150 + 1;
                sheet.set_row_height(row, 16.0 * f64::from(u32::try_from(lines).unwrap_or(1)))?;
            }
            Line::Heads(cells) => {
                set_printing(sheet, widths.iter().sum(), row, 0)?;
                write_cells(sheet, row, &cells, &looks.head)?;
            }
            Line::Cells(cells) => write_cells(sheet, row, &cells, &looks.prose)?,
        }
    }
    Ok(())
}

fn write_cells(sheet: &mut Worksheet, row: u32, cells: &[String], look: &Format) -> Result<(), XlsxError> {
    for (column, text) in (0_u16..).zip(cells) {
        sheet.write_string_with_format(row, column, text, look)?;
    }
    Ok(())
}
