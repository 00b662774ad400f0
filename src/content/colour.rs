//! Colours as people write them.

use super::findings::offer as finding;
use super::typed::Typed;
use crate::finding::Findings;

/// `#0f766e`, with or without the hash: without quotes the hash would start a comment.
pub(super) fn parse_colour(typed: Typed<'_>, findings: &mut Findings) -> Option<String> {
    let digits = typed.text.strip_prefix('#').unwrap_or(typed.text);
    if digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Some(format!("#{}", digits.to_ascii_lowercase()));
    }
    findings.push(finding::not_a_colour(typed));
    None
}
