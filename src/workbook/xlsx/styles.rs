//! The styles of an XLSX file with nothing but the number format of each: fonts and fills, of which a parser keeps one
//! copy for each style, say nothing of a value.

use std::fmt::Write as _;

use quick_xml::events::Event;

use crate::workbook::fault::Fault;
use crate::workbook::xml;

/// Excel keeps 65,490 of them (its own specification). More come from no program.
const MOST_STYLES: usize = 65_536;

/// The longest code, escaped; Excel takes 255 characters.
const LONGEST_CODE: usize = 2_000;

/// The part, rewritten. Codes stay escaped as they were.
pub(super) fn number_formats(text: &str) -> Result<String, Fault> {
    let damaged = || Fault::Damaged(None);
    let mut reader = xml::reader(text);
    let (mut codes, mut styles) = (String::new(), String::new());
    let mut count = 0;
    let mut section = String::new();
    loop {
        match xml::next(&mut reader)? {
            Event::Start(tag) => match (section.as_str(), tag.local_name().as_ref()) {
                ("", name @ ("numFmts" | "cellXfs")) => name.clone_into(&mut section),
                ("numFmts", "numFmt") => {
                    let id = tag.try_get_attribute("numFmtId").map_err(|_| damaged())?;
                    let code = tag.try_get_attribute("formatCode").map_err(|_| damaged())?;
                    if let (Some(id), Some(code)) = (id, code)
                        && let Ok(id) = id.value.parse::<u32>()
                        && code.value.len() <= LONGEST_CODE
                    {
                        let code = code.value.replace('"', "&quot;");
                        // Writing to a String cannot fail.
                        let _ = write!(codes, "<numFmt numFmtId=\"{id}\" formatCode=\"{code}\"/>");
                    }
                }
                ("cellXfs", "xf") => {
                    count += 1;
                    let id = tag.try_get_attribute("numFmtId").map_err(|_| damaged())?;
                    let id = id.and_then(|id| id.value.parse::<u32>().ok()).unwrap_or_default();
                    let _ = write!(styles, "<xf numFmtId=\"{id}\"/>");
                }
                _ => {}
            },
            Event::End(tag) if tag.local_name().as_ref() == section => section.clear(),
            Event::Eof => break,
            _ => {}
        }
    }
    if count > MOST_STYLES {
        return Err(damaged());
    }
    Ok(format!("<styleSheet><numFmts>{codes}</numFmts><cellXfs>{styles}</cellXfs></styleSheet>"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn number_formats_alone_are_kept_in_their_order() {
        let styles = "<x:styleSheet><x:numFmts><x:numFmt numFmtId='164' formatCode='\"Rp\"#,##0 &amp; x'/></x:numFmts>\
            <x:fonts><x:font><x:name val='Carlito'/></x:font></x:fonts><x:cellStyleXfs><x:xf numFmtId='9'/></x:cellStyleXfs>\
            <x:cellXfs><x:xf numFmtId='0' fontId='0'><x:alignment/></x:xf><x:xf numFmtId='164'/><x:xf/></x:cellXfs>\
            <x:dxfs><x:dxf><x:numFmt numFmtId='164' formatCode='0'/></x:dxf></x:dxfs></x:styleSheet>";
        assert_eq!(
            number_formats(styles).expect("styles"),
            "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"&quot;Rp&quot;#,##0 &amp; x\"/></numFmts>\
             <cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"0\"/></cellXfs></styleSheet>"
        );
    }
}
