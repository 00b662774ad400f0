//! Which templates a template's text names.

/// The templates of a text's tags, in order: `{% extends "x" %}`, `{% include "x" %}`, `{{<part …/>}}`, `{% <part> %}`.
pub(super) fn mentions(text: &str) -> Vec<String> {
    let mut names = Vec::new();
    for brace in memchr::memchr_iter(b'{', text.as_bytes()) {
        let Some(tag) = text[brace + 1..].strip_prefix(['{', '%']) else { continue };
        let tag = tag.strip_prefix('-').unwrap_or(tag).trim_start();
        if let Some(call) = tag.strip_prefix('<') {
            let is_in_name = |c: &char| c.is_ascii_alphanumeric() || *c == '_';
            let part: String = call.chars().take_while(is_in_name).collect();
            if !part.is_empty() {
                names.push(format!("components/{part}.html"));
            }
        } else if let Some(named) = tag.strip_prefix("extends").or_else(|| tag.strip_prefix("include"))
            && let Some(quoted) = named.trim_start().strip_prefix('"')
        {
            names.extend(quoted.split('"').next().map(str::to_owned));
        }
    }
    names
}
