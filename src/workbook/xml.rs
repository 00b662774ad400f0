//! What the XML formats share: a reader that takes what programs write, and attributes as text.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::fault::Fault;

/// A reader that shows `<a/>` as a start and an end, as all code here expects.
pub(super) fn reader(text: &str) -> Reader<&[u8]> {
    let mut reader = Reader::from_str(text);
    let config = reader.config_mut();
    config.expand_empty_elements = true;
    config.check_end_names = false;
    config.allow_dangling_amp = true;
    reader
}

/// The attribute of a full name, `table:name`, with its entities resolved.
pub(super) fn attribute(tag: &BytesStart<'_>, name: &str) -> Result<Option<String>, Fault> {
    let attribute = tag.try_get_attribute(name).map_err(|_| Fault::Damaged(None))?;
    attribute.map(|attribute| unescape(&attribute.value)).transpose()
}

/// The attribute whose name ends so after its prefix: `id` is `r:id`.
pub(super) fn local_attribute(tag: &BytesStart<'_>, name: &str) -> Result<Option<String>, Fault> {
    for attribute in tag.attributes().with_checks(false) {
        let attribute = attribute.map_err(|_| Fault::Damaged(None))?;
        if attribute.key.local_name().as_ref() == name {
            return unescape(&attribute.value).map(Some);
        }
    }
    Ok(None)
}

pub(super) fn unescape(text: &str) -> Result<String, Fault> {
    quick_xml::escape::unescape(text).map(std::borrow::Cow::into_owned).map_err(|_| Fault::Damaged(None))
}

/// The next event; what is not well-formed is damage.
pub(super) fn next<'t>(reader: &mut Reader<&'t [u8]>) -> Result<Event<'t>, Fault> {
    reader.read_event().map_err(|_| Fault::Damaged(None))
}

/// Passes everything up to the end of a tag.
pub(super) fn skip(reader: &mut Reader<&[u8]>, tag: &BytesStart<'_>) -> Result<(), Fault> {
    reader.read_to_end(tag.name()).map(drop).map_err(|_| Fault::Damaged(None))
}
