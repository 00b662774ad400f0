//! Remedies for a changed line, as all rules tell them: what to write, which quotes, how many spaces.

use super::text;
use crate::content::mending::{Change, Rule, is_curly};
use crate::finding::Text;

/// Longest text that a remedy repeats, in characters.
pub(super) const MOST: usize = 200;
/// Longest part of what moves to a new line that is shown, in characters.
pub(super) const SHOWN: usize = 24;

/// The words around the change as they should be.
pub(super) fn as_changed(change: &Change) -> Text {
    let new = &change.new;
    let is_quoting = matches!(
        change.rule,
        Rule::ColonInText | Rule::CommaInText | Rule::ReservedStart(_) | Rule::CurlyQuote(_)
    );
    if new.chars().count() <= MOST || !is_quoting {
        return text(format!("tulis `{new}`"), format!("write `{new}`"));
    }
    between_quotes(change)
}

/// The same of a text that is too long to repeat: the quotes that it needs, and where they belong.
fn between_quotes(change: &Change) -> Text {
    let (old, quoted) = apart(&change.old, &change.new);
    let quote = if quoted.starts_with('\'') { '\'' } else { '"' };
    let is_sign = |c: char| is_curly(c) || matches!(c, '"' | '\'');
    let is_curly = matches!(change.rule, Rule::CurlyQuote(_));
    let inside = if is_curly { old.trim_matches(is_sign).trim() } else { old };
    let start: String = inside.chars().take(SHOWN).collect();
    let end: String = inside.chars().rev().take(SHOWN).collect::<Vec<_>>().into_iter().rev().collect();
    if is_curly {
        return text(
            format!("ganti tanda kutip di depan `{start}…` dan di belakang `…{end}` dengan {quote}"),
            format!("replace the quotes before `{start}…` and behind `…{end}` by {quote}"),
        );
    }
    if quote == '\'' && old.contains('\'') {
        return text(
            format!("gandakan tiap ' di dalamnya, lalu apit dengan ' dari `{start}…` sampai `…{end}`"),
            format!("double every ' inside, then put it in ' from `{start}…` to `…{end}`"),
        );
    }
    text(
        format!("apit dengan tanda kutip {quote} dari `{start}…` sampai `…{end}`"),
        format!("put it in quotes {quote} from `{start}…` to `…{end}`"),
    )
}

/// What two texts do not share at their starts and ends.
fn apart<'t>(old: &'t str, new: &'t str) -> (&'t str, &'t str) {
    let length = |(one, _): (char, char)| one.len_utf8();
    let is_same = |(one, other): &(char, char)| one == other;
    let start: usize = old.chars().zip(new.chars()).take_while(is_same).map(length).sum();
    let (old, new) = (&old[start..], &new[start..]);
    let end: usize = old.chars().rev().zip(new.chars().rev()).take_while(is_same).map(length).sum();
    (&old[..old.len() - end], &new[..new.len() - end])
}

pub(super) fn begun_with_spaces(change: &Change) -> Text {
    let (id, en) = spaces_in_words(change.spaces);
    text(format!("awali baris ini dengan {id}"), format!("start this line with {en}"))
}

pub(super) fn spaces_in_words(spaces: usize) -> (String, String) {
    match spaces {
        0 => ("0 spasi".to_owned(), "no space".to_owned()),
        1 => ("1 spasi".to_owned(), "1 space".to_owned()),
        many => (format!("{many} spasi"), format!("{many} spaces")),
    }
}
