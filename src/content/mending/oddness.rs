//! How much of a document is not what its keys let expect: the less, the better a change mends it.

use super::bullet::{begins_with_bullet, bullet};
use super::mend::between_curly_quotes;
use super::words::is_day_key;
use crate::content::yaml::{Folded, Node, Style, Value};
use crate::keys::{HOURS, Key, Section, Shape};

/// What a list in place of keys counts, or keys in place of a text: whatever stands below is not counted then.
const WRONG_KIND: usize = 12;

/// Unknown and missing keys, and values of the wrong kind; what is missing at the root is not counted, since parts of
/// documents are looked at. Of a document that was not read to its end (`is_cut`), the last branch misses nothing.
pub(super) fn faults(root: &Node<'_>, section: &'static Section, is_cut: bool) -> usize {
    match root.value() {
        Value::Map(entries) => entry_faults(entries, section, is_cut),
        _ => {
            if root.is_refused() || is_cut {
                0
            } else {
                WRONG_KIND
            }
        }
    }
}

fn map_faults(node: &Node<'_>, section: &'static Section, is_cut: bool) -> usize {
    let entries = match node.value() {
        Value::Map(entries) => entries,
        _ if node.is_refused() || is_cut => return 0,
        // What is wrong below it would be forgotten.
        Value::List(items) => return WRONG_KIND * (items.len() + 1),
        _ => return WRONG_KIND,
    };
    let is_there = |key: &Key| {
        entries.iter().any(|(name, _)| name.text().is_some_and(|name| name.eq_ignore_ascii_case(key.name)))
    };
    let missing = section.keys.iter().filter(|key| key.needed && !is_cut && !is_there(key)).count();
    missing + entry_faults(entries, section, is_cut)
}

fn entry_faults(entries: &[(Node<'_>, Node<'_>)], section: &'static Section, is_cut: bool) -> usize {
    let last = entries.len().saturating_sub(1);
    let of_entry = |(index, (key, value)): (usize, &(Node<'_>, Node<'_>))| {
        let name = key.text().unwrap_or_default();
        match known(section, name) {
            Some(key) => value_faults(value, key, is_cut && index == last),
            None => usize::from(!(section == &HOURS && is_day_key(name))),
        }
    };
    entries.iter().enumerate().map(of_entry).sum()
}

/// The key of a name, also with capitals, which its reader tells.
fn known(section: &'static Section, name: &str) -> Option<&'static Key> {
    let key = |name: &str| section.keys.iter().find(|key| key.name.eq_ignore_ascii_case(name));
    key(name).or_else(|| {
        let original = name.strip_suffix("_en").or_else(|| name.strip_suffix("_su"))?;
        key(original).filter(|key| key.shape.is_translated())
    })
}

fn value_faults(value: &Node<'_>, key: &'static Key, is_cut: bool) -> usize {
    if value.is_refused() {
        return 0;
    }
    if value.is_empty() {
        return usize::from(key.needed && !is_cut);
    }
    let is_text = value.text().is_some();
    match (key.shape, value.value()) {
        (Shape::Map(below), _) | (Shape::Photo(below), Value::Map(_)) => map_faults(value, below, is_cut),
        (Shape::List(below) | Shape::Photos(below), Value::List(items)) => {
            let last = items.len().saturating_sub(1);
            let of_item = |(index, item): (usize, &Node<'_>)| match item.value() {
                Value::Scalar(..) => {
                    if matches!(key.shape, Shape::List(_)) {
                        WRONG_KIND
                    } else {
                        0
                    }
                }
                _ => map_faults(item, below, is_cut && index == last),
            };
            items.iter().enumerate().map(of_item).sum()
        }
        (Shape::List(_), _) | (Shape::Photos(_), Value::Map(_)) => WRONG_KIND,
        (Shape::Points, Value::Map(_)) => 0,
        (_, Value::List(items)) => {
            let is_wrong = |item: &&Node<'_>| item.text().is_none() || is_number_in_curly_quotes(item, key);
            let wrong_items = items.iter().filter(is_wrong).count();
            wrong_items + if takes_lists(key.shape) { 0 } else { WRONG_KIND }
        }
        _ if is_text => usize::from(is_number_in_curly_quotes(value, key) || is_list_in_text(value, key)),
        _ => WRONG_KIND,
    }
}

/// Quotes that are part of a value which is no text: no number, day or word has them.
fn is_number_in_curly_quotes(value: &Node<'_>, key: &Key) -> bool {
    let is_prose = matches!(
        key.shape,
        Shape::Text(_) | Shape::Local(_) | Shape::Markdown | Shape::Texts(_) | Shape::Locals(_)
    );
    !is_prose
        && value.style() == Style::Plain
        && value.text().is_some_and(|text| between_curly_quotes(text).is_some())
}

/// The lines of a list, read as one text: `1. KTP 2. KK`.
fn is_list_in_text(value: &Node<'_>, key: &Key) -> bool {
    let is_marked = |text: &str| bullet(text).is_some_and(|bullet| bullet.length < text.len());
    key.shape.takes_several() && value.style() == Style::Plain && value.text().is_some_and(is_marked)
}

/// True where several values may stand in a list.
fn takes_lists(shape: Shape) -> bool {
    shape == Shape::Hours || (shape.takes_several() && !matches!(shape, Shape::Photos(_)))
}

/// Plain texts that look as if something else was meant: a quote or bracket that only closes, quotes that are none to
/// YAML, a bullet that is no dash, several lines of a list in one.
pub(super) fn odd_texts(node: &Node<'_>) -> usize {
    match node.value() {
        Value::Scalar(text, Style::Plain) => usize::from(is_odd_text(text)),
        Value::Scalar(..) | Value::Refused => 0,
        Value::List(items) => items.iter().map(odd_texts).sum(),
        Value::Map(entries) => entries.iter().map(|(_, value)| odd_texts(value)).sum(),
    }
}

fn is_odd_text(text: &str) -> bool {
    let text = text.trim_end();
    let Some(last) = text.chars().next_back() else { return false };
    let is_closing_only = match last {
        '"' => text.matches('"').count() % 2 == 1 && !ends_with_inches(text),
        '\'' => text.matches('\'').count() % 2 == 1 && text.len() > 1,
        ',' | ';' => true,
        ']' => !text.contains('['),
        '}' => !text.contains('{'),
        _ => false,
    };
    is_closing_only || is_bulleted(text) || between_curly_quotes(text).is_some()
}

/// `Layar 12"`: a number of at most three digits right before the sign.
fn ends_with_inches(text: &str) -> bool {
    let number = text.trim_end_matches('"');
    let digits = number.len() - number.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let before = number[..number.len() - digits].chars().next_back();
    (1..=3).contains(&digits) && before.is_none_or(|c| c == ' ' || c == ',' || c == '.')
}

/// ` - ` may stand in a text; a line of a list that was read as one starts with it.
fn is_bulleted(text: &str) -> bool {
    begins_with_bullet(text) || text.contains("  - ")
}

/// Texts of several lines of which one may be an item of a list: it starts with a dash; or the text is an item itself,
/// and the line begins where no line of it would, or with a capital letter.
pub(super) fn odd_folds(text: &str, folded: &[Folded]) -> usize {
    let is_odd = |fold: &&Folded| {
        let below = text.lines().take(fold.last).skip(fold.first);
        below.filter(|line| !line.trim().is_empty()).any(|line| {
            let rest = line.trim_start();
            let column = line[..line.len() - rest.len()].chars().count();
            let first = rest.chars().next().unwrap_or_default();
            let is_dash = rest.starts_with("- ") || (is_bulleted(rest) && !rest.contains("  - "));
            is_dash || (fold.is_item && (column != fold.column || first.is_uppercase()))
        })
    };
    folded.iter().filter(is_odd).count()
}
