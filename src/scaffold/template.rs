//! A text with marks (`@PROYEK@`) becomes a file.

/// A file to be written: its path in the site's folder, and its text.
pub(crate) type NewFile = (String, String);

/// Replaces every mark.
pub(super) fn filled(template: &str, pairs: &[(&str, String)]) -> String {
    pairs.iter().fold(template.to_owned(), |text, (mark, value)| text.replace(mark, value))
}
