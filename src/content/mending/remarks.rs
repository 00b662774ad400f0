//! Keys that stand where nobody reads them: in a comment or in a text, after a line break that got lost.

use super::lines::{Kind, Line};
use super::mend::is_odd;
use super::words::{Words, key_at};
use crate::keys::Section;

/// Letters of the shortest key that is looked for inside other words.
const MIN_LETTERS: usize = 3;

/// True if a text has characters that only the eye takes for spaces, or a comment that may have swallowed a key.
/// Quick, since sound profiles pass here.
pub(super) fn may_have(text: &str, section: &'static Section) -> bool {
    if !text.is_ascii() && text.contains(is_odd) {
        return true;
    }
    let mut comments = text.match_indices('#').map(|(at, _)| first_line(&text[at..])).peekable();
    let mut comments = std::iter::from_fn(|| comments.find(|comment| comment.contains(':'))).peekable();
    comments.peek().is_some() && {
        let words = Words::of(section, text);
        comments.any(|comment| swallowed_by_comment(comment, &words).is_some())
    }
}

fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or_default()
}

/// Where the line break belongs in a comment that goes on with a key, in bytes.
pub(super) fn swallowed_by_comment(comment: &str, words: &Words) -> Option<usize> {
    comment.match_indices(':').find_map(|(colon, _)| {
        let after = &comment[colon + 1..];
        let is_colon = after.is_empty() || after.starts_with(' ');
        let length = words.ending(&comment[..colon]).filter(|length| is_colon && *length >= MIN_LETTERS)?;
        let start = before_dash(comment, colon - length, 1);
        let before = &comment[..start];
        let is_glued = before.ends_with(|c: char| c.is_alphanumeric() || ".,!?)".contains(c));
        let is_far = before.ends_with("  ") && before.contains(char::is_alphanumeric);
        (is_glued || is_far).then_some(start)
    })
}

/// Places of a line, in bytes, at which a line break may have got lost, the likeliest first.
pub(super) fn lost_breaks(line: &Line<'_>, words: &Words) -> Vec<usize> {
    let text = line.text;
    let mut found = Vec::new();
    if line.kind == Kind::Structure {
        found.extend(dashes(text, line.content));
        found.extend(after_header(text, line.content));
    }
    for (colon, _) in text.match_indices(':') {
        let after = &text[colon + 1..];
        if colon <= line.content || !(after.is_empty() || after.starts_with([' ', '\r'])) {
            continue;
        }
        let before = &text[..colon];
        let Some(length) = words.ending(before) else { continue };
        let start = colon - length;
        if start <= line.content || is_in_brackets(&text[line.content..start]) {
            continue;
        }
        let is_apart = before[..start].ends_with([' ', '{', '"', '\'', ']', '}']);
        if !is_apart && length < MIN_LETTERS {
            continue;
        }
        found.push(before_dash(text, start, line.content));
    }
    // `1. nama: Kopi`: the number is no line of its own.
    let is_number = |before: &str| {
        let digits = before.trim().strip_suffix(['.', ')']).unwrap_or_default();
        !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
    };
    found.retain(|at| *at > line.content && !is_number(&text[line.content..*at]));
    found.dedup();
    found
}

/// True behind a bracket that opened and did not close.
fn is_in_brackets(before: &str) -> bool {
    before.matches(['{', '[']).count() > before.matches(['}', ']']).count()
}

/// The dash before a key belongs to its line.
fn before_dash(text: &str, start: usize, content: usize) -> usize {
    let before = text[..start].trim_end();
    match before.strip_suffix('-') {
        Some(rest) if before.len() < start && rest.len() > content => rest.len(),
        _ => start,
    }
}

/// `- pangan  - susu`.
fn dashes(text: &str, content: usize) -> impl Iterator<Item = usize> + '_ {
    text[content..].match_indices(" - ").map(move |(at, _)| content + at + 1)
}

/// `tentang: |  Kami`.
fn after_header(text: &str, content: usize) -> Option<usize> {
    let value = key_at(&text[content..]).len() + content;
    let rest = text[value..].strip_prefix(": ")?.trim_start();
    let at = text.len() - rest.len();
    let header = rest.len() - rest.trim_start_matches(['|', '>', '-', '+']).len();
    (rest.starts_with(['|', '>']) && rest.len() > header).then_some(at + header)
}

/// True if a line of a block ends in a key that is glued to another word: `…enak.produk:`.
pub(super) fn is_swallowed_by_text(line: &Line<'_>, next: Option<&Line<'_>>, words: &Words) -> bool {
    let Some(before) = line.text.trim_end().strip_suffix(':') else { return false };
    let Some(length) = words.ending(before).filter(|length| *length >= MIN_LETTERS) else { return false };
    let glue = before[..before.len() - length].chars().next_back();
    let is_glued = glue.is_some_and(|c| c.is_alphanumeric() || ".,!?)\"'".contains(c));
    is_glued && next.is_some_and(|next| !key_at(next.text.trim_start_matches([' ', '-'])).is_empty())
}
