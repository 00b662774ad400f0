//! What the stream of cells does not tell of a sheet: hidden rows and columns, merged cells, and whether formulas are
//! there. Looked up as text, which costs a hundredth of a second parse.

use std::collections::BTreeSet;

use memchr::memmem;

use crate::workbook::sheet::Merged;

/// What is marked in a sheet.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Marks {
    /// From 1.
    pub(super) hidden_rows: BTreeSet<u32>,
    /// From and to, from 1.
    pub(super) hidden_columns: Vec<(u32, u32)>,
    pub(super) merged: Vec<Merged>,
    pub(super) has_formulas: bool,
}

impl Marks {
    pub(super) fn of(sheet: &str) -> Self {
        let hidden_columns = tags(sheet, "col").filter(|tag| is_on(attribute(tag, "hidden")));
        Self {
            hidden_rows: hidden_rows(sheet),
            hidden_columns: hidden_columns
                .filter_map(|tag| Some((number(attribute(tag, "min"))?, number(attribute(tag, "max"))?)))
                .collect(),
            merged: tags(sheet, "mergeCell").filter_map(|tag| rectangle(attribute(tag, "ref")?)).collect(),
            has_formulas: tags(sheet, "f").next().is_some(),
        }
    }
}

/// A row without a number stands below the one before.
fn hidden_rows(sheet: &str) -> BTreeSet<u32> {
    let mut hidden = BTreeSet::new();
    let mut last = 0_u32;
    for tag in tags(sheet, "row") {
        last = number(attribute(tag, "r")).unwrap_or(last.saturating_add(1));
        if is_on(attribute(tag, "hidden")) {
            hidden.insert(last);
        }
    }
    hidden
}

/// What stands in each start tag of a name, behind the name; with any prefix.
fn tags<'s>(sheet: &'s str, name: &'static str) -> impl Iterator<Item = &'s str> {
    let bytes = sheet.as_bytes();
    memmem::find_iter(bytes, name).filter_map(move |at| {
        let end = at + name.len();
        let is_start =
            matches!(bytes.get(end)?, b' ' | b'\t' | b'\r' | b'\n' | b'/' | b'>') && opens(bytes, at);
        let length = memchr::memchr(b'>', &bytes[end..])?;
        is_start.then(|| &sheet[end..end + length])
    })
}

/// True behind `<` or `<x:`.
fn opens(bytes: &[u8], at: usize) -> bool {
    let before = &bytes[..at];
    let Some(before) = before.strip_suffix(b":") else { return before.ends_with(b"<") };
    let prefix = before.iter().rev().take_while(|byte| byte.is_ascii_alphanumeric()).count();
    prefix > 0 && before[..before.len() - prefix].ends_with(b"<")
}

/// An attribute that holds no entities, as numbers and places are.
fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    tag.match_indices(name).find_map(|(at, _)| {
        let is_whole = tag[..at].ends_with(|c: char| c.is_ascii_whitespace());
        let rest = tag[at + name.len()..].trim_start().strip_prefix('=')?.trim_start();
        let quote = rest.chars().next().filter(|quote| is_whole && matches!(quote, '"' | '\''))?;
        rest[1..].split(quote).next()
    })
}

fn is_on(value: Option<&str>) -> bool {
    matches!(value, Some("1" | "true"))
}

fn number(value: Option<&str>) -> Option<u32> {
    value?.parse().ok()
}

/// `B2:D4`.
fn rectangle(range: &str) -> Option<Merged> {
    let (first, last) = range.split_once(':')?;
    let (first_column, first_row) = place(first)?;
    let (last_column, last_row) = place(last)?;
    Some(Merged { first_row, first_column, last_row, last_column })
}

/// Column and row of `$C$12`, from 1.
fn place(name: &str) -> Option<(u32, u32)> {
    let name = name.replace('$', "");
    let letters = name.bytes().take_while(u8::is_ascii_alphabetic).count();
    let column = name[..letters].bytes().try_fold(0_u32, |column, letter| {
        column.checked_mul(26)?.checked_add(u32::from(letter.to_ascii_uppercase() - b'A') + 1)
    });
    Some((column.filter(|column| *column > 0)?, name[letters..].parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_rows_and_columns_and_merged_cells_are_told() {
        let sheet = "<worksheet><cols><col min='1' max=\"1\"/><col min=\"3\" max=\"4\" hidden=\"1\"/></cols><sheetData>\
            <row r=\"2\" hidden='true'><c r=\"A2\"><v>1</v></c></row><row hidden=\"1\"/><row r=\"9\" xhidden=\"1\"/>\
            </sheetData><mergeCells count=\"1\"><mergeCell ref=\"B2:AA4\"/></mergeCells><rowBreaks hidden=\"1\"/>";
        let marks = Marks::of(sheet);
        assert_eq!(marks.hidden_rows, BTreeSet::from([2, 3]));
        assert_eq!(marks.hidden_columns, [(3, 4)]);
        assert_eq!(marks.merged, [Merged { first_row: 2, first_column: 2, last_row: 4, last_column: 27 }]);
        assert!(!marks.has_formulas);
    }

    #[test]
    fn tags_with_a_prefix_are_told_too() {
        let marks =
            Marks::of("<x:sheetData><x:row x:r=\"1\" r=\"7\" hidden=\"1\"><x:c><x:f>A1</x:f></x:c></x:row>");
        assert_eq!(marks.hidden_rows, BTreeSet::from([7]));
        assert!(marks.has_formulas);
        assert!(!Marks::of("<sheetData><row><c><is><t>row hidden=1 f </t></is></c></row>").has_formulas);
    }
}
