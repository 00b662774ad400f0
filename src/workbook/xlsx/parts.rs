//! Which parts of an XLSX file are read, and how they are made harmless.

use quick_xml::events::Event;

use super::styles;
use crate::workbook::fault::Fault;
use crate::workbook::xml;

/// Folders of parts that hold no cells.
const WITHOUT_CELLS: &[&str] = &[
    "charts",
    "chartsheets",
    "ctrlprops",
    "customxml",
    "docprops",
    "drawings",
    "embeddings",
    "externallinks",
    "media",
    "persons",
    "pivotcache",
    "pivottables",
    "printersettings",
    "querytables",
    "richdata",
    "slicercaches",
    "slicers",
    "tables",
    "theme",
    "threadedcomments",
];

/// True for sheets, texts, number formats, and the lists that lead to them.
pub(super) fn is_wanted(path: &str) -> bool {
    let path = path.to_ascii_lowercase();
    let (folders, name) = path.rsplit_once('/').unwrap_or(("", &path));
    let is_xml = matches!(name.rsplit_once('.'), Some((_, "xml" | "rels")));
    is_xml
        && !name.starts_with("comments")
        && !folders.split('/').any(|folder| WITHOUT_CELLS.contains(&folder))
}

/// What is in a part.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Holds {
    /// A sheet.
    Cells,
    /// Texts and formats of cells.
    Values,
    /// Where the other parts are.
    Places,
}

/// Keeps number formats alone of the styles, and no count of texts, for which a parser would reserve memory.
pub(super) fn make_harmless(path: &str, text: &mut String) -> Result<Holds, Fault> {
    let path = path.to_ascii_lowercase();
    if path.ends_with("styles.xml") {
        *text = styles::number_formats(text)?;
        return Ok(Holds::Values);
    }
    if path.ends_with("sharedstrings.xml") {
        forget_count(text)?;
        return Ok(Holds::Values);
    }
    let is_sheet = memchr::memmem::find(text.as_bytes(), b"sheetData").is_some();
    Ok(if is_sheet { Holds::Cells } else { Holds::Places })
}

/// Renames `uniqueCount` in front of the first text.
fn forget_count(text: &mut String) -> Result<(), Fault> {
    let mut reader = xml::reader(text);
    loop {
        match xml::next(&mut reader)? {
            Event::Start(tag) if tag.local_name().as_ref() == "sst" => break,
            Event::Eof => return Err(Fault::Damaged(None)),
            _ => {}
        }
    }
    let end = usize::try_from(reader.buffer_position()).map_err(|_| Fault::Damaged(None))?;
    let head = text[..end].replace("uniqueCount", "forgotten");
    text.replace_range(..end, &head);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_and_their_like_are_left_aside() {
        for path in ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "_rels/.rels", "[Content_Types].xml"]
        {
            assert!(is_wanted(path), "{path}");
        }
        for path in ["xl/media/image1.xml", "xl/theme/theme1.xml", "xl/comments1.xml", "xl/vbaProject.bin"] {
            assert!(!is_wanted(path), "{path}");
        }
    }

    #[test]
    fn nobody_reserves_memory_for_texts_that_are_promised() {
        let mut text =
            "<!-- <si> --><x:sst uniqueCount='9' count=\"9\"><si><t>uniqueCount</t></si></x:sst>".to_owned();
        forget_count(&mut text).expect("texts");
        assert_eq!(text, "<!-- <si> --><x:sst forgotten='9' count=\"9\"><si><t>uniqueCount</t></si></x:sst>");
    }
}
