//! Which parts of an XLSX file are read, and how they are made harmless.

use quick_xml::events::Event;

use super::styles;
use crate::workbook::archive::Part;
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

/// The same parts: number formats alone of the styles, and no count of texts, for which a parser would reserve memory.
pub(super) fn lean(mut parts: Vec<Part>) -> Result<Vec<Part>, Fault> {
    for part in &mut parts {
        let path = part.path.to_ascii_lowercase();
        if path.ends_with("styles.xml") {
            part.text = styles::number_formats(&part.text)?;
        } else if path.ends_with("sharedstrings.xml") {
            forget_count(&mut part.text)?;
        }
    }
    Ok(parts)
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
