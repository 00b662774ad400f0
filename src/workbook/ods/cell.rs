//! One cell of ODS: its value by the attributes, its text by the paragraphs.

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};

use crate::workbook::fault::Fault;
use crate::workbook::format::CellFormat;
use crate::workbook::sheet::CellValue;
use crate::workbook::xml::{next, skip};
use crate::workbook::{day, xml};

/// The most spaces that one element of a paragraph stands for; a cell of Excel takes 32,767 characters.
const MOST_SPACES: usize = 32_767;

/// The attributes that make a value.
#[derive(Default)]
struct Attributes {
    kind: String,
    value: Option<String>,
    is_rupiah: bool,
    is_error: bool,
    has_formula: bool,
}

/// What stands in a cell, and how it is shown; `None` if it is empty.
pub(super) fn read_cell(
    reader: &mut Reader<&[u8]>,
    tag: &BytesStart<'_>,
) -> Result<Option<(CellValue, CellFormat)>, Fault> {
    let attributes = Attributes::of(tag)?;
    let text = read_text(reader, tag)?;
    if attributes.is_error {
        return Ok(Some((CellValue::Error(text), CellFormat::Unknown)));
    }
    let number = || attributes.value.as_deref().and_then(|value| value.trim().parse::<f64>().ok());
    let shown = |value| Some((value, CellFormat::Unknown));
    Ok(match attributes.kind.as_str() {
        "float" => number().map(|number| (CellValue::Number(number), CellFormat::Unknown)),
        "percentage" => number().map(|number| (CellValue::Number(number), CellFormat::Percent)),
        "currency" => {
            let format = if attributes.is_rupiah { CellFormat::Rupiah } else { CellFormat::Unknown };
            number().map(|number| (CellValue::Number(number), format))
        }
        "date" => attributes.value.map(|value| (day::of_iso(&value), CellFormat::Day)),
        "time" => attributes.value.map(|value| (day::of_duration(&value), CellFormat::Day)),
        "boolean" => shown(CellValue::Flag(attributes.value.as_deref() == Some("true"))),
        _ => match attributes.value.unwrap_or(text) {
            text if !text.is_empty() => Some((CellValue::Text(text), CellFormat::Text)),
            _ if attributes.has_formula && attributes.kind.is_empty() => {
                shown(CellValue::Error(String::new()))
            }
            _ => None,
        },
    })
}

impl Attributes {
    fn of(tag: &BytesStart<'_>) -> Result<Self, Fault> {
        let mut found = Self::default();
        for attribute in tag.attributes().with_checks(false) {
            let attribute = attribute.map_err(|_| Fault::Damaged(None))?;
            let value = &attribute.value;
            match attribute.key.as_ref() {
                "office:value-type" => found.kind = value.to_string(),
                "calcext:value-type" => found.is_error = value == "error",
                "office:currency" => found.is_rupiah = value == "IDR",
                "table:formula" => found.has_formula = true,
                "office:value"
                | "office:date-value"
                | "office:time-value"
                | "office:boolean-value"
                | "office:string-value" => found.value = Some(xml::unescape(value)?),
                _ => {}
            }
        }
        // LibreOffice writes an empty text beside an error, which stands in the paragraph.
        found.value = found.value.filter(|value| !value.is_empty());
        Ok(found)
    }
}

/// The paragraphs of a cell, parted by line breaks; without notes and pictures that hang on it.
fn read_text(reader: &mut Reader<&[u8]>, cell: &BytesStart<'_>) -> Result<String, Fault> {
    let mut text = String::new();
    let mut paragraphs = 0;
    loop {
        match next(reader)? {
            Event::Start(tag) => match tag.name().as_ref() {
                "text:p" => {
                    paragraphs += 1;
                    if paragraphs > 1 {
                        text.push('\n');
                    }
                }
                "text:s" => text.push_str(&" ".repeat(spaces(&tag)?)),
                "text:tab" => text.push('\t'),
                "text:line-break" => text.push('\n'),
                name if name.starts_with("text:") => {}
                _ => skip(reader, &tag)?,
            },
            // What stands between paragraphs is the file's own layout.
            Event::Text(part) if paragraphs > 0 => text.push_str(&part.xml10_content()),
            Event::CData(part) if paragraphs > 0 => text.push_str(&part.xml10_content()),
            Event::GeneralRef(entity) => text.push_str(&resolved(&entity)?),
            Event::End(tag) if tag.name() == cell.name() => return Ok(text),
            Event::Eof => return Err(Fault::Damaged(None)),
            _ => {}
        }
    }
}

fn spaces(tag: &BytesStart<'_>) -> Result<usize, Fault> {
    let count = xml::attribute(tag, "text:c")?.map_or(Ok(1), |count| count.parse::<usize>());
    count.ok().filter(|count| *count <= MOST_SPACES).ok_or(Fault::Damaged(None))
}

/// `&amp;`, `&#233;`.
fn resolved(entity: &BytesRef<'_>) -> Result<String, Fault> {
    xml::unescape(&format!("&{};", entity.xml10_content()))
}
