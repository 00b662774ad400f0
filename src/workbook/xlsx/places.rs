//! Where the sheets of an XLSX file stand in its archive.

use std::collections::BTreeMap;

use quick_xml::events::Event;

use crate::workbook::fault::Fault;
use crate::workbook::xml;

/// The path and the text of a part.
type Part = (String, String);

/// Each sheet's name with the path of its part in lower case, in the order of the workbook. Of several sheets of one
/// name, parsers find the first.
pub(super) fn sheets(parts: &[Part]) -> Result<Vec<(String, String)>, Fault> {
    let workbook = workbook_path(parts)?;
    let (folder, file) = workbook.rsplit_once('/').unwrap_or(("", &workbook));
    let folder = if folder.is_empty() { String::new() } else { format!("{folder}/") };
    let Some(list) = find(parts, &workbook) else { return Ok(Vec::new()) };
    let targets = relations(find(parts, &format!("{folder}_rels/{file}.rels")))?;
    let mut sheets = Vec::new();
    let mut reader = xml::reader(list);
    loop {
        match xml::next(&mut reader)? {
            Event::Start(tag) if tag.local_name().as_ref() == "sheet" => {
                let name = xml::attribute(&tag, "name")?.unwrap_or_default();
                let id = xml::local_attribute(&tag, "id")?.unwrap_or_default();
                let target = targets.get(&id).map(|(_, target)| target.as_str()).unwrap_or_default();
                let path = target.strip_prefix('/').map_or(format!("{folder}{target}"), str::to_owned);
                sheets.push((name, path.to_ascii_lowercase()));
            }
            Event::Eof => return Ok(sheets),
            _ => {}
        }
    }
}

/// `xl/workbook.xml`, unless the archive names another.
fn workbook_path(parts: &[Part]) -> Result<String, Fault> {
    let root = relations(find(parts, "_rels/.rels"))?;
    let document = root.into_values().find(|(kind, _)| kind.ends_with("/officeDocument"));
    Ok(document.map_or("xl/workbook.xml".to_owned(), |(_, target)| target.trim_start_matches('/').to_owned()))
}

fn find<'p>(parts: &'p [Part], path: &str) -> Option<&'p str> {
    parts.iter().find(|(other, _)| other.eq_ignore_ascii_case(path)).map(|(_, text)| text.as_str())
}

/// Kind and target of each relation, by its id.
fn relations(part: Option<&str>) -> Result<BTreeMap<String, (String, String)>, Fault> {
    let mut relations = BTreeMap::new();
    let Some(part) = part else { return Ok(relations) };
    let mut reader = xml::reader(part);
    loop {
        match xml::next(&mut reader)? {
            Event::Start(tag) if tag.local_name().as_ref() == "Relationship" => {
                let [id, kind, target] = ["Id", "Type", "Target"].map(|name| xml::attribute(&tag, name));
                let (kind, target) = (kind?.unwrap_or_default(), target?.unwrap_or_default());
                relations.insert(id?.unwrap_or_default(), (kind, target));
            }
            Event::Eof => return Ok(relations),
            _ => {}
        }
    }
}
