//! Which items of a list are meant by items that come from elsewhere, by the table of identities. Nothing is guessed:
//! where two fit, that is told.

use std::collections::HashMap;

use super::findings as finding;
use super::tree::key_of;
use super::wanted::Wanted;
use crate::content::{Node, Value, meaning};
use crate::finding::{Findings, Located};
use crate::keys::{CODES, Key, Section, Shape, identities};
use crate::model::folded_name;

/// An item of the list that is meant.
#[derive(Debug, Clone, Copy)]
pub(super) struct Match {
    /// Its place, from 0.
    pub(super) index: usize,
    /// The keys by which it was known again.
    pub(super) by: &'static [&'static str],
}

/// For each wanted item the one in the list that it means.
pub(super) fn matches(
    section: &'static Section,
    items: &[Node<'_>],
    wanted: &[Wanted],
    findings: &mut Findings,
) -> Vec<Option<Match>> {
    let mut found = vec![None; wanted.len()];
    let mut is_told = vec![false; wanted.len()];
    let mut is_free = vec![true; items.len()];
    for names in identities(section) {
        let mut by_identity: HashMap<Vec<String>, Vec<usize>> = HashMap::new();
        for (index, item) in items.iter().enumerate().filter(|(index, _)| is_free[*index]) {
            if let Some(identity) = identity(section, names, |name| text_of(item, name)) {
                by_identity.entry(identity).or_default().push(index);
            }
        }
        for (at, item) in wanted.iter().enumerate() {
            if found[at].is_some() {
                continue;
            }
            let Some(identity) = identity(section, names, |name| wanted_text(item, name)) else { continue };
            let fits = by_identity.get(&identity).map_or(&[][..], Vec::as_slice);
            let is_same = |index: &&usize| is_free[**index] && !differ(section, &items[**index], item);
            let fits: Vec<usize> = fits.iter().filter(is_same).copied().collect();
            match fits.as_slice() {
                [] => {}
                [one] => {
                    is_free[*one] = false;
                    found[at] = Some(Match { index: *one, by: names });
                }
                [first, second, ..] => {
                    if let Some(typed) = located(item, names[0]).filter(|_| !is_told[at]) {
                        let lines = (items[*first].line(), items[*second].line());
                        findings.push(finding::two_fit(typed, names[0], &items[*first].span(), lines));
                        is_told[at] = true;
                    }
                }
            }
        }
    }
    found
}

/// What a person calls an item: its name, its title, or else the first text in it.
pub(super) fn name_of(
    section: Option<&'static Section>,
    get: impl Fn(&str) -> Option<String>,
) -> Option<String> {
    let names = section.map(identities).unwrap_or_default();
    ["nama", "judul", "usaha"]
        .into_iter()
        .chain(names.iter().rev().filter_map(|names| names.first().copied()))
        .find_map(get)
}

/// The text at a key of an item; of a photo that is named alone, its path.
pub(super) fn text_of(item: &Node<'_>, name: &str) -> Option<String> {
    match item.value() {
        Value::Map(entries) => {
            let value = entries.iter().find(|(key, _)| key.text() == Some(name)).map(|(_, value)| value)?;
            value.text().filter(|_| !value.is_empty()).map(str::to_owned)
        }
        Value::Scalar(..) if name == "berkas" => item.text().map(str::to_owned),
        _ => None,
    }
}

/// The same of an item that is wanted.
pub(super) fn wanted_text(item: &Wanted, name: &str) -> Option<String> {
    located(item, name).map(|typed| typed.value.trim().to_owned())
}

fn located<'w>(item: &'w Wanted, name: &str) -> Option<&'w Located<String>> {
    let typed = match item {
        Wanted::Map(entries) => entries.iter().find_map(|(key, value)| match value {
            Wanted::Value(typed) if key == name => Some(typed),
            _ => None,
        }),
        Wanted::Value(typed) if name == "berkas" => Some(typed),
        Wanted::Value(_) | Wanted::List(_) | Wanted::Nth(_) => None,
    };
    typed.filter(|typed| !typed.value.trim().is_empty())
}

/// True if both have a code of one kind, and not the same.
fn differ(section: &'static Section, item: &Node<'_>, wanted: &Wanted) -> bool {
    CODES.iter().filter(|name| section.key(name).is_some()).any(|name| {
        let codes = text_of(item, name).zip(wanted_text(wanted, name));
        codes.is_some_and(|(one, other)| same(section, name, &one) != same(section, name, &other))
    })
}

/// What stands at several keys, in the form that all spellings share. `None` if the first is left out.
fn identity(
    section: &'static Section,
    names: &[&str],
    get: impl Fn(&str) -> Option<String>,
) -> Option<Vec<String>> {
    let of = |name: &&str| get(name).map(|text| same(section, name, &text));
    let first = of(names.first()?)?;
    let others = names[1..].iter().map(|name| of(name).unwrap_or_default());
    Some(std::iter::once(first).chain(others).collect())
}

/// A name without case, accents, and marks; anything else by what it means.
fn same(section: &'static Section, name: &str, text: &str) -> String {
    let key = key_of(Some(section), name);
    let is_name = |key: &Key| matches!(key.shape, Shape::Text(_) | Shape::Local(_)) && key.name != "rekening";
    match key {
        Some(key) if !is_name(key) || CODES.contains(&key.name) => {
            meaning(key, text).map_or_else(|| text.to_lowercase(), |meaning| meaning.same.to_lowercase())
        }
        _ => folded(text),
    }
}

/// A name as names are compared, or the text where nothing of it is a letter or digit.
fn folded(text: &str) -> String {
    let folded = folded_name(text);
    if folded.is_empty() { text.to_lowercase() } else { folded }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_the_same_whatever_their_case_accents_and_marks() {
        for text in ["Kéju  Mozzarella (250 g)", "keju mozzarella, 250 g", "KEJU MOZZARELLA - 250 G"] {
            assert_eq!(folded(text), "keju mozzarella 250 g");
        }
        assert_ne!(folded("1,5 kg"), folded("15 kg"));
        assert_eq!(folded("Jum'at"), "jumat");
        assert_eq!(folded("!"), "!");
    }
}
