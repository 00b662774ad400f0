//! The tag of a template that is opened and never closed. The engine tells where it stopped, which is a later tag or
//! the end of the file.

/// Tags that have an end of their own.
const BLOCKS: [&str; 6] = ["if", "for", "block", "component", "filter", "raw"];

/// A tag without its end.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Unclosed<'t> {
    /// Its word: `if`.
    pub(super) word: &'t str,
    /// Its line, from 1.
    pub(super) line: usize,
    /// Its column in characters, from 1.
    pub(super) column: usize,
}

/// The first tag that another end meets, or that the text ends without closing.
pub(super) fn unclosed(text: &str) -> Option<Unclosed<'_>> {
    let mut open: Vec<(&str, usize)> = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find('{').map(|found| at + found) {
        let rest = &text[start..];
        at = start + 1;
        if rest.starts_with("{#") {
            at = start + rest.find("#}")? + 2;
            continue;
        }
        let Some(tag) = rest.strip_prefix("{%") else { continue };
        let tag = tag.strip_prefix('-').unwrap_or(tag).trim_start();
        let word = tag.split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
        if BLOCKS.contains(&word) {
            open.push((word, start));
        } else if let Some(ended) = word.strip_prefix("end").filter(|ended| BLOCKS.contains(ended)) {
            match open.last() {
                Some((last, _)) if *last == ended => drop(open.pop()),
                _ => break,
            }
        }
    }
    let (word, start) = open.pop()?;
    let before = &text[..start];
    let line_start = before.rfind('\n').map_or(0, |end| end + 1);
    Some(Unclosed {
        word,
        line: before.matches('\n').count() + 1,
        column: before[line_start..].chars().count() + 1,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_without_its_end_is_found_where_it_opens() {
        let of = |text| unclosed(text).map(|tag| (tag.word, tag.line, tag.column));
        assert_eq!(of("{% block a %}\n  {%- if x %}\n{% endblock a %}"), Some(("if", 2, 3)));
        assert_eq!(of("é {% for x in y %}\n{% if x %}a{% else %}b{% endif %}"), Some(("for", 1, 3)));
        assert_eq!(of("{# {% if %} #}{% if a %}{{ b }}{% endif %}"), None);
        assert_eq!(of("{% endif %}"), None);
        assert_eq!(of(""), None);
    }
}
