//! What of a text may reach a page, whichever way it is written.

use pulldown_cmark::{CowStr, LinkType, Options};

use crate::model::is_hidden;

/// The schemes that a link in content may have.
const SCHEMES: [&str; 5] = ["https:", "http:", "mailto:", "tel:", "geo:"];

/// What is understood beside `CommonMark`.
pub(super) const OPTIONS: Options =
    Options::ENABLE_TABLES.union(Options::ENABLE_STRIKETHROUGH).union(Options::ENABLE_TASKLISTS);

/// Text with HTML's special characters escaped, fit for an element or a quoted attribute.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            _ => escaped.push(c),
        }
    }
    escaped
}

/// What is written, without characters that hide or reorder the text around them: a reference such as `&#x202e;` names
/// one that was never typed.
pub(super) fn seen(text: CowStr<'_>) -> CowStr<'_> {
    let is_unwanted = |c: char| is_hidden(c) && !matches!(c, '\n' | '\t');
    if text.contains(is_unwanted) { text.replace(is_unwanted, "").into() } else { text }
}

/// True for a link that may stay a link. Browsers skip control characters and spaces inside a scheme, so an
/// address with one of them before its colon is refused. A space before the scheme is written as `%20`, and would lead
/// to a page of the site that is not there.
pub(super) fn is_allowed(link_type: LinkType, url: &str) -> bool {
    let lower = url.to_ascii_lowercase();
    // `<kas@contoh.id>` is written without its scheme.
    link_type == LinkType::Email
        || SCHEMES.iter().any(|scheme| lower.starts_with(scheme)) && !lower.contains(|c: char| c.is_control())
}
